package dev.amalgam.desk.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.Work.Operator;
import dev.amalgam.run.OperatorTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the runtime ran is found again in the file, however it was fused. */
class AttributionTest {
    private static final List<NodeId> NODES = List.of(new NodeId("b"), new NodeId("a"));

    private static Operator operator(String type, String name, String reads) {
        return new Operator(
                type,
                name,
                List.of(name + ":0"),
                Arrays.asList(reads.split(" ")),
                OptionalLong.of(type.equals("Conv") ? 100 : 0));
    }

    private static List<OperatorCost> of(List<Operator> file, OperatorTime... times) {
        return new Attribution(NODES, file).of(List.of(times));
    }

    @Test
    void theFirstOrTheLastOfFusedOperatorsGivesTheName() {
        List<Operator> file = List.of(operator("Conv", "a/c", "x w"), operator("Clip", "a/r", "a/c:0"));
        OperatorCost first = of(file, new OperatorTime("a/c", "Conv", 1)).getFirst();
        OperatorCost last = of(file, new OperatorTime("a/r_nchwc", "Conv", 1)).getFirst();
        assertThat(List.of(first, last)).allSatisfy(cost -> {
            assertThat(cost.type()).isEqualTo("Conv + Clip");
            assertThat(cost.multiplyAdds()).hasValue(100);
            assertThat(cost.node()).contains(new NodeId("a"));
        });
    }

    @Test
    void whatTwoReadIsFusedWithNeither() {
        List<Operator> file = List.of(
                operator("Conv", "a/c", "x w"), operator("Clip", "a/r", "a/c:0"), operator("Neg", "a/n", "a/c:0"));
        assertThat(of(file, new OperatorTime("a/c", "Conv", 1), new OperatorTime("a/n", "Neg", 1)))
                .extracting(OperatorCost::type)
                .containsExactly("Conv", "Neg");
    }

    @Test
    void aNameThatTheRuntimeMadeOfOthersStillTellsTheNode() {
        assertThat(of(List.of(), new OperatorTime("fused a/n_a/m", "Gelu", 1))
                        .getFirst()
                        .node())
                .contains(new NodeId("a"));
    }

    @Test
    void whatTheRuntimeAddsBelongsToNoNode() {
        OperatorCost cost = of(List.of(), new OperatorTime("Transpose_token_1", "Transpose", 1))
                .getFirst();
        assertThat(cost.node()).isEmpty();
        assertThat(cost.type()).isEqualTo("Transpose");
    }
}
