package dev.amalgam.desk;

import dev.amalgam.project.PreferenceFile;
import dev.amalgam.project.PreferenceFile.Loaded;
import dev.amalgam.project.Preferences;
import dev.amalgam.project.ProjectException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The preferences while the program runs. Each change is told at once and written to the folder in the background, where
 * there is one. For use by any thread; listeners are called by the thread that made the change.
 */
public final class PreferenceKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreferenceKeeper.class);
    private static final long MOST_SECONDS = 10;

    private final Optional<PreferenceFile> file;
    private final Optional<String> complaint;
    private final Listeners<Preferences> listeners = new Listeners<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("preferences").factory());
    private volatile Preferences now;

    /** Those of the file in this folder; without one everything is standard and nothing is kept. */
    PreferenceKeeper(Optional<Path> folder) {
        this.file = folder.map(PreferenceFile::new);
        Loaded loaded = file.map(PreferenceFile::load).orElse(new Loaded(Preferences.STANDARD, Optional.empty()));
        this.now = loaded.preferences();
        this.complaint = loaded.complaint();
    }

    /** The preferences as they are now. */
    public Preferences now() {
        return now;
    }

    /** Why the file could not be read, as a sentence for the person, where it could not. */
    public Optional<String> complaint() {
        return complaint;
    }

    /** Calls {@code listener} after each change. */
    public Subscription onChange(Consumer<Preferences> listener) {
        return listeners.add(listener);
    }

    /** Changes them. */
    public synchronized void change(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(now);
        if (!changed.equals(now)) {
            now = changed;
            listeners.tell(changed);
            file.ifPresent(it -> writer.execute(() -> write(it, changed)));
        }
    }

    private void write(PreferenceFile to, Preferences preferences) {
        if (preferences != now) {
            return; // A newer one waits behind it.
        }
        try {
            to.save(preferences);
        } catch (ProjectException e) {
            LOG.warn("Preferences are not kept: {}. {}.", e.getMessage(), e.remedy());
        }
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Preferences are not kept: the disk does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
