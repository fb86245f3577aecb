package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Counts what runs again, for every kind of edit: what changed and what hangs below it, never more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunCountersTest {
    private static final String[] NOTHING = {};

    /** All that there ever was: who was renamed or removed keeps its counter. */
    private final Set<NodeId> names = new HashSet<>();

    private Desk desk;
    private Workspace workspace;
    private final Settled live = new Settled(() -> workspace);

    @BeforeAll
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
        live.settled();
    }

    @AfterAll
    void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void aHeadRunsWithoutTheBottom() throws Exception {
        assertRuns(change("softmax", "temperature", new Value.Real(2.5)), "softmax", "top five");
        assertRuns(change("independent", "shift", new Value.Real(9)), "independent", "watch list");
        assertRuns(change("similarity", "k", new Value.Whole(2)), "similarity");
    }

    @Test
    void anotherPhotoRunsAllAndTheOneBeforeNothing() throws Exception {
        Value coffee = workspace.reference(Path.of("samples/figure-3/photos/coffee.png"));
        Edit edit = change("photo", "file", coffee);
        assertRuns(
                edit,
                "activation map",
                "embedding",
                "independent",
                "normalise",
                "photo",
                "pre-stem",
                "shared bottom",
                "similarity",
                "softmax",
                "top five",
                "watch list");
        // Undone by assertRuns: now it is known.
        assertRuns(edit, NOTHING);
    }

    @Test
    void undoneAndDoneAgainItIsKnown() throws Exception {
        apply(change("softmax", "temperature", new Value.Real(7)));
        live.settled();
        Map<NodeId, Long> before = counts();
        workspace.document().undo();
        live.settled();
        workspace.document().redo();
        live.settled();
        assertThat(ranSince(before)).isEmpty();
        workspace.document().undo();
    }

    @Test
    void whatOnlyLooksOtherwiseRunsNothing() throws Exception {
        NoteId note = new NoteId("note");
        assertRuns(new Edit.Move(Map.of(id("photo"), new Position(5, 5))), NOTHING);
        assertRuns(new Edit.Rename(id("shared bottom"), id("bottom")), NOTHING);
        assertRuns(new Edit.Restyle(Map.of(id("photo"), new Look(true, false, Optional.empty()))), NOTHING);
        assertRuns(
                new Edit.Annotate(Map.of(note, new Note.Comment("why", new Position(0, 0), 100, 40, Optional.empty()))),
                NOTHING);
        apply(new Edit.Annotate(Map.of(note, new Note.Comment("why", new Position(0, 0), 100, 40, Optional.empty()))));
        assertRuns(new Edit.Erase(Set.of(note)), NOTHING);
        workspace.document().undo();
    }

    @Test
    void whatIsTakenAwayOrMutedRunsNothing() throws Exception {
        assertRuns(new Edit.Disconnect(PortRef.of("softmax", "logits")), NOTHING);
        assertRuns(new Edit.Remove(Set.of(id("similarity"), id("recognise"))), NOTHING);
        assertRuns(new Edit.SetMode(Set.of(id("softmax")), Mode.MUTED), NOTHING);
    }

    @Test
    void whatIsAddedRunsOnlyOnceItIsWired() throws Exception {
        NodeId unit = id("unit");
        Edit add = new Edit.Add(new Node(unit, "l2-normalise", Settings.NONE), new Position(0, 0));
        Edit connect = new Edit.Connect(PortRef.of("embedding", "embedding"), PortRef.of("unit", "vectors"));
        assertRuns(add, NOTHING);
        assertRuns(new Edit.Batch("add and wire", List.of(add, connect)), "unit");
        // The same node again: it has another name, but what it computes is known.
        apply(new Edit.Batch("add and wire", List.of(add, connect)));
        live.settled();
        NodeId twin = id("twin");
        assertRuns(
                new Edit.Batch(
                        "a twin",
                        List.of(
                                new Edit.Add(new Node(twin, "l2-normalise", Settings.NONE), new Position(9, 9)),
                                new Edit.Connect(PortRef.of("embedding", "embedding"), PortRef.of("twin", "vectors")))),
                NOTHING);
        assertRuns(new Edit.SetMode(Set.of(unit), Mode.BYPASSED), "unit");
        workspace.document().undo();
        assertRuns(drawnAnew("softmax", "logits"), NOTHING);
    }

    /** Other threads may compute other last bits: everything runs, there and back. */
    @Test
    void anotherWayToRunRunsAll() throws Exception {
        Map<NodeId, Long> before = counts();
        apply(new Edit.Execute(Execution.STANDARD.withThreads(1)));
        live.settled();
        assertThat(ranSince(before)).contains("photo", "shared bottom", "softmax", "similarity");
        Map<NodeId, Long> after = counts();
        workspace.document().undo();
        live.settled();
        assertThat(ranSince(after)).contains("photo", "shared bottom", "softmax", "similarity");
    }

    @Test
    void everyKindOfEditIsCounted() {
        assertThat(Arrays.stream(Edit.class.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Add",
                        "Annotate",
                        "Batch",
                        "Change",
                        "Connect",
                        "Disconnect",
                        "Erase",
                        "Execute",
                        "Move",
                        "Remove",
                        "Rename",
                        "Restyle",
                        "SetMode");
    }

    /** A wire taken away and drawn again. */
    private Edit drawnAnew(String node, String port) {
        PortRef to = PortRef.of(node, port);
        PortRef from = workspace
                .document()
                .state()
                .graph()
                .wiresInto(to.node())
                .getFirst()
                .from();
        return new Edit.Batch("a wire anew", List.of(new Edit.Disconnect(to), new Edit.Connect(from, to)));
    }

    private static NodeId id(String name) {
        return new NodeId(name);
    }

    private static Edit change(String node, String setting, Value value) {
        return new Edit.Change(id(node), setting, Optional.of(value));
    }

    /** Makes an edit, which runs exactly these nodes, then undoes it, which runs none. */
    private void assertRuns(Edit edit, String... nodes) throws Exception {
        Map<NodeId, Long> before = counts();
        apply(edit);
        live.settled();
        assertThat(ranSince(before)).as(edit.label()).containsExactly(nodes);
        Map<NodeId, Long> after = counts();
        workspace.document().undo();
        assertThat(live.settled().phase()).as("undo of " + edit.label()).isEqualTo(Phase.DONE);
        assertThat(ranSince(after)).as("undo of " + edit.label()).isEmpty();
    }

    private void apply(Edit edit) {
        assertThat(workspace.document().apply(edit)).as(edit.label()).isEmpty();
    }

    private Set<String> ranSince(Map<NodeId, Long> before) {
        return counts().entrySet().stream()
                .filter(count -> count.getValue() > before.getOrDefault(count.getKey(), 0L))
                .map(count -> count.getKey().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<NodeId, Long> counts() {
        Map<NodeId, Long> counts = new HashMap<>();
        names.addAll(workspace.document().state().graph().order());
        names.forEach(node -> counts.put(node, workspace.live().runs(node)));
        return counts;
    }
}
