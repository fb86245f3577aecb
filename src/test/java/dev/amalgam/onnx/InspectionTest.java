package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.Inspection.Value;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oddities of real models. */
class InspectionTest {
    @Test
    void readsSizesAsExportersWriteThem() throws OnnxException {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimValue(-1))
                .addDim(Dimension.newBuilder().setDimParam("p2o.DynamicDimension.0"))
                .addDim(Dimension.newBuilder().setDimParam("floor(width/2)+1"))
                .addDim(Dimension.newBuilder().setDimParam("?"))
                .addDim(Dimension.newBuilder())
                .addDim(Dimension.newBuilder().setDimValue(3))
                .build();
        assertThat(typeOf(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape))))
                .isEqualTo("float32[?,p2o.DynamicDimension.0,floor(width/2)+1,?,?,3]");
        assertThat(typeOf(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(8))))
                .startsWith("string[...");
    }

    @Test
    void namesWhatIsNoTensor() throws OnnxException {
        TypeProto.Builder strings = TypeProto.newBuilder()
                .setTensorType(
                        TypeProto.Tensor.newBuilder().setElemType(1).setShape(TensorShapeProto.getDefaultInstance()));
        assertThat(typeOf(TypeProto.newBuilder()
                        .setSequenceType(TypeProto.Sequence.newBuilder().setElemType(strings))))
                .isEqualTo("sequence(float32[])");
        assertThat(typeOf(TypeProto.newBuilder()
                        .setMapType(TypeProto.Map.newBuilder().setKeyType(7).setValueType(strings))))
                .isEqualTo("map(int64,float32[])");
        assertThat(typeOf(TypeProto.newBuilder())).isEqualTo("?");
        assertThat(typeOf(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(77)
                                .setShape(TensorShapeProto.getDefaultInstance()))))
                .isEqualTo("type77[]");
    }

    private static String typeOf(TypeProto.Builder type) throws OnnxException {
        ModelMaker maker = ModelMaker.opset(13);
        maker.graph.addInput(ValueInfoProto.newBuilder().setName("x").setType(type));
        return maker.make().inspect().inputs().getFirst().typeText();
    }

    @Test
    void countsOperatorsAndWeightsInsideGraphsAndFunctions() throws OnnxException {
        ModelMaker branch = ModelMaker.inner()
                .weight("w", Tensor.floats(new long[] {3}, 1, 2, 3))
                .node("Add", "x w -> t");
        Inspection inspection = ModelMaker.opset(18)
                .domain("f", 1)
                .input("x", "float32[3]")
                .input("c", "bool[]")
                .weight("shape", Tensor.longs(new long[] {1}, 3))
                .function(
                        "f",
                        "F",
                        18,
                        "a -> b",
                        ModelMaker.wire("Relu", "a -> b").build())
                .node("Constant", "-> k", Attributes.of("value", Tensor.floats(new long[] {2}, 1, 2)))
                .nodeWith("If", "c -> t", "then_branch", branch)
                .node("f::F", "t -> y")
                .make()
                .inspect();
        assertThat(inspection.operators()).isEqualTo(Map.of("Add", 1, "Constant", 1, "If", 1, "Relu", 1, "f::F", 1));
        assertThat(inspection.parameters()).isEqualTo(5);
        assertThat(inspection.weightBytes()).isEqualTo(5 * 4 + 8);
        assertThat(inspection.interior())
                .extracting(Inspection.Interior::tensor)
                .containsExactly("t", "y");
        assertThat(inspection.inputs()).extracting(Value::name).containsExactly("x", "c");
    }

    @Test
    void findsWeightsThatAreConstantNodes() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .node("Constant", "-> ints", Attributes.of("value_ints", new long[] {1, 2}))
                .node("Constant", "-> real", Attributes.of("value_float", 2.5f))
                .node("Constant", "-> text", Attributes.of("value_string", "a"))
                .make();
        assertThat(model.weight("ints")).contains(Tensor.longs(new long[] {2}, 1, 2));
        assertThat(model.weight("real")).contains(Tensor.scalar(2.5f));
        assertThat(model.weight("text").orElseThrow().strings()).containsExactly("a");
    }
}
