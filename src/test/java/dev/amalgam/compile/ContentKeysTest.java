package dev.amalgam.compile;

import static dev.amalgam.compile.TestGraph.edited;
import static dev.amalgam.compile.TestGraph.graph;
import static dev.amalgam.compile.TestGraph.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Value;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentKeysTest {
    private static final Amalgamation GRAPH = edited(
            graph(
                    "v: vector",
                    "w: weighted",
                    "r: relu",
                    "other: relu",
                    "j: join",
                    "v.value -> w.x",
                    "w.y -> r.x",
                    "v.value -> other.x",
                    "r.y -> j.a",
                    "other.y -> j.b"),
            set("w", "file", TestKind.file("w.npy")));

    private final TestGraph test = new TestGraph();

    @BeforeEach
    void aFile() {
        test.files.put("w.npy", "hash of w");
    }

    private ContentKeys keys(Amalgamation graph) {
        return ContentKeys.of(test.typing(graph));
    }

    private static String key(ContentKeys keys, String node) {
        return keys.node(new NodeId(node)).orElseThrow();
    }

    /** The names of the nodes whose keys differ, in the order of the alphabet. */
    private static String changed(ContentKeys before, ContentKeys after) {
        TreeSet<String> names = new TreeSet<>();
        for (String name : new String[] {"v", "w", "r", "other", "j"}) {
            if (!before.node(new NodeId(name)).equals(after.node(new NodeId(name)))) {
                names.add(name);
            }
        }
        return String.join(" ", names);
    }

    private String changedBy(Edit... edits) {
        return changed(keys(GRAPH), keys(edited(GRAPH, edits)));
    }

    @Test
    void movingChangesNoKey() {
        assertThat(changedBy(new Edit.Move(Map.of(new NodeId("v"), new Position(9, 9)))))
                .isEmpty();
    }

    @Test
    void renamingKeepsTheKeyOfWhatIsComputed() {
        NodeId renamed = new NodeId("renamed");
        ContentKeys after = keys(edited(GRAPH, new Edit.Rename(new NodeId("w"), renamed)));
        assertThat(after.node(renamed)).contains(key(keys(GRAPH), "w"));
        assertThat(key(after, "j")).isEqualTo(key(keys(GRAPH), "j"));
    }

    @Test
    void whatIsPastedHasTheKeyOfItsModel() {
        ContentKeys keys = keys(edited(
                GRAPH,
                new Edit.Add(GRAPH.node(new NodeId("w")).orElseThrow().named(new NodeId("w 2")), new Position(0, 0)),
                new Edit.Connect(PortRef.parse("v.value"), PortRef.parse("w 2.x"))));
        assertThat(key(keys, "w 2")).isEqualTo(key(keys, "w"));
    }

    @Test
    void aSettingChangesTheKeysFromItsNodeOn() {
        assertThat(changedBy(set("r", "sharpness", new Value.Real(0.25)))).isEqualTo("j r");
        assertThat(changedBy(set("v", "width", new Value.Whole(4)), set("v", "is", new Value.Text("logits"))))
                .isEqualTo("j other r v w");
    }

    @Test
    void aDefaultThatIsSaidIsTheSameAsOneThatIsNot() {
        assertThat(changedBy(set("r", "sharpness", new Value.Real(0.5)))).isEmpty();
        assertThat(changedBy(set("v", "width", new Value.Whole(4)))).isEmpty();
    }

    @Test
    void aWholeNumberIsTheSameAsThatNumber() {
        assertThat(changed(
                        keys(edited(GRAPH, set("r", "sharpness", new Value.Whole(1)))),
                        keys(edited(GRAPH, set("r", "sharpness", new Value.Real(1))))))
                .isEmpty();
    }

    @Test
    void theBytesOfAFileChangeTheKeysFromItsNodeOn() {
        ContentKeys before = keys(GRAPH);
        test.files.put("w.npy", "hash of other bytes");
        assertThat(changed(before, keys(GRAPH))).isEqualTo("j r w");
    }

    @Test
    void whereAFileLiesDoesNotCount() {
        test.files.put("copy/w.npy", "hash of w");
        assertThat(changedBy(set("w", "file", TestKind.file("copy/w.npy")))).isEmpty();
    }

    @Test
    void aWireChangesTheKeysFromItsEndOn() {
        assertThat(changedBy(
                        new Edit.Disconnect(PortRef.parse("r.x")),
                        new Edit.Connect(PortRef.parse("v.value"), PortRef.parse("r.x"))))
                .isEqualTo("j r");
    }

    @Test
    void whichInputAWireEndsAtCounts() {
        assertThat(changedBy(
                        new Edit.Disconnect(PortRef.parse("j.a")),
                        new Edit.Disconnect(PortRef.parse("j.b")),
                        new Edit.Connect(PortRef.parse("other.y"), PortRef.parse("j.a")),
                        new Edit.Connect(PortRef.parse("r.y"), PortRef.parse("j.b"))))
                .isEqualTo("j");
    }

    @Test
    void theOrderInWhichWiresWereDrawnDoesNotCount() {
        assertThat(changedBy(
                        new Edit.Disconnect(PortRef.parse("j.a")),
                        new Edit.Connect(PortRef.parse("r.y"), PortRef.parse("j.a"))))
                .isEmpty();
    }

    @Test
    void portsOfOneNodeHaveKeysOfTheirOwn() {
        ContentKeys keys = keys(graph("m: mystery"));
        assertThat(keys.port(PortRef.parse("m.y"))).isPresent().isNotEqualTo(keys.port(PortRef.parse("m.z")));
    }

    @Test
    void whatCannotBeLoweredHasNoKey() {
        ContentKeys keys = keys(edited(GRAPH, new Edit.Disconnect(PortRef.parse("r.x"))));
        assertThat(keys.node(new NodeId("r"))).isEmpty();
        assertThat(keys.node(new NodeId("j"))).isEmpty();
        assertThat(keys.port(PortRef.parse("r.y"))).isEmpty();
        assertThat(key(keys, "w")).isEqualTo(key(keys(GRAPH), "w"));
    }

    @Test
    void aFileThatWentAwayTakesTheKeysFromItsNodeOn() {
        Typing typing = test.typing(GRAPH);
        test.files.clear();
        ContentKeys keys = ContentKeys.of(typing);
        assertThat(keys.node(new NodeId("v"))).isPresent();
        assertThat(keys.node(new NodeId("other"))).isPresent();
        assertThat(keys.node(new NodeId("w"))).isEmpty();
        assertThat(keys.node(new NodeId("r"))).isEmpty();
        assertThat(keys.node(new NodeId("j"))).isEmpty();
    }

    @Test
    void givenValuesStandForTheSource() {
        Typing typing = test.typing(GRAPH);
        Tensor values = Tensor.floats(new long[] {1, 4}, 1, 2, 3, 4);
        ContentKeys one = ContentKeys.of(typing, Map.of(new NodeId("v"), values));
        ContentKeys same =
                ContentKeys.of(typing, Map.of(new NodeId("v"), Tensor.floats(new long[] {1, 4}, 1, 2, 3, 4)));
        ContentKeys turned =
                ContentKeys.of(typing, Map.of(new NodeId("v"), Tensor.floats(new long[] {4, 1}, 1, 2, 3, 4)));
        assertThat(changed(one, same)).isEmpty();
        assertThat(changed(one, turned)).isEqualTo("j other r v w");
        assertThat(changed(one, keys(GRAPH))).isEqualTo("j other r v w");
        assertThat(one.node(new NodeId("nobody"))).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsRunOtherwiseIsAnotherValueAndASourceIsNot() {
        Execution gpu = Execution.STANDARD.withDevice("cuda");
        assertThat(changedBy(new Edit.Execute(gpu))).isEqualTo("j other r w");
        assertThat(changedBy(new Edit.Execute(Execution.STANDARD.withThreads(1))))
                .isEqualTo("j other r w");
        assertThat(changed(
                        keys(edited(GRAPH, new Edit.Execute(gpu))),
                        keys(edited(GRAPH, new Edit.Execute(gpu.withOptimisation(Optimisation.NONE))))))
                .isEqualTo("j other r w");
        assertThat(changedBy(new Edit.Execute(gpu), new Edit.Execute(Execution.STANDARD)))
                .isEmpty();
    }
}
