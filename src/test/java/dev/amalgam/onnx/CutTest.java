package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.amalgam.onnx.Inspection.Interior;
import dev.amalgam.onnx.Inspection.Value;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final Tensor ONE = Tensor.floats(new long[] {1}, 1);

    /** x → a → b → y, and z from another input. */
    private static ModelMaker line() {
        return ModelMaker.opset(13)
                .input("x", "float32[N]")
                .input("other", "float32[N]")
                .weight("wa", ONE)
                .weight("wb", Tensor.floats(new long[] {1}, 2))
                .node("Add", "x wa -> a")
                .interior("a", "float32[N]")
                .node("Mul", "a wb -> b")
                .node("Relu", "b -> y")
                .node("Abs", "other -> z")
                .output("y", "float32[N]")
                .output("z", "float32[N]");
    }

    @Test
    void keepsOnlyWhatTheTapsNeed() throws OnnxException {
        OnnxModel cut = line().make().cut(List.of("a"));
        assertThat(cut.inspect().operators()).containsOnlyKeys("Add");
        assertThat(cut.inspect().inputs()).extracting(Value::name).containsExactly("x");
        assertThat(cut.inspect().outputs()).extracting(Value::typeText).containsExactly("float32[N]");
        assertThat(cut.weightNames()).containsExactly("wa");
    }

    @Test
    void givesTheOutputsInTheOrderOfTheTaps() throws OnnxException {
        OnnxModel cut = line().make().cut(List.of("z", "b", "y"));
        assertThat(cut.inspect().outputs()).extracting(Value::name).containsExactly("z", "b", "y");
    }

    @Test
    void makesInteriorTensorsInputs() throws OnnxException {
        OnnxModel cut = line().make().cut(List.of("a"), List.of("y"));
        assertThat(cut.inspect().operators()).containsOnlyKeys("Mul", "Relu");
        assertThat(cut.inspect().inputs()).extracting(Value::typeText).containsExactly("float32[N]");
        assertThat(cut.inspect().inputs()).extracting(Value::name).containsExactly("a");
    }

    @Test
    void keepsWhatOnlyAGraphInsideUses() throws OnnxException {
        ModelMaker branch = ModelMaker.inner().node("Add", "a wb -> sum").output("sum", "float32[N]");
        ModelMaker other = ModelMaker.inner().node("Identity", "x -> same").output("same", "float32[N]");
        OnnxModel cut = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .input("c", "bool[]")
                .weight("wb", ONE)
                .weight("unused", ONE)
                .node("Abs", "x -> a")
                .nodeWith("If", "c -> y", "then_branch", branch, "else_branch", other)
                .make()
                .cut(List.of("y"));
        assertThat(cut.inspect().operators()).containsOnlyKeys("Abs", "Add", "Identity", "If");
        assertThat(cut.weightNames()).containsExactly("wb");
    }

    @Test
    void dropsFunctionsThatNobodyCalls() throws OnnxException {
        OnnxModel cut = ModelMaker.opset(18)
                .domain("f", 1)
                .input("x", "float32[N]")
                .function(
                        "f",
                        "Used",
                        18,
                        "a -> b",
                        ModelMaker.wire("f::Inner", "a -> b").build())
                .function(
                        "f",
                        "Inner",
                        18,
                        "a -> b",
                        ModelMaker.wire("Relu", "a -> b").build())
                .function(
                        "f",
                        "Unused",
                        18,
                        "a -> b",
                        ModelMaker.wire("Abs", "a -> b").build())
                .node("f::Used", "x -> y")
                .node("f::Unused", "x -> z")
                .make()
                .cut(List.of("y"));
        assertThat(cut.proto().getFunctionsList()).extracting(f -> f.getName()).containsExactly("Used", "Inner");
    }

    @Test
    void keepsANodeOneOfWhoseResultsComesFromOutside() throws OnnxException {
        OnnxModel cut = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("Split", "x -> left right", Attributes.of("axis", 0))
                .node("Add", "left right -> y")
                .make()
                .cut(List.of("left"), List.of("y"));
        assertThat(cut.inspect().inputs()).extracting(Value::name).containsExactly("left", "x");
        assertThat(cut.inspect().interior()).extracting(Interior::tensor).doesNotContain("left");
    }

    @Test
    void putsNodesInOrderThatTheFileHadInNone() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("Relu", "a -> y")
                .node("Abs", "x -> a")
                .make();
        assertThat(model.inspect().interior()).extracting(Interior::tensor).containsExactly("a", "y");
        assertThat(model.cut(List.of("y")).proto().getGraph().getNode(0).getOpType())
                .isEqualTo("Abs");
    }

    @Test
    void refusesAnUnknownTapAndNamesTheNearest() {
        OnnxException refusal = catchThrowableOfType(
                OnnxException.class,
                () -> ModelMaker.opset(13)
                        .input("x", "float32[N]")
                        .node("Abs", "x -> conv_pw_13_relu")
                        .make()
                        .cut(List.of("conv_pw_13_rely")));
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_TENSOR);
        assertThat(refusal).hasMessageContaining("Did you mean conv_pw_13_relu?");
    }

    @Test
    void doesNotFindTensorsOfGraphsInside() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("c", "bool[]")
                .input("x", "float32[N]")
                .nodeWith("If", "c -> y", "then_branch", ModelMaker.inner().node("Abs", "x -> within"))
                .make();
        OnnxException refusal = catchThrowableOfType(OnnxException.class, () -> model.cut(List.of("within")));
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_TENSOR);
    }

    @Test
    void exposesEverythingThatIsMadeOnce() throws OnnxException {
        OnnxModel exposed = line().make().exposed();
        assertThat(exposed.inspect().outputs())
                .extracting(Value::name, Value::typeText)
                .containsExactly(
                        tuple("y", "float32[N]"), tuple("z", "float32[N]"), tuple("a", "float32[N]"), tuple("b", "?"));
    }

    @Test
    void sharesTheBytesOfWeights() throws OnnxException {
        OnnxModel whole = line().make();
        OnnxModel cut = whole.cut(List.of("a"));
        assertThat(cut.proto().getGraph().getInitializer(0).getRawData())
                .isSameAs(whole.proto().getGraph().getInitializer(0).getRawData());
    }

    @Test
    void listsNoInitialiserAsInput() throws OnnxException {
        OnnxModel old = line().input("wa", "float32[1]").make();
        assertThat(old.inspect().inputs()).extracting(Value::name).containsExactly("x", "other");
    }
}
