package dev.amalgam.kind.model;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.Signature;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxKindTest {
    private static final Path MOBILENET = Path.of("samples/figure-3/models/mobilenet-v1.onnx");

    /** Doubles, adds 1, then takes the softmax: m/Mul, m/Add, p. */
    private static OnnxModel model() throws Exception {
        GraphBuilder builder = new GraphBuilder("small");
        Ref x = builder.input("x", TensorType.parse("float32[N,2]"));
        Scope scope = builder.scope("m");
        Ref doubled = scope.op("Mul", x, scope.constant(Tensor.scalar(2f)));
        Ref more = scope.op("Add", doubled, scope.constant(Tensor.scalar(1f)));
        builder.output("p", scope.op("Softmax", Attributes.of("axis", -1), more), TensorType.parse("float32[N,2]"));
        return builder.build();
    }

    private static KindRun small(Object[]... taps) throws Exception {
        return KindRun.of(new OnnxKind()).file("model", model()).rows("taps", taps);
    }

    private static Object[] tap(Object... cells) {
        return cells;
    }

    @Test
    void offersTheModelsOwnOutputsWhereNothingIsTapped() throws Exception {
        KindRun run = small().in("x", matrix(1, 3, 3));
        assertThat(floats(run.run("p"))).containsExactly(0.5f, 0.5f);
        assertThat(run.types()).hasToString("{p=float32[1,2]}");
    }

    @Test
    void offersTapsUnderTheirNames() throws Exception {
        KindRun run = small(tap("tensor", "m/Add", "name", "sum"), tap("tensor", "m/Mul"))
                .in("x", matrix(2, 1, 2, 3, 4));
        Map<String, Tensor> values = run.run();
        assertThat(values.keySet()).containsExactly("sum", "m/Mul");
        assertThat(floats(values.get("sum"))).containsExactly(3, 5, 7, 9);
        assertThat(floats(values.get("m/Mul"))).containsExactly(2, 4, 6, 8);
        assertThat(run.types()).hasToString("{sum=float32[2,2], m/Mul=float32[2,2]}");
    }

    @Test
    void offersOneTensorUnderTwoNames() throws Exception {
        KindRun run = small(tap("tensor", "m/Mul", "name", "one"), tap("tensor", "m/Mul", "name", "two"));
        assertThat(run.in("x", matrix(1, 1, 2)).run().values()).containsOnly(matrix(1, 2, 4));
    }

    @Test
    void namesTheNearestTensors() {
        assertThatThrownBy(() -> small(tap("tensor", "m/Mull")).bareSignature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e.code()).isEqualTo("unknown-tensor");
                    assertThat(e).hasMessageContaining("'m/Mull'");
                    assertThat(e.remedy()).contains("'m/Mul'");
                });
    }

    @Test
    void refusesTwoTapsOfOneName() {
        assertThatThrownBy(() -> small(tap("tensor", "m/Mul", "name", "t"), tap("tensor", "m/Add", "name", "t"))
                        .bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("two taps are named 't'");
    }

    @Test
    void meansWhatThePersonSays() throws Exception {
        KindRun run = small(tap("tensor", "m/Add", "representation", "embedding"), tap("tensor", "m/Mul"));
        assertThat(meaning(run.bareSignature(), "m/Add")).isEqualTo("embedding");
    }

    @Test
    void guessesWhatTheTensorsOfARealModelMean() throws Exception {
        Signature signature = KindRun.of(new OnnxKind())
                .file("model", OnnxModel.read(MOBILENET))
                .rows(
                        "taps",
                        tap("tensor", "conv_pw_13_relu"),
                        tap("tensor", "global_average_pooling2d_1"),
                        tap("tensor", "flatten_1"),
                        tap("tensor", "probabilities"))
                .bareSignature();
        assertThat(signature.inputs().getFirst().type()).hasToString("float32[N,3,224,224]");
        assertThat(type(signature, "conv_pw_13_relu")).isEqualTo("float32[N,1024,7,7]");
        assertThat(type(signature, "global_average_pooling2d_1")).isEqualTo("float32[N,1024,1,1]");
        assertThat(type(signature, "flatten_1")).isEqualTo("float32[N,1000]");
        assertThat(meaning(signature, "conv_pw_13_relu")).isEqualTo("encoding");
        assertThat(meaning(signature, "global_average_pooling2d_1")).isEqualTo("embedding");
        assertThat(meaning(signature, "flatten_1")).isEqualTo("logits");
        assertThat(meaning(signature, "probabilities")).isEqualTo("soft conditional");
    }

    private static String type(Signature signature, String output) {
        return signature.output(output).orElseThrow().type().toString();
    }

    private static String meaning(Signature signature, String output) {
        Signature.Meaning meaning = signature.output(output).orElseThrow().meaning();
        return ((Signature.Meaning.Is) meaning).representation().toString();
    }
}
