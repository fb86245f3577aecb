package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Tint;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.graph.WiringRules;
import dev.amalgam.kind.Components;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTest {
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId RESIZE = new NodeId("Resize 2");
    private static final NodeId NORMALISE = new NodeId("normalise");
    private static final Position HERE = new Position(500, 600);

    /** photo → Resize 2 → normalise. */
    private static final Amalgamation CHAIN = after(
            Amalgamation.EMPTY,
            add(PHOTO, 0, 0),
            add(RESIZE, 100, 30),
            add(NORMALISE, 300, 10),
            new Edit.Connect(PortRef.parse("photo.image"), PortRef.parse("Resize 2.image")),
            new Edit.Connect(PortRef.parse("Resize 2.image"), PortRef.parse("normalise.image")),
            new Edit.Change(RESIZE, "width", Optional.of(new Value.Whole(64))),
            new Edit.SetMode(Set.of(RESIZE), Mode.BYPASSED),
            new Edit.Restyle(Map.of(RESIZE, new Look(true, false, Optional.of(Tint.TEAL)))),
            new Edit.Annotate(
                    Map.of(new NoteId("n"), new Note.Comment("", new Position(0, 0), 10, 10, Optional.empty()))));

    private static final Components FILES = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);

    private static Edit add(NodeId id, double x, double y) {
        return new Edit.Add(new Node(id, "kind", Settings.NONE), new Position(x, y));
    }

    private static Amalgamation after(Amalgamation graph, Edit... edits) {
        Outcome outcome = new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("all", List.of(edits)));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).graph();
    }

    private static Clip clip(NodeId... nodes) {
        return Clip.read(Clip.copy(CHAIN, Set.of(nodes), Set.of(), FILES)).orElseThrow();
    }

    private static Value file(Amalgamation graph) {
        return graph.node(PHOTO).orElseThrow().settings().values().get("file");
    }

    private static List<String> wires(Amalgamation graph) {
        return graph.wires().stream().map(Wire::toString).toList();
    }

    @Test
    void whatIsPastedIsWhatWasCopiedUnderFreeNames() {
        Edit paste = clip(RESIZE, NORMALISE).paste(CHAIN, HERE, false);
        assertThat(paste.label()).isEqualTo("Paste 2 nodes");
        Amalgamation pasted = after(CHAIN, paste);
        NodeId copy = new NodeId("Resize");
        NodeId other = new NodeId("normalise 2");
        assertThat(pasted.nodes()).extracting(Node::id).containsExactly(PHOTO, RESIZE, NORMALISE, copy, other);
        assertThat(pasted.node(copy)).contains(CHAIN.node(RESIZE).orElseThrow().named(copy));
        assertThat(pasted.look(copy)).isEqualTo(CHAIN.look(RESIZE));
        assertThat(pasted.position(copy)).isEqualTo(new Position(500, 620));
        assertThat(pasted.position(other)).isEqualTo(new Position(700, 600));
        assertThat(wires(pasted)).hasSize(3).contains("Resize.image -> normalise 2.image");
        assertThat(pasted.notes()).hasSize(1);
    }

    @Test
    void theWiresIntoItComeAlongWhereAskedFor() {
        Clip clip = clip(RESIZE);
        assertThat(wires(after(CHAIN, clip.paste(CHAIN, HERE, true)))).contains("photo.image -> Resize.image");
        assertThat(wires(after(CHAIN, clip.paste(CHAIN, HERE, false)))).hasSize(2);
        assertThat(wires(after(Amalgamation.EMPTY, clip.paste(Amalgamation.EMPTY, HERE, true))))
                .isEmpty();
    }

    @Test
    void aNameThatIsFreeIsKept() {
        Amalgamation pasted = after(Amalgamation.EMPTY, clip(RESIZE).paste(Amalgamation.EMPTY, HERE, false));
        assertThat(pasted.nodes()).extracting(Node::id).containsExactly(RESIZE);
    }

    @Test
    void theLongestNameCanBePastedTwice() {
        NodeId longest = new NodeId("n".repeat(60));
        Amalgamation graph = after(Amalgamation.EMPTY, add(longest, 0, 0));
        Clip clip =
                Clip.read(Clip.copy(graph, Set.of(longest), Set.of(), FILES)).orElseThrow();
        Amalgamation once = after(graph, clip.paste(graph, HERE, false));
        assertThat(after(once, clip.paste(once, HERE, false)).nodes()).hasSize(3);
    }

    @Test
    void aWholeFileCanBePastedAndOtherTextCannot() {
        assertThat(Clip.read("{\"schema\": 1, \"nodes\": {\"a\": {\"kind\": \"k\"}}}"))
                .isPresent();
        assertThat(Clip.read("{\"schema\": 2, \"nodes\": {}}")).isEmpty();
        assertThat(Clip.read("{\"schema\": 2, \"nodes\": {}, \"incoming\": [\"a.b -> c.d\"]}"))
                .isEmpty();
        assertThat(Clip.read("buy milk")).isEmpty();
        assertThat(Clip.read("")).isEmpty();
    }

    @Test
    void notesComeAlongAsTheyStoodToTheNodes() {
        NoteId note = new NoteId("n");
        Clip clip = Clip.read(Clip.copy(CHAIN, Set.of(NORMALISE), Set.of(note), FILES))
                .orElseThrow();
        Amalgamation pasted = after(CHAIN, clip.paste(CHAIN, HERE, false));
        assertThat(pasted.notes()).hasSize(2);
        assertThat(pasted.notes().get(new NoteId("n 2")).at()).isEqualTo(HERE);
        assertThat(pasted.position(new NodeId("normalise 2"))).isEqualTo(new Position(800, 610));
        Clip alone = Clip.read(Clip.copy(CHAIN, Set.of(), Set.of(note), FILES)).orElseThrow();
        assertThat(alone.paste(CHAIN, HERE, false).label()).isEqualTo("Paste note");
    }

    @Test
    void aFileBesideTheOneIsFoundFromTheOther(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a"));
        Files.writeString(inner.resolve("names.txt"), "cat");
        Components there = new ComponentStore(Optional.of(inner), ModelTypes.FROM_FILE);
        Components above = new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE);
        Amalgamation graph = after(
                Amalgamation.EMPTY,
                add(PHOTO, 0, 0),
                new Edit.Change(PHOTO, "file", Optional.of(FileRef.unseen("names.txt"))));
        Clip clip = Clip.read(Clip.copy(graph, Set.of(PHOTO), Set.of(), there)).orElseThrow();
        assertThat(file(after(Amalgamation.EMPTY, clip.beside(above).paste(Amalgamation.EMPTY, HERE, false))))
                .isEqualTo(FileRef.unseen("a/names.txt"));
        assertThat(file(after(Amalgamation.EMPTY, clip.beside(there).paste(Amalgamation.EMPTY, HERE, false))))
                .isEqualTo(FileRef.unseen("names.txt"));
    }

    @Test
    void aThousandNodesArePastedInOneStep() {
        List<Edit> adds = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            adds.add(add(new NodeId("n " + i), i, i));
        }
        Amalgamation graph = after(Amalgamation.EMPTY, adds.toArray(Edit[]::new));
        Clip clip = Clip.read(Clip.copy(graph, Set.copyOf(graph.order()), Set.of(), FILES))
                .orElseThrow();
        assertThat(after(graph, clip.paste(graph, HERE, true)).nodes()).hasSize(2000);
    }
}
