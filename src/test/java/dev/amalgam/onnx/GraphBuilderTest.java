package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.amalgam.onnx.Inspection.Interior;
import dev.amalgam.onnx.Inspection.Value;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    private static final TensorType VECTOR = TensorType.parse("float32[N]");

    private final GraphBuilder builder = new GraphBuilder("g");

    @Test
    void givesInputsAndOutputsTheirExactNamesAndTypes() throws OnnxException {
        Ref photo = builder.input("photo:0 {a/b}", TensorType.parse("uint8[height,width,3]"));
        Ref cast = builder.scope("s").op("Cast", Attributes.of("to", 1), photo);
        builder.output("out", cast, TensorType.parse("float32[height,?,3]"));
        Inspection inspection = builder.build().inspect();
        assertThat(inspection.inputs())
                .extracting(Value::name, Value::typeText)
                .containsExactly(tuple("photo:0 {a/b}", "uint8[height,width,3]"));
        assertThat(inspection.outputs()).extracting(Value::typeText).containsExactly("float32[height,?,3]");
        assertThat(inspection.operators()).isEqualTo(Map.of("Cast", 1));
        assertThat(inspection.irVersion()).isEqualTo(8);
    }

    @Test
    void passesOnByIdentityWhatHasANameToKeep() throws OnnxException {
        Ref x = builder.input("x", VECTOR);
        Ref y = builder.scope("s").op("Relu", x);
        builder.output("one", y, VECTOR);
        builder.output("two", y, VECTOR);
        builder.output("same", x, VECTOR);
        builder.output("fixed", builder.scope("s").constant(Tensor.floats(new long[] {1}, 1)), VECTOR);
        Inspection inspection = builder.build().inspect();
        assertThat(inspection.operators()).isEqualTo(Map.of("Relu", 1, "Identity", 3));
        assertThat(inspection.outputs()).extracting(Value::name).containsExactly("one", "two", "same", "fixed");
    }

    @Test
    void movesTensorsOutOfTheWayThatAreCalledAsAnOutputIs() throws OnnxException {
        Ref x = builder.input("x", VECTOR);
        Ref inner = builder.scope("s").op("Relu", x);
        builder.output("s/Relu", builder.scope("t").op("Abs", inner), VECTOR);
        OnnxModel built = builder.build();
        assertThat(built.inspect().interior()).extracting(Interior::tensor).containsExactly("s/Relu_2", "s/Relu");
    }

    @Test
    void leavesOutWhatNoOutputNeeds() throws OnnxException {
        Ref x = builder.input("x", VECTOR);
        Scope scope = builder.scope("s");
        scope.op("Add", x, scope.constant(Tensor.floats(new long[] {1}, 9)));
        builder.output("y", scope.op("Relu", x), VECTOR);
        OnnxModel built = builder.build();
        assertThat(built.inspect().operators()).isEqualTo(Map.of("Relu", 1));
        assertThat(built.weightNames()).isEmpty();
    }

    @Test
    void givesEveryScopeAndEveryTensorAName() throws OnnxException {
        Ref x = builder.input("x", VECTOR);
        Scope first = builder.scope("node");
        Scope second = builder.scope("node");
        Scope inner = first.scope("part");
        assertThat(List.of(first.path(), second.path(), inner.path())).containsExactly("node", "node_2", "node/part");
        Ref a = first.op("Relu", first.op("Relu", x));
        builder.output("y", inner.op("Relu", second.op("Relu", a)), VECTOR);
        assertThat(builder.build().inspect().interior())
                .extracting(Interior::tensor)
                .containsExactly("node/Relu", "node/Relu_2", "node_2/Relu", "y");
    }

    @Test
    void declaresTheLowestOperatorSetThatHasAll() throws OnnxException {
        Ref x = builder.input("x", VECTOR);
        Scope scope = builder.scope("s");
        builder.output("y", scope.op("Abs", x), VECTOR);
        assertThat(builder.build().inspect().opset()).isEqualTo(Map.of("", 13));
        Ref pooled = scope.op("ReduceMean", x, scope.constant(Tensor.longs(new long[] {1}, 0)));
        builder.output("mean", pooled, VECTOR);
        assertThat(builder.build().inspect().opset()).isEqualTo(Map.of("", 18));
        Ref text = builder.input("text", TensorType.parse("string[N]"));
        builder.output("texts", scope.op("StringConcat", text, text), TensorType.parse("string[N]"));
        assertThat(builder.build().inspect().opset()).isEqualTo(Map.of("", 20));
    }

    @Test
    void declaresTheMachineLearningDomainWhereItIsUsed() throws OnnxException {
        Ref x = builder.input("x", TensorType.parse("int64[N]"));
        Attributes names = Attributes.of("keys_int64s", new long[] {0, 1}).and("values_strings", List.of("cat", "dog"));
        builder.output("y", builder.scope("s").ml("LabelEncoder", names, x), TensorType.parse("string[N]"));
        assertThat(builder.build().inspect().opset()).containsEntry("ai.onnx.ml", 2);
    }

    @Test
    void buildsTheSameBytesAgain() throws OnnxException {
        assertThat(everything().build().toBytes())
                .isEqualTo(everything().build().toBytes());
        GraphBuilder one = everything();
        assertThat(one.build().toBytes()).isEqualTo(one.build().toBytes());
    }

    private static GraphBuilder everything() {
        GraphBuilder all = new GraphBuilder("all").metadata("z", "1").metadata("a", "2");
        Ref x = all.input("x", TensorType.parse("float32[N,4]"));
        Scope scope = all.scope("s");
        Attributes attributes = Attributes.of("axis", 1).and("num_outputs", 2);
        List<Ref> halves = scope.ops("Split", 2, attributes, x);
        Ref clipped = scope.op("Clip", halves.getFirst(), Ref.NONE, scope.constant(Tensor.scalar(6f)));
        all.output("y", scope.op("Concat", Attributes.of("axis", 1), clipped, halves.getLast()), VECTOR);
        all.output("z", clipped, VECTOR);
        return all;
    }

    @Test
    void leavesOutOptionalInputs() throws OnnxException {
        OnnxModel built = everything().build();
        assertThat(built.ordered().get(1).getInputList()).hasSize(3).element(1).isEqualTo("");
    }

    @Test
    void writesNotesInOrder() throws OnnxException {
        assertThat(everything().build().inspect().metadata().toString()).isEqualTo("{a=2, z=1}");
    }

    @Test
    void sortsAttributes() {
        Attributes one = Attributes.of("b", 1).and("a", "x").and("c", 2f);
        Attributes other = Attributes.of("c", 2f).and("a", "x").and("b", 1);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).hasToString("[a, b, c]");
    }

    @Test
    void refusesForeignTensorsUnknownOperatorsAndNamesTakenTwice() {
        Ref foreign = new GraphBuilder("h").input("x", VECTOR);
        Ref x = builder.input("x", VECTOR);
        Scope scope = builder.scope("s");
        assertThatIllegalArgumentException().isThrownBy(() -> scope.op("Relu", foreign));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scope.op("Rleu", x))
                .withMessageContaining("Rleu");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.input("x", VECTOR));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.output("x", x, VECTOR));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.output("y", Ref.NONE, VECTOR));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.input("open", TensorType.parse("T[N]")));
        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("no output");
    }
}
