package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.onnx.Inspection.Interior;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpliceTest {
    private static final TensorType VECTOR = TensorType.parse("float32[N]");
    private static final Tensor TWO = Tensor.floats(new long[] {1}, 2);

    private final GraphBuilder builder = new GraphBuilder("g");
    private final Ref x = builder.input("x", VECTOR);

    @Test
    void putsEveryNameBehindTheScope() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .weight("w", TWO)
                .node(ModelMaker.wire("Mul", "in w -> scaled").setName("scale").build())
                .node("Relu", "scaled -> out")
                .make();
        OnnxModel built = splice(model, "in", "out");
        assertThat(built.weightNames()).containsExactly("part/w");
        assertThat(built.inspect().interior())
                .extracting(Interior::nodeName, Interior::tensor)
                .containsExactly(tuple("part/scale", "part/scaled"), tuple("part/Relu", "y"));
        assertThat(built.ordered().getFirst().getInputList()).containsExactly("x", "part/w");
    }

    @Test
    void storesEqualWeightsOnceWhateverTheirNameAndForm() throws OnnxException {
        TensorProto typed = TensorProto.newBuilder()
                .setName("typed")
                .setDataType(1)
                .addDims(1)
                .addFloatData(2)
                .build();
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .weight("raw", TWO)
                .weight(typed)
                .weight("other shape", Tensor.floats(new long[] {1, 1}, 2))
                .node("Constant", "-> constant", Attributes.of("value", TWO))
                .node("Constant", "-> listed", Attributes.of("value_floats", new float[] {2}))
                .node("Sum", "in raw typed constant listed -> a")
                .node("Add", "a other -> b".replace("other", "typed"))
                .make();
        OnnxModel built = splice(model, "in", "b");
        assertThat(built.weightNames()).containsExactly("part/raw");
        assertThat(built.inspect().operators()).doesNotContainKey("Constant");
    }

    @Test
    void keepsWeightsApartThatDifferInShapeOrType() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .weight("a", Tensor.floats(new long[] {2}, 0, 0))
                .weight("b", Tensor.floats(new long[] {1, 2}, 0, 0))
                .weight("c", Tensor.longs(new long[] {1}, 0))
                .domain("com.microsoft", 1)
                .node("com.microsoft::Made", "in a b c -> out")
                .make();
        assertThat(splice(model, "in", "out").weightNames()).hasSize(3);
    }

    @Test
    void renamesCapturesInsideGraphsAndKeepsTheirOwnNamesApart() throws OnnxException {
        ModelMaker then = ModelMaker.inner()
                .weight("k", TWO)
                .node("Mul", "a k -> t")
                .node("Add", "t in -> r")
                .output("r", "float32[M]");
        ModelMaker otherwise = ModelMaker.inner().node("Abs", "w -> t").output("t", "float32[M]");
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .input("c", "bool[]")
                .weight("w", TWO)
                .node("Relu", "in -> a")
                .nodeWith("If", "c -> out", "then_branch", then, "else_branch", otherwise)
                .make();
        Ref condition = builder.input("condition", TensorType.parse("bool[]"));
        Ref out = builder.scope("part")
                .splice(model, Map.of("in", x, "c", condition), List.of("out"))
                .get("out");
        builder.output("y", out, VECTOR);
        OnnxModel built = builder.build();

        NodeProto branching = built.ordered().getLast();
        assertThat(branching.getInputList()).containsExactly("condition");
        GraphProto first = branching.getAttribute(0).getG();
        assertThat(first.getNode(0).getInputList())
                .containsExactly("part/a", first.getInitializer(0).getName());
        assertThat(first.getNode(1).getInputList())
                .containsExactly(first.getNode(0).getOutput(0), "x");
        assertThat(first.getOutput(0).getName()).isEqualTo(first.getNode(1).getOutput(0));
        assertThat(first.getOutput(0)
                        .getType()
                        .getTensorType()
                        .getShape()
                        .getDim(0)
                        .getDimParam())
                .isEqualTo("part/M");
        GraphProto second = branching.getAttribute(1).getG();
        assertThat(second.getNode(0).getInputList()).containsExactly("part/w");
        assertThat(second.getOutput(0).getName())
                .isEqualTo(second.getNode(0).getOutput(0))
                .isNotEqualTo(first.getNode(0).getOutput(0));
    }

    @Test
    void letsAGraphInsideHideANameOfTheGraphAround() throws OnnxException {
        ModelMaker body =
                ModelMaker.inner().node("Abs", "in -> a").node("Neg", "a -> b").output("b", "float32[N]");
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .input("c", "bool[]")
                .node("Relu", "in -> a")
                .nodeWith("If", "c -> out", "then_branch", body)
                .node("Add", "a out -> sum")
                .make();
        Ref condition = builder.input("c", TensorType.parse("bool[]"));
        Ref sum = builder.scope("part")
                .splice(model, Map.of("in", x, "c", condition), List.of("sum"))
                .get("sum");
        builder.output("y", sum, VECTOR);
        List<NodeProto> nodes = builder.build().ordered();
        GraphProto inner = nodes.get(1).getAttribute(0).getG();
        String hidden = inner.getNode(0).getOutput(0);
        assertThat(inner.getNode(1).getInputList()).containsExactly(hidden);
        assertThat(nodes.get(2).getInput(0))
                .isEqualTo(nodes.get(0).getOutput(0))
                .isNotEqualTo(hidden);
    }

    @Test
    void bringsFunctionsAlongEqualOnesOnce() throws OnnxException {
        OnnxModel model = ModelMaker.opset(18)
                .domain("f", 1)
                .input("in", "float32[N]")
                .function(
                        "f",
                        "Outer",
                        18,
                        "a -> b",
                        ModelMaker.wire("f::Inner", "a -> b").build())
                .function(
                        "f",
                        "Inner",
                        18,
                        "a -> b",
                        ModelMaker.wire("Relu", "a -> b").build())
                .node("f::Outer", "in -> out")
                .make();
        OnnxModel different = ModelMaker.opset(18)
                .domain("f", 1)
                .input("in", "float32[N]")
                .function(
                        "f",
                        "Inner",
                        18,
                        "a -> b",
                        ModelMaker.wire("Abs", "a -> b").build())
                .node("f::Inner", "in -> out")
                .make();
        Ref one = spliced(model, x, "one");
        Ref two = spliced(model, one, "two");
        builder.output("y", spliced(different, two, "three"), VECTOR);
        OnnxModel built = builder.build();
        assertThat(built.proto().getFunctionsList())
                .extracting(f -> f.getName() + " " + f.getNode(0).getOpType())
                .containsExactly("Inner Relu", "Inner_2 Abs", "Outer Inner");
        assertThat(built.inspect().opset())
                .containsEntry(FunctionPool.DOMAIN, 1)
                .doesNotContainKey("f");
        OnnxModel.parse(built.toBytes(), "again");
    }

    private Ref spliced(OnnxModel model, Ref in, String scope) throws OnnxException {
        return builder.scope(scope)
                .splice(model, Map.of("in", in), List.of("out"))
                .get("out");
    }

    @Test
    void connectsTensorsInsideTheModelToo() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .node("Abs", "in -> middle")
                .node("Relu", "middle -> out")
                .make();
        assertThat(splice(model, "middle", "out").inspect().operators()).containsOnlyKeys("Relu");
    }

    @Test
    void givesBackInputsAndWeightsThatAreTapped() throws OnnxException {
        OnnxModel model =
                ModelMaker.opset(13).input("in", "float32[N]").weight("w", TWO).make();
        Map<String, Ref> taps = builder.scope("part").splice(model, Map.of("in", x), List.of("in", "w"));
        builder.output("same", taps.get("in"), VECTOR);
        builder.output("weight", taps.get("w"), VECTOR);
        assertThat(builder.build().inspect().operators()).isEqualTo(Map.of("Identity", 2));
    }

    @Test
    void refusesAMissingInputByNameAndType() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("left", "float32[N]")
                .input("right", "float32[N,3]")
                .node("Add", "left right -> out")
                .make();
        OnnxException refusal = catchThrowableOfType(
                OnnxException.class, () -> builder.scope("s").splice(model, Map.of("left", x), List.of("out")));
        assertThat(refusal.reason()).isEqualTo(Reason.MISSING_INPUT);
        assertThat(refusal).hasMessageContaining("right").hasMessageContaining("float32[N,3]");
    }

    @Test
    void needsNoInputThatTheTapsDoNotNeed() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .input("unused", "float32[N]")
                .node("Abs", "in -> out")
                .node("Abs", "unused -> other")
                .make();
        assertThat(splice(model, "in", "out").inspect().operators()).isEqualTo(Map.of("Abs", 1));
    }

    @Test
    void refusesTensorsThatTheModelDoesNotHave() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13).input("in", "float32[N]").make();
        OnnxException refusal = catchThrowableOfType(
                OnnxException.class, () -> builder.scope("s").splice(model, Map.of("inn", x), List.of("in")));
        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_TENSOR);
    }

    @Test
    void refusesTensorsOfAnotherBuilder() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .node("Abs", "in -> out")
                .make();
        Ref foreign = new GraphBuilder("other").input("x", VECTOR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.scope("s").splice(model, Map.of("in", foreign), List.of("out")))
                .withMessageContaining("does not belong");
    }

    @Test
    void keepsEqualNamesOfTwoModelsApart() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("in", "float32[N]")
                .node("Abs", "in -> x")
                .make();
        Ref first =
                builder.scope("s").splice(model, Map.of("in", x), List.of("x")).get("x");
        Ref second = builder.scope("s")
                .splice(model, Map.of("in", first), List.of("x"))
                .get("x");
        builder.output("s/x", second, VECTOR);
        OnnxModel built = builder.build();
        assertThat(built.inspect().interior())
                .extracting(Interior::tensor)
                .doesNotHaveDuplicates()
                .endsWith("s/x");
        OnnxModel.parse(built.toBytes(), "again");
    }

    private OnnxModel splice(OnnxModel model, String input, String tap) throws OnnxException {
        Ref out = builder.scope("part")
                .splice(model, Map.of(input, x), List.of(tap))
                .get(tap);
        builder.output("y", out, VECTOR);
        return builder.build();
    }
}
