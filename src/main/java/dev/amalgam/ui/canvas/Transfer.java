package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Clip;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Nodes to and from the clipboard, as text, so that they go from window to window; each edit is one step for undo. */
final class Transfer {
    /** How far a copy stands from what it was copied from, in units of the world. */
    private static final double ASIDE = 32;

    private final Scenery scenery;
    private final Consumer<Edit> apply;

    Transfer(Scenery scenery, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
    }

    /** Puts the selected nodes on the clipboard. */
    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, Clip.copy(graph(), selected())));
    }

    /** Puts the selected nodes on the clipboard and takes them away. */
    void cut() {
        copy();
        apply.accept(new Edit.Remove(selected()));
    }

    /** Puts the nodes of the clipboard into the middle of the view and selects them. */
    void paste(boolean withIncomingWires) {
        Rectangle2D seen = scenery.seen();
        Position middle = new Position(
                Math.rint(seen.getMinX() + seen.getWidth() / 2), Math.rint(seen.getMinY() + seen.getHeight() / 2));
        onClipboard().ifPresent(clip -> paste(clip, middle, withIncomingWires));
    }

    /** Puts a copy of the selected nodes beside them and selects it; the clipboard stays as it is. */
    void duplicate() {
        Position corner = Area.around(selected().stream()
                        .flatMap(id -> scenery.board().card(id).stream())
                        .map(Board.Placed::area)
                        .toList())
                .map(Area::at)
                .orElse(new Position(0, 0));
        Clip.read(Clip.copy(graph(), selected())).ifPresent(clip -> paste(clip, aside(corner), false));
    }

    private void paste(Clip clip, Position wanted, boolean withIncomingWires) {
        Set<NodeId> before = ids();
        apply.accept(clip.paste(graph(), free(wanted), withIncomingWires));
        Set<NodeId> pasted = new HashSet<>(ids());
        pasted.removeAll(before);
        scenery.selection().set(pasted);
    }

    /** Where no card begins yet, so that what is pasted twice is not hidden by itself. */
    private Position free(Position wanted) {
        List<Position> taken =
                scenery.board().cards().stream().map(Board.Placed::at).toList();
        Position free = wanted;
        while (taken.contains(free)) {
            free = aside(free);
        }
        return free;
    }

    private static Position aside(Position from) {
        return new Position(from.x() + ASIDE, from.y() + ASIDE);
    }

    private static Optional<Clip> onClipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).flatMap(Clip::read);
    }

    private Set<NodeId> selected() {
        return Set.copyOf(scenery.selection().nodes());
    }

    private Set<NodeId> ids() {
        return graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
    }

    private Amalgamation graph() {
        return scenery.document().state().graph();
    }
}
