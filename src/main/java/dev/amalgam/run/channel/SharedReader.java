package dev.amalgam.run.channel;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The reading end of shared memory. Each file is deleted as soon as it is mapped here. For one thread at a time. */
public final class SharedReader implements AutoCloseable {
    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private record Mapped(Arena arena, MemorySegment memory) {}

    private final Path directory;
    private final String prefix;
    private final TreeMap<Integer, Mapped> files = new TreeMap<>();

    /** Reads what a {@link SharedWriter} with the same folder and prefix writes. */
    public SharedReader(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    static Path path(Path directory, String prefix, int file) {
        return directory.resolve(prefix + "-" + file);
    }

    /**
     * The tensor at this place, over the shared memory itself: it is valid until the next {@link #clear}.
     *
     * @throws IOException where the place does not exist or does not hold such a tensor
     */
    public Tensor view(TensorRef ref) throws IOException {
        MemorySegment memory = map(ref.file());
        if (ref.offset() < 0 || ref.length() < 0 || ref.length() > memory.byteSize() - ref.offset()) {
            throw new IOException("A tensor lies outside of the shared memory");
        }
        MemorySegment slice = memory.asSlice(ref.offset(), ref.length());
        try {
            return ref.element() == ElementType.STRING
                    ? Tensor.strings(ref.sizes(), texts(slice))
                    : Tensor.of(ref.element(), ref.sizes(), slice.asByteBuffer());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("The shared memory does not hold such a tensor: " + e.getMessage(), e);
        }
    }

    /** The tensor at this place, copied out. @throws IOException as {@link #view} does */
    public Tensor copy(TensorRef ref) throws IOException {
        Tensor view = view(ref);
        if (ref.element() == ElementType.STRING) {
            return view;
        }
        ByteBuffer bytes = ByteBuffer.allocate(view.bytes().remaining());
        return Tensor.of(ref.element(), ref.sizes(), bytes.put(view.bytes()).flip());
    }

    private static List<String> texts(MemorySegment slice) {
        List<String> texts = new ArrayList<>();
        long at = 0;
        while (at < slice.byteSize()) {
            int length = slice.get(LENGTH, at);
            byte[] utf8 = slice.asSlice(at + Integer.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
            texts.add(new String(utf8, StandardCharsets.UTF_8));
            at += Integer.BYTES + length;
        }
        return texts;
    }

    private MemorySegment map(int file) throws IOException {
        Mapped known = files.get(file);
        if (known != null) {
            return known.memory();
        }
        Path path = path(directory, prefix, file);
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            files.put(file, new Mapped(arena, memory));
            Files.deleteIfExists(path);
            return memory;
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    /** Ends the validity of all views and unmaps all files but the newest, which the writer goes on with. */
    public void clear() {
        while (files.size() > 1) {
            files.pollFirstEntry().getValue().arena().close();
        }
    }

    @Override
    public void close() {
        files.values().forEach(mapped -> mapped.arena().close());
        files.clear();
    }
}
