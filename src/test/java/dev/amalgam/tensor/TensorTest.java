package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
    private static final Tensor FLOATS = Tensor.floats(new long[] {3}, 1, -2, 3.5f);

    @Test
    void valuesComeBack() {
        float[] floats = new float[3];
        FLOATS.floats().get(floats);
        assertThat(floats).containsExactly(1, -2, 3.5f);
        Tensor longs = Tensor.longs(new long[] {2}, Long.MIN_VALUE, 7);
        assertThat(longs.longs().get(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(longs.longs().get(1)).isEqualTo(7);
        assertThat(Tensor.strings(new long[] {2}, List.of("cat", "é")).strings())
                .containsExactly("cat", "é");
    }

    @Test
    void numbersLieLittleEndian() {
        byte[] bytes = new byte[8];
        Tensor.scalar(0x0102030405060708L).bytes().get(bytes);
        assertThat(bytes).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void typeAndSizesAreSaid() {
        assertThat(Tensor.floats(new long[] {2, 1, 3}, 1, 2, 3, 4, 5, 6).type()).hasToString("float32[2,1,3]");
        assertThat(Tensor.scalar(1f).type()).hasToString("float32[]");
        assertThat(Tensor.scalar(1f).elements()).isEqualTo(1);
        assertThat(Tensor.floats(new long[] {4, 0}).elements()).isZero();
        assertThat(Tensor.bytes(new long[] {2}, (byte) 200, (byte) 1).element()).isEqualTo(ElementType.UINT8);
    }

    @Test
    void elementsOfLessThanAByteArePacked() {
        assertThat(Tensor.of(ElementType.INT4, new long[] {3}, ByteBuffer.allocate(2))
                        .bytes()
                        .remaining())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(ElementType.INT4, new long[] {5}, ByteBuffer.allocate(2)));
    }

    /** The digests were computed with another program over the same bytes. */
    @Test
    void theHashIsOfTheRawBytes() {
        assertThat(FLOATS.sha256()).isEqualTo("89e4869f4e44c5ae044a22108f669af1c86db9944003c8f2c07fdab3980d5938");
        assertThat(Tensor.longs(new long[] {2}, 1, -2).sha256())
                .isEqualTo("ad47ab1aede0a7b8af007a36d82ccbbee709bec1066af6f44fed82bd2cb490ed");
        // The example of FIPS 180-2, appendix B.1.
        assertThat(Tensor.bytes(new long[] {3}, (byte) 'a', (byte) 'b', (byte) 'c')
                        .sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Tensor.strings(new long[] {2}, List.of("Katze", "é")).sha256())
                .isEqualTo("d34bae40fa152077a670eca9e49ebccaefd604d7ce78f371315b061285836e08");
    }

    @Test
    void stringsDoNotRunTogetherInTheHash() {
        assertThat(Tensor.strings(new long[] {2}, List.of("ab", "c")).sha256())
                .isNotEqualTo(Tensor.strings(new long[] {2}, List.of("a", "bc")).sha256());
    }

    @Test
    void nothingThatIsHandedOutChangesIt() {
        long[] dims = {3};
        byte[] values = {1, 2, 3};
        Tensor tensor = Tensor.bytes(dims, values);
        dims[0] = 9;
        values[0] = 9;
        tensor.dims()[0] = 9;
        tensor.bytes().get();
        assertThat(tensor).isEqualTo(Tensor.bytes(new long[] {3}, (byte) 1, (byte) 2, (byte) 3));
        assertThat(tensor.bytes().remaining()).isEqualTo(3);
        assertThatThrownBy(() -> tensor.bytes().put(0, (byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
        assertThatThrownBy(() -> FLOATS.floats().put(0, 9)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void theListOfStringsIsCopied() {
        List<String> texts = new ArrayList<>(List.of("a"));
        Tensor tensor = Tensor.strings(new long[] {1}, texts);
        texts.set(0, "b");
        assertThat(tensor.strings()).containsExactly("a");
    }

    @Test
    void theNumberOfValuesMustFitTheSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.floats(new long[] {2, 2}, 1, 2, 3))
                .withMessage("float32[2,2] needs 16 bytes, but 12 are given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.strings(new long[] {2}, List.of("a")))
                .withMessage("string[2] needs 2 strings, but 1 are given");
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.floats(new long[] {-1, -1}, 1))
                .withMessageContaining("fewer than 0 elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.floats(new long[] {Long.MAX_VALUE, 2}, 1))
                .withMessageContaining("more elements than can be counted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(ElementType.STRING, new long[] {0}, ByteBuffer.allocate(0)));
    }

    @Test
    void anotherViewIsRefused() {
        assertThatIllegalStateException().isThrownBy(FLOATS::longs).withMessage("the values are float32, not int64");
    }

    @Test
    void equalityIsByTypeSizesAndBits() {
        assertThat(FLOATS)
                .isEqualTo(Tensor.floats(new long[] {3}, 1, -2, 3.5f))
                .hasSameHashCodeAs(Tensor.floats(new long[] {3}, 1, -2, 3.5f))
                .isNotEqualTo(Tensor.floats(new long[] {1, 3}, 1, -2, 3.5f))
                .isNotEqualTo(Tensor.of(ElementType.INT32, new long[] {3}, FLOATS.bytes()));
        assertThat(Tensor.scalar(0f)).isNotEqualTo(Tensor.scalar(-0f));
        assertThat(Tensor.scalar(Float.NaN)).isEqualTo(Tensor.scalar(Float.NaN));
    }
}
