package dev.amalgam.run.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a worker and its client share; it goes when either of them ends. */
public final class Scratch {
    private static final String NAME = "amalgam-worker-";
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Containers often give shared memory as little as 64 MB; then files are the better place. */
    private static final long LEAST_ROOM = 1L << 30;

    private Scratch() {}

    /**
     * Makes a folder that only this user can enter, in memory where the system has such a place.
     *
     * @throws IOException where it cannot be made
     */
    public static Path create() throws IOException {
        String name = NAME + ProcessHandle.current().pid() + "-";
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= LEAST_ROOM) {
            return Files.createTempDirectory(MEMORY, name);
        }
        return Files.createTempDirectory(name);
    }

    /** Deletes a folder and all that is in it, as far as possible. */
    public static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // The other end deletes too; what is gone already is no harm.
        }
    }
}
