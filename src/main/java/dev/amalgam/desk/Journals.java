package dev.amalgam.desk;

import dev.amalgam.project.JournalFile;
import dev.amalgam.project.ProjectException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this and earlier runs of the program put aside, in one folder of the person's. Each run has a folder in it with a file
 * that it keeps locked; the system takes the lock from a process that dies, so a folder that can be locked is one that a
 * crash left behind. Its finder keeps it locked, so that no two programs offer the same.
 */
public final class Journals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final String LOCK = "lock";
    private static final String ENDING = ".journal";

    /** Within one process the lock on a file is refused instead of waited for. */
    private static final Object GATE = new Object();

    /** A folder of one run of the program, and the lock on it. */
    private record Claim(Path folder, FileChannel lock) {}

    private final Claim own;
    private final List<Claim> found = new ArrayList<>();
    private final List<Leftover> leftovers;
    private final Executor later;
    private final Listeners<ProjectException> troubles = new Listeners<>();

    /**
     * Something that was not saved when the program ended.
     *
     * @param entry where it was put aside
     * @param kept when, of which file, and what
     */
    public record Leftover(Path entry, JournalFile kept) {}

    private Journals(Path folder, Executor later) throws IOException {
        this.later = later;
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(Files::isDirectory).forEach(this::claim);
        }
        leftovers = found.stream()
                .flatMap(claim -> entries(claim).stream())
                .sorted(Comparator.comparing((Leftover left) -> left.kept().at())
                        .reversed())
                .toList();
        Path mine = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
        own = lock(mine).orElseThrow(() -> new IOException(mine + " cannot be locked"));
    }

    /**
     * Begins to put things aside, and finds what earlier runs of the program left.
     *
     * @param folder made where it is missing
     * @param later runs what it is given after the longest time that a person may lose, one after the other
     * @throws IOException where nothing can be put aside there
     */
    public static Journals in(Path folder, Executor later) throws IOException {
        Files.createDirectories(folder);
        synchronized (GATE) {
            // Nobody may take a new folder for a dead one because it is not locked yet.
            try (FileChannel gate = open(folder.resolve(LOCK));
                    var _ = gate.lock()) {
                return new Journals(folder, later);
            }
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void claim(Path folder) {
        try {
            lock(folder).ifPresent(found::add);
        } catch (IOException e) {
            LOG.warn("{} cannot be looked into", folder, e);
        }
    }

    /** The claim on a folder, unless a running program has it. */
    private static Optional<Claim> lock(Path folder) throws IOException {
        FileChannel channel = open(folder.resolve(LOCK));
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new Claim(folder, channel));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is in use by this very process", folder, e);
        }
        channel.close();
        return Optional.empty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isEntry(Path file) {
        return file.toString().endsWith(ENDING);
    }

    private static List<Leftover> entries(Claim claim) {
        List<Leftover> entries = new ArrayList<>();
        try {
            for (Path entry :
                    files(claim.folder()).stream().filter(Journals::isEntry).toList()) {
                read(entry).ifPresent(entries::add);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be looked into", claim.folder(), e);
        }
        return entries;
    }

    private static Optional<Leftover> read(Path entry) {
        try {
            return Optional.of(new Leftover(entry, JournalFile.read(entry)));
        } catch (ProjectException e) {
            // It stays where it is: a later version may read it, and so may the person.
            LOG.warn("{} was put aside and cannot be read. {}", entry, e.remedy(), e);
            return Optional.empty();
        }
    }

    /** Puts aside from now on what this document has not saved. */
    Journal follow(Document document, Supplier<Optional<Path>> file) {
        Path entry = own.folder().resolve(UUID.randomUUID() + ENDING);
        return new Journal(document, file, entry, later, troubles::tell);
    }

    /** What earlier runs left and nobody has taken or discarded, the newest first. */
    public List<Leftover> leftovers() {
        return leftovers.stream().filter(left -> Files.exists(left.entry())).toList();
    }

    /** Removes what is not wanted, or is open by now and put aside again. */
    public void discard(Leftover left) {
        try {
            Files.deleteIfExists(left.entry());
        } catch (IOException e) {
            LOG.warn("What was put aside could not be removed", e);
        }
    }

    /** Calls {@code listener} where something could not be put aside. By any thread. */
    public Subscription onTrouble(Consumer<ProjectException> listener) {
        return troubles.add(listener);
    }

    /** Lets go of everything. What nobody closed, and what nobody took, is there for the next run of the program. */
    @Override
    public void close() {
        found.forEach(Journals::release);
        release(own);
    }

    private static void release(Claim claim) {
        try (FileChannel _ = claim.lock()) {
            List<Path> files = files(claim.folder());
            if (files.stream().noneMatch(Journals::isEntry)) {
                // The lock, and what a write left behind that was cut off.
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(claim.folder());
            }
        } catch (IOException e) {
            LOG.warn("{} could not be left", claim.folder(), e);
        }
    }
}
