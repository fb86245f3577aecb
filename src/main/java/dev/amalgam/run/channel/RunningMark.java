package dev.amalgam.run.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a worker is busy with, in shared memory, where it can be read after the worker's death. A message for each step would
 * tell the same, but takes longer than a small step does.
 */
public final class RunningMark {
    private static final String FILE = "running";
    private static final int NOTHING = -1;
    private static final int BYTES = 2 * Integer.BYTES;

    private final MappedByteBuffer memory;

    /**
     * What a worker is busy with.
     *
     * @param step the number of the step
     * @param loading whether its model is still being loaded, which nothing can stop, and which takes long where it is large
     */
    public record Busy(int step, boolean loading) {}

    /**
     * A mark that says nothing yet.
     *
     * @param directory the worker's folder
     * @throws IOException where the file cannot be made
     */
    public RunningMark(Path directory) throws IOException {
        try (FileChannel file = FileChannel.open(
                directory.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            memory = file.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
        }
        clear();
    }

    /** The model of the step of this number is being loaded. */
    public void loads(int step) {
        memory.putInt(Integer.BYTES, 1);
        memory.putInt(0, step);
    }

    /** It is loaded, and runs. */
    public void runs() {
        memory.putInt(Integer.BYTES, 0);
    }

    /** Nothing is under way any more. */
    public void clear() {
        memory.putInt(0, NOTHING);
    }

    /** What the mark in a folder says; empty where nothing was under way or there is none. */
    public static Optional<Busy> read(Path directory) {
        try {
            ByteBuffer mark = ByteBuffer.wrap(Files.readAllBytes(directory.resolve(FILE)));
            int step = mark.getInt();
            return step == NOTHING ? Optional.empty() : Optional.of(new Busy(step, mark.getInt() != 0));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
