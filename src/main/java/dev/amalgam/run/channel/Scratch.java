package dev.amalgam.run.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a worker and its client share. It goes when either of them ends; where both were killed, the next client
 * deletes it, which it knows by the lock on a file in it: the system takes the lock from a process that dies.
 */
public final class Scratch implements AutoCloseable {
    private static final String NAME = "amalgam-worker-";
    private static final String LOCK = "lock";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of(System.getProperty("java.io.tmpdir"));

    /** Containers often give shared memory as little as 64 MB; then files are the better place. */
    private static final long LEAST_ROOM = 1L << 30;

    /** A younger folder may just be about to be locked. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final int ATTEMPTS = 10;

    private final Path path;
    private final FileChannel lock;

    private Scratch(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder that only this user can enter, in memory where the system has such a place.
     *
     * @throws IOException where it cannot be made
     */
    public static Scratch create() throws IOException {
        boolean roomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= LEAST_ROOM;
        return createIn(roomy ? MEMORY : DISK);
    }

    /**
     * Makes such a folder on disk, for what is too large to be held in memory as well.
     *
     * @throws IOException where it cannot be made
     */
    public static Scratch createOnDisk() throws IOException {
        return createIn(DISK);
    }

    private static Scratch createIn(Path place) throws IOException {
        Path path = Files.createTempDirectory(place, own());
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new Scratch(path, lock);
    }

    private static String own() {
        return NAME + ProcessHandle.current().pid() + "-";
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Deletes it and all that is in it. */
    @Override
    public void close() {
        delete(path);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing a file that is deleted cannot fail", e);
        }
    }

    /** Deletes a folder and all that is in it, as far as possible; again where somebody still writes into it. */
    public static void delete(Path directory) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(directory); attempt++) {
            deleteOnce(directory);
        }
    }

    private static void deleteOnce(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The other end deletes too, what is gone already is no harm; what just came is seen the next time.
        }
    }

    /** Deletes what processes left behind that were killed together with their worker. */
    public static void sweep() {
        sweep(MEMORY, Instant.now().minus(SETTLED));
        sweep(DISK, Instant.now().minus(SETTLED));
    }

    static void sweep(Path place, Instant settled) {
        try (Stream<Path> all = Files.list(place)) {
            // Not our own: opening and closing a locked file would take this process's lock from it.
            all.filter(path -> path.getFileName().toString().startsWith(NAME))
                    .filter(path -> !path.getFileName().toString().startsWith(own()))
                    .filter(path -> isAbandoned(path, settled))
                    .forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException e) {
            // There is no such place, or nothing of ours in it.
        }
    }

    private static boolean isAbandoned(Path directory, Instant settled) {
        return isOlder(directory, settled) && !isHeld(directory.resolve(LOCK));
    }

    private static boolean isOlder(Path directory, Instant settled) {
        try {
            return Files.getLastModifiedTime(directory).toInstant().isBefore(settled);
        } catch (IOException e) {
            return false;
        }
    }

    /** Without the file nobody holds it: it is made first and deleted last. */
    private static boolean isHeld(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
