package dev.amalgam.desk;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.stream.Collectors;

/** What a tensor holds, in one line for people. Reads every value once, so not for the window's own thread. */
public final class Statistics {
    private Statistics() {}

    /** Such as {@code float32[1,1024], norm 21.7, 38 % zeros, finite}. */
    public static String of(Tensor tensor) {
        return tensor.type() + values(tensor);
    }

    private static String values(Tensor tensor) {
        if (tensor.elements() == 0) {
            return ", empty";
        }
        return switch (tensor.element()) {
            case FLOAT32 -> floats(tensor.floats());
            case UINT8 -> bytes(tensor.bytes());
            case INT64 -> longs(tensor);
            case STRING -> tensor.strings().stream().limit(3).collect(Collectors.joining(", ", ": ", ""));
            default -> "";
        };
    }

    private static String floats(FloatBuffer values) {
        double squares = 0;
        int zeros = 0;
        int strange = 0;
        for (int i = 0; i < values.limit(); i++) {
            float value = values.get(i);
            zeros += value == 0 ? 1 : 0;
            strange += Float.isFinite(value) ? 0 : 1;
            squares += (double) value * value;
        }
        if (strange > 0) {
            return ", " + Figures.count(strange) + (strange == 1 ? " value is" : " values are") + " not finite";
        }
        String size = values.limit() == 1
                ? ", " + Figures.number(values.get(0))
                : ", norm " + Figures.number(Math.sqrt(squares));
        return size + (zeros > 0 ? ", " + Figures.percent((double) zeros / values.limit()) + " zeros" : "")
                + ", finite";
    }

    private static String bytes(ByteBuffer values) {
        int least = 255;
        int most = 0;
        for (int i = 0; i < values.limit(); i++) {
            int value = Byte.toUnsignedInt(values.get(i));
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return ", " + least + " to " + most;
    }

    private static String longs(Tensor tensor) {
        assert tensor.element() == ElementType.INT64;
        var values = tensor.longs();
        StringBuilder text = new StringBuilder(": ");
        for (int i = 0; i < Math.min(4, values.limit()); i++) {
            text.append(i > 0 ? ", " : "").append(values.get(i));
        }
        return text.append(values.limit() > 4 ? " …" : "").toString();
    }
}
