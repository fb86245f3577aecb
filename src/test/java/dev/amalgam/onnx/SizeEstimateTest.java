package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Models of a few hundred bytes that would take all memory. */
class SizeEstimateTest {
    private static final long MEBI = 1L << 20;

    @Test
    void refusesAHugeFill() {
        refuses(ModelMaker.opset(13)
                .weight("shape", Tensor.longs(new long[] {2}, MEBI, MEBI))
                .node("ConstantOfShape", "shape -> y"));
    }

    @Test
    void refusesDoublingByConcat() {
        ModelMaker maker = ModelMaker.opset(13).input("x0", "float32[1024]");
        for (int i = 0; i < 30; i++) {
            maker.node("Concat", "x" + i + " x" + i + " -> x" + (i + 1), Attributes.of("axis", 0));
        }
        refuses(maker);
    }

    @Test
    void refusesDoublingInsideABranch() {
        ModelMaker branch = ModelMaker.inner();
        branch.node("Concat", "x x -> a0", Attributes.of("axis", 0));
        for (int i = 0; i < 30; i++) {
            branch.node("Add", "a" + i + " a" + i + " -> b" + i);
            branch.node("Concat", "b" + i + " b" + i + " -> a" + (i + 1), Attributes.of("axis", 0));
        }
        refuses(ModelMaker.opset(13)
                .input("c", "bool[]")
                .input("x", "float32[1024]")
                .nodeWith("If", "c -> y", "then_branch", branch, "else_branch", ModelMaker.inner()));
    }

    @Test
    void refusesExpandTilePadAndRange() {
        Tensor huge = Tensor.longs(new long[] {1}, MEBI * MEBI);
        refuses(one().weight("n", huge).node("Expand", "x n -> y"));
        refuses(one().weight("n", huge).node("Tile", "x n -> y"));
        refuses(one().weight("n", Tensor.longs(new long[] {2}, MEBI, MEBI * MEBI))
                .node("Pad", "x n -> y"));
        refuses(ModelMaker.opset(13)
                .weight("from", Tensor.scalar(0L))
                .weight("to", Tensor.scalar(MEBI * MEBI))
                .weight("step", Tensor.scalar(1L))
                .node("Range", "from to step -> y"));
    }

    @Test
    void refusesAProductOfTwoLongVectors() {
        refuses(ModelMaker.opset(13)
                .input("a", "float32[1000000,1]")
                .input("b", "float32[1,1000000]")
                .node("Mul", "a b -> y"));
        refuses(ModelMaker.opset(13)
                .input("a", "float32[1000000,1]")
                .input("b", "float32[1,1000000]")
                .node("MatMul", "a b -> y"));
    }

    @Test
    void letsTheUsualPass() {
        assertThatCode(() -> ModelMaker.opset(13)
                        .input("x", "float32[N,1000]")
                        .weight("shape", Tensor.longs(new long[] {2}, 1000, 1000))
                        .weight("repeats", Tensor.longs(new long[] {2}, 1, 100))
                        .node("ConstantOfShape", "shape -> zeros")
                        .node("Tile", "x repeats -> wide")
                        .node("Add", "x zeros -> sum")
                        .node("Expand", "x shape -> more")
                        .make())
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotMixUpTensorsOfEqualNameInTwoBranches() {
        ModelMaker small = ModelMaker.inner()
                .weight("n", Tensor.longs(new long[] {1}, MEBI * MEBI))
                .node("Identity", "n -> t");
        ModelMaker other = ModelMaker.inner().node("Shape", "x -> n").node("ConstantOfShape", "n -> t");
        assertThatCode(() -> ModelMaker.opset(13)
                        .input("c", "bool[]")
                        .input("x", "float32[N]")
                        .nodeWith("If", "c -> y", "then_branch", small, "else_branch", other)
                        .make())
                .doesNotThrowAnyException();
    }

    private static ModelMaker one() {
        return ModelMaker.opset(13).input("x", "float32[1]");
    }

    private static void refuses(ModelMaker maker) {
        OnnxException refusal = catchThrowableOfType(OnnxException.class, maker::make);
        assertThat(refusal).isNotNull().hasMessageContaining("bytes");
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    }
}
