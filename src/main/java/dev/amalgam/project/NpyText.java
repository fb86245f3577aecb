package dev.amalgam.project;

import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Texts in a NumPy file: all of them as long as the longest, in UTF-32, filled up with zeros. */
final class NpyText {
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private NpyText() {}

    static boolean isText(NpyHeader header) {
        return header.descr().matches("<U[0-9]{1,9}");
    }

    static Tensor read(NpyHeader header, ByteBuffer values) {
        int width = Math.multiplyExact(Integer.parseInt(header.descr().substring(2)), Integer.BYTES);
        Npy.requireBytes(Math.multiplyExact(header.elements(), width), values);
        List<String> texts = new ArrayList<>();
        for (int i = 0; width > 0 && values.hasRemaining(); i++) {
            String text = UTF_32LE.decode(values.slice(i * width, width)).toString();
            texts.add(text.replaceFirst("\u0000+$", ""));
            values.position((i + 1) * width);
        }
        return Tensor.strings(header.dims(), texts);
    }

    static byte[] write(Tensor tensor) {
        long longest = tensor.strings().stream()
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
        int width = Math.max(1, Math.toIntExact(longest));
        ByteBuffer values = ByteBuffer.allocate(Math.multiplyExact(
                Math.multiplyExact(width, Integer.BYTES), tensor.strings().size()));
        for (int i = 0; i < tensor.strings().size(); i++) {
            values.position(i * width * Integer.BYTES)
                    .put(tensor.strings().get(i).getBytes(UTF_32LE));
        }
        return Npy.join(new NpyHeader("<U" + width, false, tensor.dims()), values.rewind());
    }
}
