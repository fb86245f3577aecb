package dev.amalgam.kind.model;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step of a recipe, on a small model in the real runtime, and why it may be refused. */
class RecipeTest {
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

    /** Adds 3 to what comes in: m/Add_2 or so, called sum. */
    private static OnnxModel head() throws Exception {
        GraphBuilder builder = new GraphBuilder("head");
        Ref x = builder.input("z", TensorType.parse("float32[K,2]"));
        Scope scope = builder.scope("h");
        builder.output("sum", scope.op("Add", x, scope.constant(Tensor.scalar(3f))), TensorType.parse("float32[K,2]"));
        return builder.build();
    }

    private static KindRun recipe(Object[]... steps) throws Exception {
        return KindRun.of(new OnnxKind()).file("model", model()).rows("recipe", steps);
    }

    private static Object[] step(String name, Object... cells) {
        return Stream.concat(Stream.of("step", name), Stream.of(cells)).toArray();
    }

    @Test
    void cutsUpToTensors() throws Exception {
        KindRun run = recipe(step("cut", "to", "m/Add\nm/Mul")).in("x", matrix(1, 1, 2));
        assertThat(run.types()).hasToString("{m/Add=float32[1,2], m/Mul=float32[1,2]}");
        assertThat(floats(run.run("m/Add"))).containsExactly(3, 5);
    }

    @Test
    void cutsBeginningAtATensorInside() throws Exception {
        KindRun run = recipe(step("cut", "to", "p", "from", "m/Mul")).in("m/Mul", matrix(1, 5, 5));
        assertThat(floats(run.run("p"))).containsExactly(0.5f, 0.5f);
        assertThat(run.bareSignature().inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.type()).hasToString("float32[N,2]"));
    }

    @Test
    void renamesInputsOutputsAndSizes() throws Exception {
        KindRun run = recipe(
                        step("rename", "what", "input", "old", "x", "new", "pixels"),
                        step("rename", "what", "output", "old", "p", "new", "likely"),
                        step("rename", "what", "size", "old", "N", "new", "rows"))
                .in("pixels", matrix(1, 3, 3));
        assertThat(floats(run.run("likely"))).containsExactly(0.5f, 0.5f);
        assertThat(run.bareSignature().inputs().getFirst().type()).hasToString("float32[rows,2]");
    }

    @Test
    void deletesAnOperatorInside() throws Exception {
        KindRun run = recipe(step("delete", "tensor", "m/Mul"), step("cut", "to", "m/Add"))
                .in("x", matrix(1, 1, 2));
        assertThat(floats(run.run("m/Add"))).containsExactly(2, 3);
    }

    @Test
    void deletesTheLastOperatorAndKeepsTheNameOfTheOutput() throws Exception {
        KindRun run = recipe(step("delete", "tensor", "p")).in("x", matrix(1, 1, 2));
        assertThat(floats(run.run("p"))).containsExactly(3, 5);
    }

    @Test
    void insertsAnOperatorOnATensorInsideOnAnInputAndOnAnOutput() throws Exception {
        assertThat(floats(recipe(step("insert", "tensor", "m/Mul", "operator", "Neg"), step("delete", "tensor", "p"))
                        .in("x", matrix(1, 1, 2))
                        .run("p")))
                .containsExactly(-1, -3);
        assertThat(floats(recipe(step("insert", "tensor", "x", "operator", "Neg"), step("delete", "tensor", "p"))
                        .in("x", matrix(1, 1, 2))
                        .run("p")))
                .containsExactly(-1, -3);
        assertThat(floats(recipe(step("insert", "tensor", "p", "operator", "Add", "inputs", "m/Mul"))
                        .in("x", matrix(1, 2, 2))
                        .run("p")))
                .containsExactly(4.5f, 4.5f);
    }

    @Test
    void replacesAnOperator() throws Exception {
        KindRun run = recipe(step("replace", "tensor", "p", "operator", "LeakyRelu", "attributes", "alpha=0.5"))
                .in("x", matrix(1, -2, 2));
        assertThat(floats(run.run("p"))).containsExactly(-1.5f, 5);
    }

    @Test
    void setsAnAttribute() throws Exception {
        KindRun run = recipe(step("attribute", "tensor", "p", "attribute", "axis", "value", "0"))
                .in("x", matrix(2, 1, 1, 1, 1));
        assertThat(floats(run.run("p"))).containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
    }

    @Test
    void replacesTheHead() throws Exception {
        KindRun run = recipe();
        run.rows("recipe", step("head", "tensor", "m/Add", "model", run.beside("head.onnx", head())))
                .in("x", matrix(1, 1, 2));
        assertThat(run.types()).hasToString("{sum=float32[1,2]}");
        assertThat(floats(run.run("sum"))).containsExactly(6, 8);
    }

    @Test
    void raisesTheOperatorSet() throws Exception {
        KindRun run = recipe(step("opset", "version", new Value.Whole(21))).in("x", matrix(1, 3, 3));
        assertThat(floats(run.run("p"))).containsExactly(0.5f, 0.5f);
    }

    @Test
    void tellsWhichStepCannotBeMade() {
        assertThatThrownBy(() ->
                        recipe(step("tidy"), step("delete", "tensor", "m/Mull")).bareSignature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e.code()).isEqualTo("bad-step");
                    assertThat(e.setting()).isEqualTo("recipe");
                    assertThat(e).hasMessage("Step 2, delete: no operator of small makes a tensor named 'm/Mull'");
                    assertThat(e.remedy()).isEqualTo("Choose 'm/Mul'");
                });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("has no tensor named 'q'", "Choose 'p'", step("cut", "to", "q")),
                refusal("no tensor is named to cut up to", "Name at least one", step("cut", "to", "")),
                refusal(
                        "has no input named 'y'",
                        "Choose 'x'",
                        step("rename", "what", "input", "old", "y", "new", "z")),
                refusal(
                        "has a tensor named 'm/Mul' already",
                        "Choose another name",
                        step("rename", "old", "p", "new", "m/Mul")),
                refusal("would have no name", "Say what to call it", step("rename", "old", "p", "new", "")),
                refusal(
                        "has no size named 'M'",
                        "Choose 'N'",
                        step("rename", "what", "size", "old", "M", "new", "rows")),
                refusal("does not read 'x'", "Choose", step("delete", "tensor", "p", "pass", "x")),
                refusal(
                        "cannot have an operator Sofmax",
                        "Choose an operator that ONNX has",
                        step("insert", "tensor", "p", "operator", "Sofmax")),
                refusal(
                        "cannot have an operator Gelu",
                        "Raise the operator set to 20 before",
                        step("replace", "tensor", "p", "operator", "Gelu")),
                refusal(
                        "'alpha' is no attribute",
                        "Write it as name=value",
                        step("replace", "tensor", "p", "operator", "LeakyRelu", "attributes", "alpha")),
                refusal(
                        "has no tensor named 'nothing'",
                        "Choose an input",
                        step("insert", "tensor", "p", "operator", "Add", "inputs", "nothing")),
                refusal(
                        "is of the type INT and cannot be 'last'",
                        "Write whole numbers",
                        step("attribute", "tensor", "p", "attribute", "axis", "value", "last")),
                refusal(
                        "has no attribute 'axes' to take away",
                        "Choose 'axis'",
                        step("attribute", "tensor", "p", "attribute", "axes")),
                refusal("none goes back to 7", "or a later one", step("opset", "version", new Value.Whole(7))),
                refusal("no input of small has a fixed first size", "Remove this step", step("batch")),
                refusal("has no float32 matrix of 256 numbers", "Remove this step", step("float16")),
                refusal("has no matrix product", "Remove this step", step("int8")),
                refusal("'blur' is not one of cut", "Choose one of cut", step("blur")));
    }

    private static Arguments refusal(String why, String remedy, Object[] step) {
        return Arguments.of(why, remedy, step);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWhatCannotBeDone(String why, String remedy, Object[] step) {
        assertThatThrownBy(() -> KindRun.of(new OnnxKind())
                        .file("model", model())
                        .rows("recipe", new Object[][] {step})
                        .bareSignature())
                .isInstanceOfSatisfying(KindException.class, e -> {
                    assertThat(e).hasMessageContaining(why);
                    assertThat(e.remedy()).contains(remedy);
                });
    }

    @Test
    void refusesAHeadThatDoesNotFit() throws Exception {
        GraphBuilder builder = new GraphBuilder("wide");
        Ref z = builder.input("z", TensorType.parse("float32[K,7]"));
        builder.output("sum", builder.scope("h").op("Neg", z), TensorType.parse("float32[K,7]"));
        KindRun run = recipe();
        run.rows("recipe", step("head", "tensor", "m/Add", "model", run.beside("wide.onnx", builder.build())));
        assertThatThrownBy(run::bareSignature)
                .isInstanceOf(KindException.class)
                .hasMessageContaining("the tensor 'm/Add' is float32[N,2]")
                .hasMessageContaining("takes float32[K,7]");
    }
}
