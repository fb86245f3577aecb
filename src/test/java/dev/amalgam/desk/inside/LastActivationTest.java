package dev.amalgam.desk.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Where logits are found, and what is made of them again. */
class LastActivationTest {
    private static Inside model(BiFunction<Scope, Ref, Ref> end) throws Exception {
        TensorType type = TensorType.parse("float32[N,2,3]");
        GraphBuilder builder = new GraphBuilder("g");
        Scope scope = builder.scope("s");
        builder.output("y", end.apply(scope, scope.op("Relu", builder.input("x", type))), type);
        return Inside.of(builder.build());
    }

    @Test
    void itIsFoundThroughOperatorsThatOnlyMoveNumbers() throws Exception {
        Inside inside = model((scope, x) ->
                scope.op("Identity", scope.op("Transpose", scope.op("Softmax", Attributes.of("axis", 1), x))));
        LastActivation last = LastActivation.of(inside).orElseThrow();
        assertThat(inside.operator(last.place()).type()).isEqualTo("Softmax");
        assertThat(inside.operator(0).outputs()).containsExactly(last.logits());
    }

    @Test
    void aModelThatComputesOnHasNone() throws Exception {
        Inside inside = model((scope, x) -> scope.op("Neg", scope.op("Softmax", x)));
        assertThat(LastActivation.of(inside)).isEmpty();
        assertThat(LastActivation.of(model((scope, x) -> scope.op("Tanh", x)))).isEmpty();
    }

    @Test
    void softmaxIsTakenAlongItsAxis() throws Exception {
        Inside inside = model((scope, x) -> scope.op("Softmax", Attributes.of("axis", 1), x));
        LastActivation last = LastActivation.of(inside).orElseThrow();
        double[] values = {0, 1, 2, Math.log(3), 1, 5};
        double[] made = last.apply(inside, values, new long[] {1, 2, 3});
        assertThat(made[0]).isEqualTo(0.25, offset(1e-12));
        assertThat(made[3]).isEqualTo(0.75, offset(1e-12));
        assertThat(made[1]).isEqualTo(0.5, offset(1e-12));
        assertThat(made[2] + made[5]).isEqualTo(1, offset(1e-12));
    }

    @Test
    void sigmoidIsTakenOfEachValue() throws Exception {
        Inside inside = model((scope, x) -> scope.op("Sigmoid", scope.op("Add", x, scope.constant(Tensor.scalar(0f)))));
        LastActivation last = LastActivation.of(inside).orElseThrow();
        assertThat(last.apply(inside, new double[] {0, Math.log(3)}, new long[] {2}))
                .containsExactly(new double[] {0.5, 0.75}, offset(1e-12));
    }
}
