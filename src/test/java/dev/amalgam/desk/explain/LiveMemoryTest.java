package dev.amalgam.desk.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveMemoryTest {
    private static final TensorType FOUR = TensorType.parse("float32[4]");

    /** x → a → b, c = a + b, y = −c plus a weight. */
    private static OnnxModel model() throws OnnxException {
        GraphBuilder builder = new GraphBuilder("g");
        Ref x = builder.input("x", FOUR);
        Scope scope = builder.scope("s");
        Ref a = scope.op("Abs", x);
        Ref b = scope.op("Neg", a);
        Ref c = scope.op("Add", a, b);
        builder.output("y", scope.op("Mul", c, scope.constant(Tensor.scalar(2f))), FOUR);
        return builder.build();
    }

    private static Map<String, TensorType> types(TensorType c) {
        return Map.of("x", FOUR, "s/Abs", FOUR, "s/Neg", FOUR, "s/Add", c, "y", FOUR);
    }

    @Test
    void countsWhatIsMadeAndStillToBeRead() throws OnnxException {
        OnnxModel model = model();
        // At the sum: both terms and the sum itself. The input is done with by then, and weights do not count.
        assertThat(LiveMemory.of(model, model.work(Map.of()), types(FOUR)))
                .contains(new LiveMemory(3 * 4 * Float.BYTES, "s/Add"));
    }

    @Test
    void tellsNothingWhereASizeIsNotKnown() throws OnnxException {
        OnnxModel model = model();
        assertThat(LiveMemory.of(model, model.work(Map.of()), types(TensorType.parse("float32[N]"))))
                .isEqualTo(Optional.empty());
    }
}
