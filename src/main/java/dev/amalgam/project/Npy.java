package dev.amalgam.project;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * NumPy's {@code .npy} files, versions 1 to 3: numbers, booleans and texts, row by row, little-endian. Source:
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class Npy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int MOST_BYTES = 256 << 20;
    private static final int LONGEST_HEADER = 1 << 16;

    private Npy() {}

    /**
     * Reads a tensor.
     *
     * @throws ProjectException {@code missing-file}, {@code too-large} above 256 MB, {@code unreadable}, or {@code bad-file}
     *     where it is no such file, ends too early, or holds what a tensor cannot
     */
    public static Tensor read(Path file) throws ProjectException {
        ByteBuffer bytes = ByteBuffer.wrap(SmallFile.bytes(file, MOST_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return values(header(bytes), bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ProjectException(
                    "bad-file",
                    SmallFile.name(file) + " cannot be used as a tensor: " + e.getMessage(),
                    "Save it with numpy.save(path, numpy.ascontiguousarray(values, dtype='<f4'))");
        }
    }

    /**
     * Writes a tensor, as {@link SafeFile} does.
     *
     * @throws ProjectException {@code bad-value} where NumPy has no such element type, or as {@link SafeFile#write} says
     */
    public static void write(Path file, Tensor tensor) throws ProjectException {
        SafeFile.write(file, bytes(tensor));
    }

    private static byte[] bytes(Tensor tensor) throws ProjectException {
        try {
            return tensor.element() == ElementType.STRING
                    ? NpyText.write(tensor)
                    : join(new NpyHeader(NpyHeader.descr(tensor.element()), false, tensor.dims()), tensor.bytes());
        } catch (IllegalArgumentException e) {
            throw new ProjectException(
                    "bad-value", tensor.type() + " cannot be written: " + e.getMessage(), "Cast it to float32 first");
        }
    }

    static byte[] join(NpyHeader header, ByteBuffer values) {
        byte[] start = header.bytes();
        byte[] all = Arrays.copyOf(start, Math.addExact(start.length, values.remaining()));
        values.get(all, start.length, values.remaining());
        return all;
    }

    private static NpyHeader header(ByteBuffer bytes) {
        byte[] magic = new byte[MAGIC.length];
        if (bytes.remaining() >= 12) {
            bytes.get(magic);
        }
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IllegalArgumentException("it does not begin as a NumPy file does");
        }
        int version = bytes.getShort();
        if (version < 1 || version > 3) { // The minor version is the high byte: 0 in all of them.
            throw new IllegalArgumentException("it is of an unknown version of the format");
        }
        long length = version == 1 ? Short.toUnsignedLong(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
        if (length > bytes.remaining() || length > LONGEST_HEADER) {
            throw new IllegalArgumentException("it ends within its header");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        return NpyHeader.parse(new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    private static Tensor values(NpyHeader header, ByteBuffer values) {
        if (header.fortran() && header.dims().length > 1) {
            throw new IllegalArgumentException("its values are stored column by column");
        }
        if (NpyText.isText(header)) {
            return NpyText.read(header, values);
        }
        ElementType element = header.element();
        requireBytes(element.bytes(header.elements()), values);
        if (element == ElementType.BOOL) {
            requireBooleans(values);
        }
        return Tensor.of(element, header.dims(), values);
    }

    static void requireBytes(long needed, ByteBuffer values) {
        if (needed != values.remaining()) {
            throw new IllegalArgumentException(
                    "its header promises " + needed + " bytes of values, but there are " + values.remaining());
        }
    }

    private static void requireBooleans(ByteBuffer values) {
        for (int i = 0; i < values.limit(); i++) {
            if ((values.get(i) & ~1) != 0) {
                throw new IllegalArgumentException("value " + (i + 1) + " is neither true nor false");
            }
        }
    }
}
