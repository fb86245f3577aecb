package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Old operators beside an operator of set 18. The conformance models of ONNX 1.12 were once spliced beside operators of the sets
 * 13, 18, 22 and 24 and run in ONNX Runtime 1.30: of the 976 that it runs, all but random ones gave the same bits at 13 and 18;
 * at 22 and 24 it computes averages by another kernel (1 ULP) and lacks RandomUniformLike and RoiAlign.
 */
class UpgradeTest {
    private static final TensorType ANY = TensorType.parse("float32[?]");

    @Test
    void turnsAxesIntoAnInput() throws OnnxException {
        OnnxModel built = beside18(ModelMaker.opset(11)
                .input("x", "float32[N,4]")
                .node(
                        "ReduceSum",
                        "x -> y",
                        Attributes.of("axes", new long[] {1}).and("keepdims", 0)));
        NodeProto sum = node(built, "ReduceSum");
        assertThat(built.weight(sum.getInput(1))).contains(Tensor.longs(new long[] {1}, 1));
        assertThat(sum.getAttributeList()).extracting(AttributeProto::getName).containsExactly("keepdims");
        assertThat(built.inspect().opset()).isEqualTo(Map.of("", 18));
    }

    @Test
    void takesAllStepsOneAfterTheOther() throws OnnxException {
        OnnxModel built = beside18(ModelMaker.opset(9)
                .input("x", "float32[1,3,4,4]")
                .node("Upsample", "x scales -> y", Attributes.of("mode", "nearest"))
                .weight("scales", Tensor.floats(new long[] {4}, 1, 1, 2, 2)));
        NodeProto resize = node(built, "Resize");
        assertThat(built.inspect().operators()).doesNotContainKey("Upsample");
        assertThat(resize.getInputCount()).isEqualTo(3);
        assertThat(built.weight(resize.getInput(2))).contains(Tensor.floats(new long[] {4}, 1, 1, 2, 2));
        assertThat(resize.getAttributeList())
                .extracting(a -> a.getName() + "=" + a.getS().toStringUtf8())
                .containsExactlyInAnyOrder(
                        "mode=nearest", "nearest_mode=floor", "coordinate_transformation_mode=asymmetric");
    }

    @Test
    void givesBoundsOfTheModelsOwnFloatingType() throws OnnxException {
        OnnxModel built = beside18(ModelMaker.opset(7)
                .input("x", "float64[N]")
                .node("Clip", "x -> y", Attributes.of("min", 0f).and("max", 6f)));
        NodeProto clip = node(built, "Clip");
        assertThat(built.weight(clip.getInput(2)).orElseThrow().type()).hasToString("float64[]");
        assertThat(clip.getAttributeList()).isEmpty();
    }

    @Test
    void castsBoundsAlikeWhereAModelHasSeveralFloatingTypes() throws OnnxException {
        OnnxModel built = beside18(ModelMaker.opset(7)
                .input("x", "float16[N]")
                .input("z", "float32[N]")
                .node("Clip", "x -> y", Attributes.of("min", 0f)));
        NodeProto clip = node(built, "Clip");
        assertThat(node(built, "CastLike").getOutput(0)).isEqualTo(clip.getInput(1));
        assertThat(node(built, "CastLike").getInput(1)).isEqualTo(clip.getInput(0));
    }

    @Test
    void flattensForASoftmaxOverSeveralAxes() throws OnnxException {
        OnnxModel built = beside18(
                ModelMaker.opset(11).input("x", "float32[N,3,4]").node("Softmax", "x -> y", Attributes.of("axis", 1)));
        assertThat(built.inspect().operators())
                .containsKeys("Shape", "Flatten", "Softmax", "Reshape")
                .containsEntry("Softmax", 1);
    }

    @Test
    void leavesASoftmaxOverTheLastAxisAlone() throws OnnxException {
        OnnxModel built = beside18(
                ModelMaker.opset(11).input("x", "float32[N,3,4]").node("Softmax", "x -> y", Attributes.of("axis", -1)));
        assertThat(built.inspect().operators()).doesNotContainKeys("Flatten", "Reshape");
    }

    @Test
    void rewritesInsideGraphsAndFunctionsToo() throws OnnxException {
        NodeProto squeeze = ModelMaker.wire("Squeeze", "a -> b")
                .addAllAttribute(Attributes.of("axes", new long[] {0}).protos())
                .build();
        ModelMaker branch = ModelMaker.inner()
                .node("Unsqueeze", "x -> t", Attributes.of("axes", new long[] {0}))
                .output("t", "float32[1,N]");
        OnnxModel built = beside18(ModelMaker.opset(11)
                .domain("f", 1)
                .input("x", "float32[N]")
                .input("c", "bool[]")
                .function("f", "F", 11, "a -> b", squeeze)
                .nodeWith("If", "c -> t", "then_branch", branch)
                .node("f::F", "t -> y"));
        NodeProto inside = node(built, "If").getAttribute(0).getG().getNode(1);
        assertThat(inside.getOpType()).isEqualTo("Unsqueeze");
        assertThat(inside.getInputCount()).isEqualTo(2);
        assertThat(built.proto().getFunctions(0).getNode(1).getInputCount()).isEqualTo(2);
        assertThat(built.proto().getFunctions(0).getOpsetImportList())
                .anySatisfy(set -> assertThat(set.getVersion()).isEqualTo(18));
    }

    @Test
    void refusesWhatCannotBeSaidExactlyByNodeAndOperator() {
        OnnxException refusal = catchThrowableOfType(
                OnnxException.class,
                () -> beside18(ModelMaker.opset(11)
                        .input("x", "float32[1,3,8,8]")
                        .weight("roi", Tensor.floats(new long[] {0}))
                        .weight("scales", Tensor.floats(new long[] {4}, 1, 1, 2, 2))
                        .node(
                                "Resize",
                                "x roi scales -> y",
                                Attributes.of("coordinate_transformation_mode", "tf_half_pixel_for_nn"))));
        assertThat(refusal.reason()).isEqualTo(Reason.OPSET);
        assertThat(refusal).hasMessageContaining("Resize").hasMessageContaining("hand-made.onnx");
    }

    @Test
    void refusesOperatorsOfUnknownDomainsInTwoVersions() {
        ModelMaker one = custom(1);
        ModelMaker two = custom(2);
        OnnxException refusal = catchThrowableOfType(OnnxException.class, () -> built(one.make(), two.make()));
        assertThat(refusal.reason()).isEqualTo(Reason.OPSET);
        assertThat(refusal).hasMessageContaining("com.microsoft.example::Thing");
        assertThatCode(() -> built(one.make(), custom(1).make())).doesNotThrowAnyException();
    }

    private static ModelMaker custom(int version) {
        return ModelMaker.opset(13)
                .domain("com.microsoft.example", version)
                .input("x", "float32[N]")
                .node("com.microsoft.example::Thing", "x -> y");
    }

    @Test
    void leavesALoneModelAsItIs() throws OnnxException {
        OnnxModel old = ModelMaker.opset(6)
                .input("x", "float32[N,3]")
                .weight("slope", Tensor.floats(new long[] {3}, 1, 2, 3))
                .node("PRelu", "x slope -> y")
                .make();
        assertThat(built(old).inspect().opset()).isEqualTo(Map.of("", 6));
        OnnxModel newest = ModelMaker.opset(24)
                .input("x", "float32[N]")
                .node("Swish", "x -> y")
                .make();
        assertThat(built(newest).inspect().opset()).isEqualTo(Map.of("", 24));
    }

    @Test
    void knowsTheVersionsOfOperators() {
        assertThat(OpsetTable.since("", "Relu", 13)).contains(13);
        assertThat(OpsetTable.since("", "Relu", 22)).contains(14);
        assertThat(OpsetTable.since("", "StringConcat", 18)).isEmpty();
        assertThat(OpsetTable.first("", "StringConcat")).isEqualTo(20);
        assertThat(OpsetTable.changesMeaning("", "Softmax", 13)).isTrue();
        assertThat(OpsetTable.changesMeaning("", "Relu", 14)).isFalse();
        assertThat(OpsetTable.steps("", "Squeeze", 1, 22)).containsExactly(11, 13, 21);
    }

    /** The result {@code y} of the model beside a ReduceMean of set 18. */
    private static OnnxModel beside18(ModelMaker maker) throws OnnxException {
        ModelMaker modern = ModelMaker.opset(18)
                .input("x", "float32[N]")
                .weight("axes", Tensor.longs(new long[] {1}, 0))
                .node("ReduceMean", "x axes -> y");
        return OnnxModel.parse(built(maker.make(), modern.make()).toBytes(), "built");
    }

    private static OnnxModel built(OnnxModel... models) throws OnnxException {
        GraphBuilder builder = new GraphBuilder("g");
        int count = 0;
        for (OnnxModel model : models) {
            Map<String, Ref> inputs = new HashMap<>();
            for (Inspection.Value input : model.inspect().inputs()) {
                Ref ref = builder.input(input.name() + count, input.type().orElseThrow());
                inputs.put(input.name(), ref);
            }
            Ref y = builder.scope("m").splice(model, inputs, Set.of("y")).get("y");
            builder.output("y" + count++, y, ANY);
        }
        return builder.build();
    }

    private static NodeProto node(OnnxModel model, String operator) {
        return model.ordered().stream()
                .filter(node -> node.getOpType().equals(operator))
                .findFirst()
                .orElseThrow();
    }
}
