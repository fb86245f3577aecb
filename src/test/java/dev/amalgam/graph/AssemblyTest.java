package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private final Assembly assembly = new Assembly();

    private static Node node(String name) {
        return new Node(new NodeId(name), "kind", Settings.NONE);
    }

    private static Wire wire(String from, String to) {
        return new Wire(PortRef.of(from, "out"), PortRef.of(to, "in"));
    }

    @Test
    void isWhatTheSameEditsLeadTo() {
        assembly.add(node("b"));
        assembly.add(node("a"));
        assembly.connect(wire("a", "b"));
        assembly.place(new NodeId("a"), new Position(3, 4));
        Edit edits = new Edit.Batch(
                "all",
                List.of(
                        new Edit.Add(node("a"), new Position(3, 4)),
                        new Edit.Add(node("b"), new Position(0, 0)),
                        new Edit.Connect(PortRef.of("a", "out"), PortRef.of("b", "in"))));
        assertThat(assembly.done()).isEqualTo(new Edits(WiringRules.ANY).apply(Amalgamation.EMPTY, edits));
    }

    @Test
    void refusesWhatAnEditRefuses() {
        assertThat(assembly.add(node("a"))).isEmpty();
        assertThat(assembly.add(node("a"))).contains(new Refusal.NameTaken(new NodeId("a")));
        assertThat(assembly.connect(wire("a", "b"))).contains(new Refusal.UnknownNode(new NodeId("b")));
        assertThat(assembly.place(new NodeId("b"), new Position(0, 0)))
                .contains(new Refusal.UnknownNode(new NodeId("b")));
        assembly.add(node("b"));
        assertThat(assembly.connect(wire("a", "b"))).isEmpty();
        assertThat(assembly.connect(wire("a", "b")))
                .contains(new Refusal.InputTaken(PortRef.of("b", "in"), PortRef.of("a", "out")));
    }

    @Test
    void namesAWireOfTheCircleAndNoneThatOnlyHangsOnIt() {
        for (String name : List.of("before", "a", "b", "after")) {
            assembly.add(node(name));
        }
        assembly.connect(new Wire(PortRef.of("before", "out"), PortRef.of("a", "other")));
        assembly.connect(wire("b", "after"));
        assembly.connect(wire("a", "b"));
        assembly.connect(wire("b", "a"));
        assertThat(assembly.done())
                .isEqualTo(new Outcome.Refused(new Refusal.WouldCycle(PortRef.of("a", "out"), PortRef.of("b", "in"))));
    }

    @Test
    void refusesAWireFromANodeToItself() {
        assembly.add(node("a"));
        assembly.connect(wire("a", "a"));
        assertThat(assembly.done())
                .isEqualTo(new Outcome.Refused(new Refusal.WouldCycle(PortRef.of("a", "out"), PortRef.of("a", "in"))));
    }
}
