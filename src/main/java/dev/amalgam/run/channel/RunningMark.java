package dev.amalgam.run.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;

/**
 * What a worker is busy with, in shared memory, where it can be read after the worker's death. A message for each step would
 * tell the same, but takes longer than a small step does.
 */
public final class RunningMark {
    private static final String FILE = "running";
    private static final int NOTHING = -1;

    private final MappedByteBuffer memory;

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
            memory = file.map(FileChannel.MapMode.READ_WRITE, 0, Integer.BYTES);
        }
        clear();
    }

    /** The step of this number begins. */
    public void set(int step) {
        memory.putInt(0, step);
    }

    /** Nothing is under way any more. */
    public void clear() {
        set(NOTHING);
    }

    /** What the mark in a folder says; empty where nothing was under way or there is none. */
    public static OptionalInt read(Path directory) {
        try {
            int step =
                    ByteBuffer.wrap(Files.readAllBytes(directory.resolve(FILE))).getInt();
            return step == NOTHING ? OptionalInt.empty() : OptionalInt.of(step);
        } catch (IOException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }
}
