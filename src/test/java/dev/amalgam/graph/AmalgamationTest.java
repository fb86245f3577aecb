package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmalgamationTest {
    private static Amalgamation graph(List<String> nodes, String... wires) {
        Assembly assembly = new Assembly();
        for (String node : nodes) {
            assembly.add(new Node(new NodeId(node), "kind", Settings.NONE));
        }
        for (String wire : wires) {
            String[] ends = wire.split(" -> ");
            assembly.connect(new Wire(PortRef.parse(ends[0]), PortRef.parse(ends[1])));
        }
        return ((Outcome.Applied) assembly.done()).graph();
    }

    private static List<String> order(Amalgamation graph) {
        return graph.order().stream().map(NodeId::name).toList();
    }

    @Test
    void nodesComeAfterThoseTheyDependOn() {
        assertThat(order(graph(List.of("a", "b", "c"), "c.o -> b.i", "b.o -> a.i")))
                .containsExactly("c", "b", "a");
    }

    @Test
    void amongThoseThatMayComeNextTheOneAddedFirstDoes() {
        assertThat(order(graph(List.of("x", "y", "ofX", "z"), "x.o -> ofX.i"))).containsExactly("x", "y", "ofX", "z");
        assertThat(order(graph(List.of("late", "x", "y"), "x.o -> late.i"))).containsExactly("x", "late", "y");
    }

    @Test
    void aNodeThatIsFedTwiceFromOneStandsOnce() {
        assertThat(order(graph(List.of("a", "b"), "a.o -> b.x", "a.o -> b.y", "a.p -> b.z")))
                .containsExactly("a", "b");
    }

    @Test
    void theOrderInWhichWiresWereDrawnDoesNotShow() {
        Amalgamation one = graph(List.of("a", "b"), "a.o -> b.x", "a.o -> b.y");
        Amalgamation other = graph(List.of("a", "b"), "a.o -> b.y", "a.o -> b.x");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        NodeId b = new NodeId("b");
        assertThat(one.wiresInto(b)).isEqualTo(other.wiresInto(b));
    }

    @Test
    void theOrderOfAddingDoesNotCountForEquality() {
        assertThat(graph(List.of("a", "b"))).isEqualTo(graph(List.of("b", "a")));
        assertThat(graph(List.of("a", "b")).meansTheSameAs(graph(List.of("b", "a"))))
                .isTrue();
    }

    @Test
    void nothingThatIsHandedOutChangesIt() {
        Amalgamation graph = graph(List.of("a", "b"), "a.o -> b.x");
        NodeId a = new NodeId("a");
        Wire wire = new Wire(PortRef.parse("a.o"), PortRef.parse("b.y"));
        assertThatThrownBy(() -> graph.nodes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.wires().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.wiresOutOf(a).add(wire)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.order().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        Amalgamation graph = Amalgamation.EMPTY;
        Assembly assembly = new Assembly();
        for (int i = 0; i < 20_000; i++) {
            assembly.add(new Node(new NodeId("n" + i), "kind", Settings.NONE));
            if (i > 0) {
                assembly.connect(new Wire(PortRef.of("n" + (i - 1), "o"), PortRef.of("n" + i, "i")));
            }
        }
        graph = ((Outcome.Applied) assembly.done()).graph();
        assertThat(graph.order().getLast()).isEqualTo(new NodeId("n19999"));
        assertThat(graph.downstream(new NodeId("n0"))).hasSize(19_999);
    }
}
