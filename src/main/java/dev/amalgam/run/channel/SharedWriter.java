package dev.amalgam.run.channel;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writing end of shared memory: tensors one after the other in a mapped file; where a file is full, the next is
 * larger. Strings lie as UTF-8, each behind its length as a little-endian int32. For one thread at a time.
 */
public final class SharedWriter implements AutoCloseable {
    private static final long FIRST_FILE = 4L << 20;
    private static final long ALIGNMENT = 64;
    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path directory;
    private final String prefix;
    private final long maxBytes;
    private Arena arena = Arena.ofShared();
    private MemorySegment memory = MemorySegment.NULL;
    private int file;
    private long position;
    private long written;

    /**
     * Starts without a file.
     *
     * @param directory a folder that only this user can enter
     * @param prefix the beginning of the names of the files
     * @param maxBytes the most that may be written between two calls of {@link #clear}
     */
    public SharedWriter(Path directory, String prefix, long maxBytes) {
        this.directory = directory;
        this.prefix = prefix;
        this.maxBytes = maxBytes;
    }

    /** Forgets all that was written; the newest file is used again from its beginning. */
    public void clear() {
        position = 0;
        written = 0;
    }

    /**
     * Copies a tensor into shared memory.
     *
     * @throws NoRoomException where it is too large or there is no room left
     * @throws IOException where the file cannot be made
     */
    public TensorRef put(Tensor tensor) throws IOException {
        List<byte[]> texts = tensor.strings().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        long length = tensor.element() == ElementType.STRING
                ? texts.stream()
                        .mapToLong(text -> (long) Integer.BYTES + text.length)
                        .sum()
                : tensor.bytes().remaining();
        count(length);
        long offset = place(length);
        if (tensor.element() == ElementType.STRING) {
            putTexts(texts, offset);
        } else {
            MemorySegment.copy(MemorySegment.ofBuffer(tensor.bytes()), 0, memory, offset, length);
        }
        List<Long> dims = Arrays.stream(tensor.dims()).boxed().toList();
        return new TensorRef(tensor.element(), dims, file, offset, length);
    }

    /**
     * Makes room for tensors like these, which somebody else writes through {@link #view}. Texts cannot be written like that.
     *
     * @return where they will lie, by the same names
     * @throws IOException as {@link #put} does
     */
    public Map<String, TensorRef> reserve(Map<String, TensorRef> like) throws IOException {
        // All at once: a view is no longer valid where the memory grows.
        count(like.values().stream().mapToLong(TensorRef::length).sum());
        long start = place(
                like.values().stream().mapToLong(ref -> aligned(ref.length())).sum());
        Map<String, TensorRef> places = new HashMap<>();
        for (Map.Entry<String, TensorRef> named : like.entrySet()) {
            TensorRef ref = named.getValue();
            places.put(named.getKey(), new TensorRef(ref.element(), ref.dims(), file, start, ref.length()));
            start += aligned(ref.length());
        }
        return places;
    }

    /** A tensor over the shared memory itself, valid until something is put or reserved. */
    public Tensor view(TensorRef ref) {
        return Tensor.of(
                ref.element(),
                ref.sizes(),
                memory.asSlice(ref.offset(), ref.length()).asByteBuffer());
    }

    private static long aligned(long length) {
        return Math.ceilDiv(length, ALIGNMENT) * ALIGNMENT;
    }

    private void putTexts(List<byte[]> texts, long start) {
        long at = start;
        for (byte[] text : texts) {
            memory.set(LENGTH, at, text.length);
            MemorySegment.copy(text, 0, memory, ValueLayout.JAVA_BYTE, at + Integer.BYTES, text.length);
            at += Integer.BYTES + text.length;
        }
    }

    private void count(long length) throws NoRoomException {
        written = Math.addExact(written, length);
        if (written > maxBytes) {
            throw new NoRoomException(
                    "The values take " + written + " bytes; at most " + maxBytes + " may be handed over at once");
        }
    }

    private long place(long length) throws IOException {
        if (position + length > memory.byteSize() || file == 0) {
            grow(length);
        }
        long offset = position;
        position = aligned(offset + length);
        return offset;
    }

    private void grow(long length) throws IOException {
        long size =
                Math.max(Math.max(FIRST_FILE, 2 * memory.byteSize()), Math.ceilDiv(length, FIRST_FILE) * FIRST_FILE);
        long room = Files.getFileStore(directory).getUsableSpace();
        if (room < size) {
            throw new NoRoomException(
                    "The values need " + size + " bytes in " + directory + ", which has " + room + " left");
        }
        Arena fresh = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(
                SharedReader.path(directory, prefix, file + 1),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, fresh);
        }
        // Whoever still reads the file before has a mapping of their own.
        arena.close();
        arena = fresh;
        file++;
        position = 0;
    }

    @Override
    public void close() {
        arena.close();
    }
}
