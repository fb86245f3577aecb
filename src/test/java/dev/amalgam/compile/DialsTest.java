package dev.amalgam.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Turning a number makes no other model of a node, but other values, and another file that ships. */
class DialsTest {
    private static final Amalgamation GRAPH = TestGraph.graph(
            "logits: tensor",
            "soft: softmax",
            "best: top-k",
            "answer: output",
            "logits.value -> soft.logits",
            "soft.probabilities -> best.scores",
            "best.text -> answer.value");

    private static Regions regions(Amalgamation graph) {
        Amalgamation filled = TestGraph.edited(
                graph,
                TestGraph.set("logits", "shape", numbers(1, 3)),
                TestGraph.set("logits", "values", numbers(1, 2, 3)),
                TestGraph.set("logits", "use", new Value.Text("input")),
                TestGraph.set("logits", "representation", new Value.Text("logits")));
        return new Regions(Typing.of(filled, BuiltInKinds.catalogue(), new TestGraph()));
    }

    private static Value numbers(double... values) {
        return new Value.Items(
                Arrays.stream(values).<Value>mapToObj(Value.Real::new).toList());
    }

    private static Region region(Regions regions, String node) throws LoweringException {
        return regions.eachNode().stream()
                .filter(region -> region.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static Regions turned(String node, String setting, Value value) {
        return regions(TestGraph.edited(
                TestGraph.edited(GRAPH, TestGraph.set("best", "k", new Value.Whole(2))),
                TestGraph.set(node, setting, value)));
    }

    @Test
    void aTurnedTemperatureIsAnInputOfTheSameModel() throws LoweringException {
        Region before = region(turned("soft", "temperature", new Value.Real(1)), "soft");
        Region after = region(turned("soft", "temperature", new Value.Real(2)), "soft");
        assertThat(after.modelKey()).isEqualTo(before.modelKey());
        assertThat(after.outputs()).isNotEqualTo(before.outputs());
        String key = after.inputs().get("dial.temperature");
        assertThat(key).isNotNull().isNotEqualTo(before.inputs().get("dial.temperature"));
        assertThat(after.dials()).isEqualTo(Map.of(key, Tensor.scalar(2f)));
        Inspection model = after.source().build().inspect();
        assertThat(model.inputs())
                .extracting(input -> input.name() + ": " + input.typeText())
                .containsExactlyInAnyOrder("in.logits: float32[1,3]", "dial.temperature: float32[]");
    }

    @Test
    void aTurnedNumberOfNamesLeavesSizesOpen() throws LoweringException {
        Region two = region(turned("best", "k", new Value.Whole(2)), "best");
        Region three = region(turned("best", "k", new Value.Whole(3)), "best");
        assertThat(three.modelKey()).isEqualTo(two.modelKey());
        assertThat(three.dials().values()).containsExactly(Tensor.longs(new long[] {1}, 3));
        assertThat(three.source().build().inspect().outputs())
                .allSatisfy(output -> assertThat(output.typeText()).matches(".*\\[\\?(,\\?)?]"));
    }

    @Test
    void whatShipsHasItAsAConstant() throws LoweringException {
        Regions one = turned("soft", "temperature", new Value.Real(1));
        Regions two = turned("soft", "temperature", new Value.Real(2));
        assertThat(two.fused("f").modelKey()).isNotEqualTo(one.fused("f").modelKey());
        assertThat(two.fused("f").dials()).isEmpty();
        assertThat(two.fused("f").source().build().inspect().inputs())
                .extracting(Inspection.Value::name)
                .isEqualTo(List.of("logits"));
    }
}
