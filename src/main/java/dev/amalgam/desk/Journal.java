package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.project.JournalFile;
import dev.amalgam.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Puts aside what one document has not saved: a while after a change it is on disk, whatever happens to the program. Where
 * there is nothing to save there is no entry. The person's own file is never touched.
 */
final class Journal implements AutoCloseable {
    private final Document document;
    private final Supplier<Optional<Path>> file;
    private final Path entry;
    private final Executor later;
    private final Consumer<ProjectException> trouble;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Subscription changes;
    private @Nullable Amalgamation kept;
    private boolean closed;

    /**
     * @param file where the document is saved, if it is
     * @param entry where to put it aside
     * @param later runs what it is given after the longest time that a person may lose
     * @param trouble told where it could not be put aside
     */
    Journal(
            Document document,
            Supplier<Optional<Path>> file,
            Path entry,
            Executor later,
            Consumer<ProjectException> trouble) {
        this.document = document;
        this.file = file;
        this.entry = entry;
        this.later = later;
        this.trouble = trouble;
        this.changes = document.onChange(_ -> changed());
    }

    /** From the first change on, not from the last: whoever never pauses is to lose no more than others. */
    private void changed() {
        if (waiting.compareAndSet(false, true)) {
            later.execute(this::write);
        }
    }

    /** Puts aside what there is now. Waits for the disk. */
    synchronized void write() {
        // Before the look: a change after it asks for another write.
        waiting.set(false);
        Document.State now = document.state();
        if (now.isModified()) {
            keep(now.graph());
        } else {
            forget();
        }
    }

    private void keep(Amalgamation graph) {
        if (closed || graph == kept) {
            return;
        }
        try {
            new JournalFile(Instant.now(), file.get(), graph).write(entry);
            kept = graph;
        } catch (ProjectException e) {
            LoggerFactory.getLogger(Journal.class).warn("What is not saved could not be put aside", e);
            trouble.accept(e);
        }
    }

    /** There is nothing any more that could be lost. */
    private void forget() {
        kept = null;
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            LoggerFactory.getLogger(Journal.class).warn("What was put aside could not be removed", e);
        }
    }

    /** Ends it, the entry included: whoever closes a document has been asked what to keep. */
    @Override
    public void close() {
        changes.close();
        synchronized (this) {
            closed = true;
            forget();
        }
    }
}
