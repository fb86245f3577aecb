package dev.amalgam.desk.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumericsTest {
    private static final PortRef PORT = PortRef.parse("head.out");

    private static Optional<Problem> judge(Representation representation, Tensor value) {
        return Numerics.of(PORT, new PortType(value.type(), representation), value);
    }

    private static Tensor row(float... values) {
        return Tensor.floats(new long[] {1, values.length}, values);
    }

    /** What is odd, and the code it has. */
    record Odd(String code, Representation representation, Tensor value, String words) {}

    private static List<Odd> odd() {
        return List.of(
                new Odd(
                        "not-finite",
                        Representation.LOGITS,
                        row(1, Float.NaN, 2),
                        "1 values that are no numbers (NaN)"),
                new Odd(
                        "not-finite",
                        Representation.ENCODING,
                        row(Float.NaN, Float.NEGATIVE_INFINITY, 2),
                        "and 1 infinite ones of 3"),
                new Odd("not-finite", Representation.SOFT, row(Float.POSITIVE_INFINITY, 0), "1 infinite values of 2"),
                new Odd("constant", Representation.EMBEDDING, row(0.5f, 0.5f, 0.5f), "is 0.5 everywhere"),
                new Odd(
                        "constant",
                        Representation.RAW,
                        Tensor.bytes(new long[] {1, 1, 3}, new byte[3]),
                        "is 0 everywhere"),
                new Odd("saturated", Representation.RAW, picture(95), "95 % of its values are 0 or 255"),
                new Odd("dead-channels", Representation.ENCODING, channels(10, 1), "has 9 channels of 10"),
                new Odd(
                        "not-unit-length",
                        Representation.EMBEDDING.withUnitLength(),
                        Tensor.floats(new long[] {2, 2}, 0.6f, 0.8f, 1, 1),
                        "a row of length 1.41"),
                new Odd("already-probabilities", Representation.LOGITS, row(0.2f, 0.8f), "sums to 1 in every row"),
                new Odd("out-of-range", Representation.SOFT_INDEPENDENT, row(0.1f, 1.5f), "runs from 0.1 to 1.5"),
                new Odd("wrong-sum", Representation.SOFT, row(0.25f, 0.5f), "sums to 0.75 instead of 1"),
                new Odd("saturated", Representation.SOFT, row(0, 1, 0), "is 0 or 1 everywhere"),
                new Odd("undecided", Representation.HARD_INDEPENDENT, row(0, 0.5f), "other values than 0 and 1"),
                new Odd("undecided", Representation.HARD, row(1, 1, 0), "does not choose exactly one"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatIsOddIsSaidOfThePortAndDoesNotKeepItFromRunning(Odd odd) {
        Problem found = judge(odd.representation(), odd.value()).orElseThrow();
        assertThat(found.code()).isEqualTo(odd.code());
        assertThat(found.message()).startsWith("'head.out' ").contains(odd.words());
        assertThat(found.port()).contains("out");
        assertThat(found.isError()).isFalse();
        assertThat(found.remedy()).isNotBlank();
    }

    private static List<Odd> sound() {
        return List.of(
                new Odd("", Representation.LOGITS, row(-1, 3, 2), ""),
                new Odd("", Representation.LOGITS, row(0.2f, 0.9f), ""),
                new Odd("", Representation.EMBEDDING, row(0, 7, 3), ""),
                new Odd("", Representation.EMBEDDING.withUnitLength(), row(0.6f, 0.8f), ""),
                new Odd("", Representation.ENCODING, channels(10, 2), ""),
                new Odd("", Representation.RAW, picture(50), ""),
                new Odd("", Representation.SOFT, row(0.25f, 0.75f), ""),
                new Odd("", Representation.SOFT_INDEPENDENT, row(0.9f, 0.8f, 0.7f), ""),
                new Odd("", Representation.SOFT, half(0.3334f, 0.3333f, 0.3333f), ""),
                new Odd("", Representation.HARD_INDEPENDENT, row(0, 0), ""),
                new Odd("", Representation.HARD, row(0, 1, 0), ""),
                new Odd("", Representation.HARD, Tensor.longs(new long[] {2}, 281, 7), ""),
                new Odd("", Representation.STRUCTURED, Tensor.strings(new long[] {1}, List.of("cat")), ""),
                new Odd("", Representation.STRUCTURED, row(0, 0), ""),
                new Odd("", Representation.EMBEDDING, Tensor.floats(new long[] {0, 4}), ""));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void whatIsAsItShouldBeIsNotSpokenOf(Odd sound) {
        assertThat(judge(sound.representation(), sound.value())).isEmpty();
    }

    @Test
    void everyNumberIsReadAsWhatItIs() {
        ByteBuffer longs = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        longs.putLong(0, -5).putLong(8, 1L << 40);
        Numbers numbers =
                Numbers.of(Tensor.of(ElementType.INT64, new long[] {2}, longs)).orElseThrow();
        assertThat(Spread.of(numbers)).isEqualTo(new Spread(0, 0, -5, 1L << 40));
        Numbers bytes = Numbers.of(Tensor.bytes(new long[] {1}, (byte) 255)).orElseThrow();
        assertThat(bytes.at(0)).isEqualTo(255);
    }

    /** A picture of 100 values, of which so many are white. */
    private static Tensor picture(int white) {
        byte[] pixels = new byte[300];
        Arrays.fill(pixels, (byte) 100);
        Arrays.fill(pixels, 0, 3 * white, (byte) 255);
        return Tensor.bytes(new long[] {10, 10, 3}, pixels);
    }

    /** Feature maps of which so many are alive. */
    private static Tensor channels(int channels, int alive) {
        float[] values = new float[4 * channels];
        for (int channel = 0; channel < alive; channel++) {
            values[4 * channel] = channel + 1;
        }
        return Tensor.floats(new long[] {1, channels, 2, 2}, values);
    }

    private static Tensor half(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return Tensor.of(ElementType.FLOAT16, new long[] {1, values.length}, bytes.flip());
    }
}
