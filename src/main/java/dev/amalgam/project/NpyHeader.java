package dev.amalgam.project;

import dev.amalgam.tensor.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a NumPy file says before its values: a Python dictionary of exactly three entries.
 *
 * @param descr the element type in NumPy's notation, such as {@code <f4}
 * @param fortran whether the first axis runs fastest
 * @param dims the sizes of the axes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(String descr, boolean fortran, long[] dims) {
    private static final Map<ElementType, String> DESCRS = Map.ofEntries(
            Map.entry(ElementType.FLOAT16, "<f2"),
            Map.entry(ElementType.FLOAT32, "<f4"),
            Map.entry(ElementType.FLOAT64, "<f8"),
            Map.entry(ElementType.COMPLEX64, "<c8"),
            Map.entry(ElementType.COMPLEX128, "<c16"),
            Map.entry(ElementType.INT8, "|i1"),
            Map.entry(ElementType.INT16, "<i2"),
            Map.entry(ElementType.INT32, "<i4"),
            Map.entry(ElementType.INT64, "<i8"),
            Map.entry(ElementType.UINT8, "|u1"),
            Map.entry(ElementType.UINT16, "<u2"),
            Map.entry(ElementType.UINT32, "<u4"),
            Map.entry(ElementType.UINT64, "<u8"),
            Map.entry(ElementType.BOOL, "|b1"));

    private static final int MOST_AXES = 32;
    /** The magic, two bytes of version and two of the header's own length, as version 1 has them. */
    private static final int PREAMBLE = 10;

    private static final String DESCR = "'descr'\\s*:\\s*'([^']*)'";
    private static final String FORTRAN = "'fortran_order'\\s*:\\s*(True|False)";
    private static final String SHAPE = "'shape'\\s*:\\s*\\(([0-9L,\\s]{0,1000})\\)";
    private static final Pattern WHOLE =
            Pattern.compile("\\s*\\{\\s*(?:(?:" + DESCR + "|" + FORTRAN + "|" + SHAPE + ")\\s*,?\\s*){3}\\}\\s*");

    /** Reads the dictionary. @throws IllegalArgumentException with a reason where it is another one */
    static NpyHeader parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("its header is not one of an array of numbers or texts");
        }
        return new NpyHeader(entry(DESCR, text), entry(FORTRAN, text).equals("True"), dims(entry(SHAPE, text)));
    }

    private static String entry(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("its header lacks an entry");
        }
        return matcher.group(1);
    }

    private static long[] dims(String tuple) {
        long[] dims = Arrays.stream(tuple.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToLong(NpyHeader::size)
                .toArray();
        if (dims.length > MOST_AXES) {
            throw new IllegalArgumentException("it has " + dims.length + " axes, and " + MOST_AXES + " is the limit");
        }
        return dims;
    }

    /** Python 2 wrote an L behind long numbers. */
    private static long size(String text) {
        try {
            return Long.parseLong(text.replace("L", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its header gives an axis the size " + text, e);
        }
    }

    /** How NumPy names an element type. @throws IllegalArgumentException where it has no such type */
    static String descr(ElementType element) {
        String descr = DESCRS.get(element);
        if (descr == null) {
            throw new IllegalArgumentException("NumPy has no " + element);
        }
        return descr;
    }

    /** The element type. @throws IllegalArgumentException where a tensor has no such type */
    ElementType element() {
        return DESCRS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(descr))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its values are of the type '" + descr + "'" + why()));
    }

    private String why() {
        return descr.startsWith(">") ? ", with the high byte first" : descr.endsWith("O") ? ", which can run code" : "";
    }

    /** The number of values. @throws IllegalArgumentException where no file can hold as many */
    long elements() {
        try {
            return Arrays.stream(dims).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its header promises more values than a file can hold", e);
        }
    }

    /** The header with all that stands before the values, padded to a multiple of 64 bytes as NumPy does. */
    byte[] bytes() {
        String shape = Arrays.stream(dims).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + shape + (dims.length == 1 ? "," : "") + "), }";
        int length = Math.ceilDiv(PREAMBLE + text.length() + 1, 64) * 64 - PREAMBLE;
        byte[] bytes = new byte[PREAMBLE + length];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Npy.MAGIC)
                .putShort((short) 1)
                .putShort((short) length)
                .put((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }
}
