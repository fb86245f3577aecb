package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorsTest {
    /** Two elements, 1 and 2, in the field that holds them; the bytes little-endian. */
    @ParameterizedTest
    @CsvSource({
        "INT32, 0100000002000000",
        "INT16, 01000200",
        "UINT16, 01000200",
        "INT8, 0102",
        "UINT8, 0102",
        "FLOAT16, 01000200",
        "BFLOAT16, 01000200",
        "FLOAT8E5M2, 0102"
    })
    void readsTheInt32Field(ElementType element, String hex) {
        assertThat(bytes(proto(element).addInt32Data(1).addInt32Data(2))).isEqualTo(hex);
    }

    @Test
    void readsTheOtherFields() {
        assertThat(bytes(proto(ElementType.FLOAT32).addFloatData(1).addFloatData(-2)))
                .isEqualTo("0000803f000000c0");
        assertThat(bytes(proto(ElementType.FLOAT64).addDoubleData(1).addDoubleData(0)))
                .isEqualTo("000000000000f03f0000000000000000");
        assertThat(bytes(proto(ElementType.INT64).addInt64Data(1).addInt64Data(-1)))
                .isEqualTo("0100000000000000ffffffffffffffff");
        assertThat(bytes(proto(ElementType.UINT32).addUint64Data(1).addUint64Data(0xFFFFFFFFL)))
                .isEqualTo("01000000ffffffff");
        assertThat(bytes(proto(ElementType.UINT64).addUint64Data(1).addUint64Data(2)))
                .isEqualTo("01000000000000000200000000000000");
        assertThat(bytes(proto(ElementType.BOOL).addInt32Data(1).addInt32Data(0)))
                .isEqualTo("0100");
        assertThat(bytes(proto(ElementType.INT4).addInt32Data(0x21))).isEqualTo("21");
    }

    @Test
    void readsTexts() {
        TensorProto texts = proto(ElementType.STRING)
                .addStringData(ByteString.copyFromUtf8("Katze"))
                .addStringData(ByteString.copyFromUtf8("Möwe"))
                .build();
        assertThat(Tensors.toTensor(texts).orElseThrow().strings()).containsExactly("Katze", "Möwe");
    }

    @Test
    void writesWhatItReads() {
        for (Tensor tensor : List.of(
                Tensor.floats(new long[] {2, 1}, 1, 2),
                Tensor.scalar(7L),
                Tensor.strings(new long[] {1}, List.of("a")),
                Tensor.of(ElementType.UINT8, new long[] {0}, ByteBuffer.allocate(0)))) {
            assertThat(Tensors.toTensor(Tensors.toProto(tensor))).contains(tensor);
        }
    }

    @Test
    void leavesUnknownElementTypesAlone() {
        assertThat(Tensors.toTensor(TensorProto.newBuilder().setDataType(99).build()))
                .isEmpty();
    }

    private static TensorProto.Builder proto(ElementType element) {
        return TensorProto.newBuilder().setDataType(element.code()).addDims(2);
    }

    private static String bytes(TensorProto.Builder proto) {
        ByteBuffer bytes = Tensors.toTensor(proto.build()).orElseThrow().bytes();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
