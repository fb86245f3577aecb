package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditsTest {
    private static final Edits EDITS = new Edits(WiringRules.ANY);
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId BOTTOM = new NodeId("bottom");
    private static final NodeId TASK = new NodeId("task");
    private static final NodeId NOBODY = new NodeId("nobody");

    /** photo → bottom → task. */
    private static final Amalgamation CHAIN = applied(
            Amalgamation.EMPTY,
            add(PHOTO),
            add(BOTTOM),
            add(TASK),
            connect("photo.out", "bottom.in"),
            connect("bottom.out", "task.in"));

    private static Edit add(NodeId id) {
        return new Edit.Add(new Node(id, "kind", Settings.NONE), new Position(1, 2));
    }

    private static Edit connect(String from, String to) {
        return new Edit.Connect(PortRef.parse(from), PortRef.parse(to));
    }

    private static Amalgamation applied(Amalgamation start, Edit... edits) {
        Outcome outcome = EDITS.apply(start, new Edit.Batch("all", List.of(edits)));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).graph();
    }

    @Test
    void addPutsANodeAtItsPlace() {
        Amalgamation graph = applied(CHAIN, add(NOBODY));
        assertThat(graph.nodes()).extracting(Node::id).containsExactly(PHOTO, BOTTOM, TASK, NOBODY);
        assertThat(graph.position(NOBODY)).isEqualTo(new Position(1, 2));
    }

    @Test
    void connectDrawsAWire() {
        assertThat(CHAIN.wireInto(PortRef.parse("task.in")))
                .contains(new Wire(PortRef.parse("bottom.out"), PortRef.parse("task.in")));
        assertThat(CHAIN.wiresOutOf(PHOTO)).hasSize(1);
        assertThat(CHAIN.upstream(TASK)).containsExactlyInAnyOrder(BOTTOM, PHOTO);
        assertThat(CHAIN.downstream(PHOTO)).containsExactlyInAnyOrder(BOTTOM, TASK);
    }

    @Test
    void anOutputFeedsManyInputs() {
        Amalgamation graph = applied(CHAIN, connect("photo.out", "task.picture"), connect("photo.out", "task.mask"));
        assertThat(graph.wiresOutOf(PHOTO))
                .extracting(Wire::to)
                .containsExactly(PortRef.parse("bottom.in"), PortRef.parse("task.mask"), PortRef.parse("task.picture"));
    }

    @Test
    void disconnectTakesAWireAndToleratesNone() {
        Edit disconnect = new Edit.Disconnect(PortRef.parse("task.in"));
        Amalgamation graph = applied(CHAIN, disconnect);
        assertThat(graph.wires()).extracting(Wire::to).containsExactly(PortRef.parse("bottom.in"));
        assertThat(applied(graph, disconnect)).isEqualTo(graph);
    }

    @Test
    void removeTakesTheWiresToo() {
        Amalgamation graph = applied(CHAIN, new Edit.Remove(Set.of(BOTTOM)));
        assertThat(graph.nodes()).extracting(Node::id).containsExactly(PHOTO, TASK);
        assertThat(graph.wires()).isEmpty();
        assertThat(graph.position(BOTTOM)).isEqualTo(new Position(0, 0));
    }

    @Test
    void renameKeepsWiresSettingsAndPlace() {
        NodeId heart = new NodeId("shared bottom");
        Amalgamation graph = applied(CHAIN, new Edit.Rename(BOTTOM, heart));
        assertThat(graph.nodes()).extracting(Node::id).containsExactly(PHOTO, heart, TASK);
        assertThat(graph.wires())
                .extracting(Wire::toString)
                .containsExactly("photo.out -> shared bottom.in", "shared bottom.out -> task.in");
        assertThat(graph.position(heart)).isEqualTo(new Position(1, 2));
        assertThat(applied(graph, new Edit.Rename(heart, BOTTOM))).isEqualTo(CHAIN);
    }

    @Test
    void aNodeMayKeepItsName() {
        assertThat(applied(CHAIN, new Edit.Rename(BOTTOM, BOTTOM))).isEqualTo(CHAIN);
    }

    @Test
    void changeSetsAndGoesBackToTheDefault() {
        Amalgamation graph = applied(CHAIN, new Edit.Change(TASK, "top", Optional.of(new Value.Whole(5))));
        assertThat(graph.node(TASK).orElseThrow().settings().get("top")).contains(new Value.Whole(5));
        assertThat(applied(graph, new Edit.Change(TASK, "top", Optional.empty())))
                .isEqualTo(CHAIN);
    }

    @Test
    void aSettingThatNoKindHasIsKeptForTypingToJudge() {
        Value odd = new Value.Text("?");
        Amalgamation graph = applied(CHAIN, new Edit.Change(TASK, "no such setting", Optional.of(odd)));
        assertThat(graph.node(TASK).orElseThrow().settings().values())
                .containsExactly(Map.entry("no such setting", odd));
    }

    @Test
    void moveChangesThePictureAndNotTheMeaning() {
        Amalgamation graph = applied(CHAIN, new Edit.Move(Map.of(TASK, new Position(7, 8))));
        assertThat(graph.position(TASK)).isEqualTo(new Position(7, 8));
        assertThat(graph.meansTheSameAs(CHAIN)).isTrue();
        assertThat(graph).isNotEqualTo(CHAIN);
    }

    @Test
    void aModeCountsForTheMeaningAndALookDoesNot() {
        Amalgamation muted = applied(CHAIN, new Edit.SetMode(Set.of(TASK), Mode.MUTED));
        assertThat(muted.node(TASK).orElseThrow().mode()).isEqualTo(Mode.MUTED);
        assertThat(muted.meansTheSameAs(CHAIN)).isFalse();
        assertThat(applied(muted, new Edit.SetMode(Set.of(TASK), Mode.ACTIVE))).isEqualTo(CHAIN);
        Look look = new Look(true, false, Optional.of(Tint.TEAL));
        Amalgamation styled = applied(CHAIN, new Edit.Restyle(Map.of(TASK, look)));
        assertThat(styled.look(TASK)).isEqualTo(look);
        assertThat(styled.look(PHOTO)).isEqualTo(Look.PLAIN);
        assertThat(styled.meansTheSameAs(CHAIN)).isTrue();
        assertThat(styled).isNotEqualTo(CHAIN);
        assertThat(applied(styled, new Edit.Restyle(Map.of(TASK, Look.PLAIN)))).isEqualTo(CHAIN);
    }

    @Test
    void looksGoWithTheirNodes() {
        Look look = Look.PLAIN.pinned(true).collapsed(true);
        Amalgamation styled = applied(CHAIN, new Edit.Restyle(Map.of(TASK, look)));
        assertThat(applied(styled, new Edit.Rename(TASK, NOBODY)).look(NOBODY)).isEqualTo(look);
        Amalgamation again = applied(styled, new Edit.Remove(Set.of(TASK)), add(TASK));
        assertThat(again.look(TASK)).isEqualTo(Look.PLAIN);
    }

    @Test
    void notesAreAddedReplacedAndErased() {
        NoteId id = new NoteId("frame 1");
        Note.Frame frame = new Note.Frame("Bottom", new Position(0, 0), 200, 100, Optional.empty());
        Amalgamation noted = applied(CHAIN, new Edit.Annotate(Map.of(id, frame)));
        assertThat(noted.notes()).containsExactly(Map.entry(id, frame));
        assertThat(noted.meansTheSameAs(CHAIN)).isTrue();
        Note moved = frame.titled("Stem").at(new Position(3, 4)).sized(50, 60).tinted(Optional.of(Tint.RED));
        assertThat(applied(noted, new Edit.Annotate(Map.of(id, moved))).notes()).containsExactly(Map.entry(id, moved));
        assertThat(applied(noted, new Edit.Erase(Set.of(id)))).isEqualTo(CHAIN);
    }

    @Test
    void anEditSharesWhatItLeavesAlone() {
        Amalgamation moved = applied(CHAIN, new Edit.Move(Map.of(TASK, new Position(7, 8))));
        assertThat(moved.nodesById()).isSameAs(CHAIN.nodesById());
        assertThat(moved.wiresByInput()).isSameAs(CHAIN.wiresByInput());
        assertThat(moved.drawing().notes()).isSameAs(CHAIN.drawing().notes());
        assertThat(moved.knownNeighbours()).isNotNull().isSameAs(CHAIN.knownNeighbours());
    }

    @Test
    void aBatchMayRenameWhatItConnects() {
        Edit batch = new Edit.Batch(
                "both",
                List.of(
                        connect("photo.out", "task.mask"),
                        new Edit.Rename(PHOTO, NOBODY),
                        connect("nobody.out", "task.picture")));
        assertThat(applied(CHAIN, batch).wires())
                .extracting(Wire::toString)
                .contains("nobody.out -> task.mask", "nobody.out -> task.picture");
    }

    @Test
    void anythingButTheLayoutCountsForTheMeaning() {
        assertThat(applied(CHAIN, new Edit.Disconnect(PortRef.parse("task.in"))).meansTheSameAs(CHAIN))
                .isFalse();
        assertThat(applied(CHAIN, add(NOBODY)).meansTheSameAs(CHAIN)).isFalse();
    }

    static Stream<Map.Entry<Edit, Refusal>> refusals() {
        Map<Edit, Refusal> cases = new LinkedHashMap<>();
        cases.put(add(PHOTO), new Refusal.NameTaken(PHOTO));
        cases.put(new Edit.Rename(PHOTO, TASK), new Refusal.NameTaken(TASK));
        cases.put(new Edit.Rename(NOBODY, TASK), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Remove(Set.of(PHOTO, NOBODY)), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Move(Map.of(NOBODY, new Position(0, 0))), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Change(NOBODY, "top", Optional.empty()), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Disconnect(PortRef.parse("nobody.in")), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.SetMode(Set.of(NOBODY), Mode.MUTED), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Restyle(Map.of(NOBODY, Look.PLAIN)), new Refusal.UnknownNode(NOBODY));
        cases.put(new Edit.Erase(Set.of(new NoteId("none"))), new Refusal.UnknownNote(new NoteId("none")));
        cases.put(connect("nobody.out", "task.other"), new Refusal.UnknownNode(NOBODY));
        cases.put(connect("photo.out", "nobody.in"), new Refusal.UnknownNode(NOBODY));
        cases.put(
                connect("photo.out", "task.in"),
                new Refusal.InputTaken(PortRef.parse("task.in"), PortRef.parse("bottom.out")));
        cases.put(
                connect("task.out", "photo.in"),
                new Refusal.WouldCycle(PortRef.parse("task.out"), PortRef.parse("photo.in")));
        cases.put(
                connect("task.out", "task.other"),
                new Refusal.WouldCycle(PortRef.parse("task.out"), PortRef.parse("task.other")));
        return cases.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeIsRefused(Map.Entry<Edit, Refusal> expected) {
        assertThat(EDITS.apply(CHAIN, expected.getKey())).isEqualTo(new Outcome.Refused(expected.getValue()));
    }

    @Test
    void theRulesHaveTheLastWord() {
        Refusal no = new Refusal.UnknownPort(PortRef.parse("photo.depth"), "image");
        Edits edits = new Edits((graph, from, to) -> Optional.of(no));
        assertThat(edits.apply(CHAIN, connect("photo.depth", "task.other"))).isEqualTo(new Outcome.Refused(no));
        assertThat(edits.refuse(CHAIN, PortRef.parse("photo.depth"), PortRef.parse("task.other")))
                .contains(no);
    }

    @Test
    void theRulesSeeTheGraphInsideABatch() {
        Edits edits = new Edits((graph, from, to) ->
                graph.nodes().size() == 2 ? Optional.empty() : Optional.of(new Refusal.UnknownNode(NOBODY)));
        Edit batch = new Edit.Batch("paste", List.of(add(PHOTO), add(TASK), connect("photo.out", "task.in")));
        assertThat(edits.apply(Amalgamation.EMPTY, batch)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aBatchIsAllOrNothing() {
        Edit batch = new Edit.Batch("paste", List.of(add(NOBODY), connect("nobody.out", "task.in")));
        assertThat(EDITS.apply(CHAIN, batch))
                .isEqualTo(new Outcome.Refused(
                        new Refusal.InputTaken(PortRef.parse("task.in"), PortRef.parse("bottom.out"))));
        assertThat(CHAIN.node(NOBODY)).isEmpty();
    }

    @Test
    void labelsSayWhatWasDone() {
        assertThat(Stream.of(
                                add(PHOTO),
                                new Edit.Remove(Set.of(PHOTO)),
                                new Edit.Remove(Set.of(PHOTO, TASK)),
                                connect("photo.out", "task.in"),
                                new Edit.Disconnect(PortRef.parse("task.in")),
                                new Edit.Change(TASK, "top", Optional.empty()),
                                new Edit.Rename(TASK, NOBODY),
                                new Edit.Move(Map.of(TASK, new Position(0, 0))),
                                new Edit.Batch("Paste 2 nodes", List.of()))
                        .map(Edit::label))
                .containsExactly(
                        "Add photo",
                        "Remove photo",
                        "Remove 2 nodes",
                        "Connect photo to task",
                        "Disconnect task.in",
                        "Change top of task",
                        "Rename task to nobody",
                        "Move task",
                        "Paste 2 nodes");
    }

    @Test
    void executeSaysHowItIsRunAndChangesNothingElse() {
        Execution gpu = Execution.STANDARD.withDevice("cuda:1");
        Amalgamation graph = applied(CHAIN, new Edit.Execute(gpu));
        assertThat(graph.execution()).isEqualTo(gpu);
        assertThat(graph.nodes()).containsExactlyElementsOf(CHAIN.nodes());
        assertThat(graph).isNotEqualTo(CHAIN);
        assertThat(graph.meansTheSameAs(CHAIN)).isFalse();
        assertThat(applied(graph, add(NOBODY)).execution()).isEqualTo(gpu);
        assertThat(applied(graph, new Edit.Execute(Execution.STANDARD))).isEqualTo(CHAIN);
    }

    @Test
    void anExecutionIsWithinItsLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Execution.STANDARD.withDevice("CUDA"));
        assertThatIllegalArgumentException().isThrownBy(() -> Execution.STANDARD.withThreads(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Execution.STANDARD.withThreads(Execution.MOST_THREADS + 1));
    }
}
