package dev.amalgam.ui.canvas;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Clip;
import dev.amalgam.desk.Fitting;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.text.Texts;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Nodes and notes to and from the clipboard, as text, so that they go from window to window; each edit is one step. */
final class Transfer {
    /** How far a copy stands from what it was copied from, in units of the world. */
    private static final double ASIDE = 32;

    private final Scenery scenery;
    private final Consumer<Edit> apply;
    private final BiConsumer<String, String> tell;

    /** @param tell hears what of a paste could not be done, and what to do about it */
    Transfer(Scenery scenery, Consumer<Edit> apply, BiConsumer<String, String> tell) {
        this.scenery = scenery;
        this.apply = apply;
        this.tell = tell;
    }

    /** Puts what is selected on the clipboard. */
    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copied()));
    }

    private String copied() {
        Selection selection = scenery.selection();
        return Clip.copy(graph(), Set.copyOf(selection.nodes()), Set.copyOf(selection.notes()), typing().components());
    }

    /** Puts what is selected on the clipboard and takes it away. */
    void cut() {
        copy();
        scenery.selection().deletion().ifPresent(apply);
    }

    /** Puts what is on the clipboard into the middle of the view and selects it. @return whether there were nodes or notes */
    boolean paste(boolean withIncomingWires) {
        Rectangle2D seen = scenery.seen();
        Position middle = new Position(
                Math.rint(seen.getMinX() + seen.getWidth() / 2), Math.rint(seen.getMinY() + seen.getHeight() / 2));
        Optional<Clip> clip = onClipboard();
        clip.ifPresent(it -> paste(it, middle, withIncomingWires));
        return clip.isPresent();
    }

    /** Puts a copy of what is selected beside it and selects that; the clipboard stays as it is. */
    void duplicate() {
        Selection selection = scenery.selection();
        Stream<Area> cards = selection.nodes().stream()
                .flatMap(id -> scenery.board().card(id).stream())
                .map(Board.Placed::area);
        Stream<Area> notes = selection.notes().stream()
                .map(id -> Notes.area(requireNonNull(graph().notes().get(id))));
        Position corner =
                Area.around(Stream.concat(cards, notes).toList()).map(Area::at).orElse(new Position(0, 0));
        Clip.read(copied()).ifPresent(clip -> paste(clip, aside(corner), false));
    }

    private void paste(Clip clip, Position wanted, boolean withIncomingWires) {
        Set<NodeId> before = ids();
        Set<NoteId> notesBefore = Set.copyOf(graph().notes().keySet());
        Edit whole = clip.beside(typing().components()).paste(graph(), free(clip, wanted), withIncomingWires);
        Fitting.Fitted fitted = Fitting.of(typing(), whole);
        apply.accept(fitted.edit());
        Set<NodeId> pasted = new HashSet<>(ids());
        pasted.removeAll(before);
        Set<NoteId> pastedNotes = new HashSet<>(graph().notes().keySet());
        pastedNotes.removeAll(notesBefore);
        scenery.selection().set(pasted, pastedNotes);
        if (fitted.without() > 0) {
            tell.accept(Texts.get("canvas.paste.without", fitted.without()), Texts.get("canvas.paste.without.remedy"));
        }
    }

    /** Where none of it would begin where something does already, so that what is pasted twice is not hidden by itself. */
    private Position free(Clip clip, Position wanted) {
        Set<Position> taken = new HashSet<>();
        scenery.board().cards().forEach(card -> taken.add(card.at()));
        graph().notes().values().forEach(note -> taken.add(note.at()));
        Position free = wanted;
        while (clip.places(free).stream().anyMatch(taken::contains)) {
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

    private Set<NodeId> ids() {
        return graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
    }

    private Typing typing() {
        return scenery.document().state().typing();
    }

    private Amalgamation graph() {
        return typing().graph();
    }
}
