package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Multiply-adds, held against what is counted by hand. */
class WorkTest {
    private static OptionalLong count(String operator, String a, String b, String result, Attributes attributes)
            throws OnnxException {
        OnnxModel model = ModelMaker.opset(18)
                .input("a", a)
                .input("b", b)
                .output("y", result)
                .node(operator, "a b -> y", attributes)
                .make();
        Map<String, TensorType> types =
                Map.of("a", TensorType.parse(a), "b", TensorType.parse(b), "y", TensorType.parse(result));
        return model.work(types).multiplyAdds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Conv; float32[1,3,8,8]; float32[16,3,3,3]; float32[1,16,6,6]; 15552
        Conv; float32[1,16,8,8]; float32[16,1,3,3]; float32[1,16,8,8]; 9216
        Conv; float32[2,3,8]; float32[4,3,5]; float32[2,4,4]; 480
        ConvInteger; uint8[1,3,8,8]; uint8[16,3,1,1]; int32[1,16,8,8]; 3072
        ConvTranspose; float32[1,8,4,4]; float32[8,2,3,3]; float32[1,2,9,9]; 2304
        Gemm; float32[2,3]; float32[3,5]; float32[2,5]; 30
        MatMul; float32[7,2,3]; float32[3,5]; float32[7,2,5]; 210
        MatMul; float32[3]; float32[3,5]; float32[5]; 15
        MatMulInteger; uint8[2,3]; uint8[3,5]; int32[2,5]; 30
        Add; float32[2,3]; float32[2,3]; float32[2,3]; 0
        """)
    void countsWhatIsMultipliedAndAdded(String operator, String a, String b, String result, long expected)
            throws OnnxException {
        assertThat(count(operator, a, b, result, Attributes.NONE)).hasValue(expected);
    }

    @Test
    void readsATransposedMatrixAsItLies() throws OnnxException {
        assertThat(count("Gemm", "float32[3,2]", "float32[3,5]", "float32[2,5]", Attributes.of("transA", 1)))
                .hasValue(30);
    }

    @Test
    void countsEachCombinationOfTheIndicesOfAnEinsum() throws OnnxException {
        assertThat(count(
                        "Einsum",
                        "float32[2,3,4]",
                        "float32[2,4,5]",
                        "float32[2,3,5]",
                        Attributes.of("equation", "bij, bjk -> bik")))
                .hasValue(120);
        assertThat(count(
                        "Einsum",
                        "float32[2,3]",
                        "float32[3,5]",
                        "float32[2,5]",
                        Attributes.of("equation", "...i,ij->...j")))
                .isEmpty();
    }

    @Test
    void usesAllWeightsOfARecurrentNetworkInEachStep() throws OnnxException {
        OnnxModel model = ModelMaker.opset(18)
                .input("x", "float32[5,2,3]")
                .output("y", "float32[5,1,2,4]")
                .weight("w", Tensor.floats(new long[] {1, 16, 3}, new float[48]))
                .weight("r", Tensor.floats(new long[] {1, 16, 4}, new float[64]))
                .node("LSTM", "x w r -> y", Attributes.of("hidden_size", 4))
                .make();
        assertThat(model.work(Map.of("x", TensorType.parse("float32[5,2,3]"))).multiplyAdds())
                .hasValue(5 * 2 * (48 + 64));
    }

    @Test
    void guessesNothing() throws OnnxException {
        assertThat(count("Conv", "float32[N,3,8,8]", "float32[16,3,3,3]", "float32[N,16,6,6]", Attributes.NONE))
                .isEmpty();
        assertThat(count("com.microsoft::Attention", "float32[1]", "float32[1]", "float32[1]", Attributes.NONE))
                .isEmpty();
        OnnxModel calls = ModelMaker.opset(18)
                .domain("own", 1)
                .input("a", "float32[1]")
                .output("y", "float32[1]")
                .function(
                        "own",
                        "Twice",
                        18,
                        "x -> y",
                        ModelMaker.wire("Add", "x x -> y").build())
                .node("own::Twice", "a -> y")
                .make();
        assertThat(calls.work(Map.of()).multiplyAdds()).isEmpty();
    }

    @Test
    void namesEachOperatorAndWhatItReads() throws OnnxException {
        OnnxModel model = ModelMaker.opset(18)
                .input("a", "float32[1]")
                .output("y", "float32[1]")
                .node("Relu", "a -> b")
                .node("Neg", "b -> y")
                .make();
        assertThat(model.work(Map.of()).operators())
                .extracting(Work.Operator::type)
                .containsExactly("Relu", "Neg");
        assertThat(model.work(Map.of()).operators().getLast().reads()).containsExactly("b");
    }

    @Test
    void isFedWithSizesThatItLeavesOpen() throws OnnxException {
        OnnxModel model = ModelMaker.opset(18)
                .input("a", "float32[N]")
                .output("y", "float32[N]")
                .node("Relu", "a -> y")
                .make()
                .fed(Map.of("a", TensorType.parse("float32[7]")));
        assertThat(model.inspect().inputs().getFirst().typeText()).isEqualTo("float32[7]");
    }
}
