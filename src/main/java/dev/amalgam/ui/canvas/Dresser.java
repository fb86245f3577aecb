package dev.amalgam.ui.canvas;

import static java.util.Objects.requireNonNull;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Tint;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes how the selected cards look and whether their nodes do their work; each is one step for undo. */
final class Dresser {
    private final Scenery scenery;
    private final Consumer<Edit> apply;

    Dresser(Scenery scenery, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
    }

    /** Collapses the selected cards; where all of them are collapsed, opens them. */
    void toggleCollapsed() {
        boolean on = !all(Look::collapsed);
        restyle(look -> look.collapsed(on));
    }

    /** Pins the selected cards; where all of them are pinned, lets them go. */
    void togglePinned() {
        boolean on = !all(Look::pinned);
        restyle(look -> look.pinned(on));
    }

    /** Gives the selected cards and notes a colour, or takes it away. */
    void tint(Optional<Tint> tint) {
        Edit cards = restyled(look -> look.tinted(tint));
        Map<NoteId, Note> notes = new LinkedHashMap<>();
        scenery.selection()
                .notes()
                .forEach(id ->
                        notes.put(id, requireNonNull(graph().notes().get(id)).tinted(tint)));
        apply.accept(
                notes.isEmpty()
                        ? cards
                        : new Edit.Batch(Texts.get("note.done.tint"), List.of(cards, new Edit.Annotate(notes))));
    }

    /** Puts the selected nodes into a mode; where all of them are in it, back to work. */
    void toggle(Mode mode) {
        Set<NodeId> nodes = Set.copyOf(scenery.selection().nodes());
        boolean on = !is(mode);
        apply.accept(new Edit.SetMode(nodes, on ? mode : Mode.ACTIVE));
    }

    /** Whether all selected nodes are in that mode. */
    boolean is(Mode mode) {
        return scenery.selection().nodes().stream()
                .allMatch(id ->
                        graph().node(id).filter(node -> node.mode() == mode).isPresent());
    }

    /** Whether all selected cards look so. */
    boolean all(Predicate<Look> wanted) {
        return scenery.selection().nodes().stream().map(graph()::look).allMatch(wanted);
    }

    private void restyle(UnaryOperator<Look> change) {
        apply.accept(restyled(change));
    }

    private Edit restyled(UnaryOperator<Look> change) {
        Map<NodeId, Look> looks = new LinkedHashMap<>();
        scenery.selection().nodes().forEach(id -> looks.put(id, change.apply(graph().look(id))));
        return new Edit.Restyle(looks);
    }

    private Amalgamation graph() {
        return scenery.document().state().graph();
    }
}
