package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Insertion;
import dev.amalgam.desk.Matches;
import dev.amalgam.desk.Matches.Match;
import dev.amalgam.desk.Names;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Kind;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.palette.KindLines;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/** Adding nodes where one works: a list of kinds opens at a point, of all or of those that fit a port or a wire. */
final class Adding {
    /** About where a port is on a new card, from its upper edge. */
    private static final double PORT_Y = 72;

    private static final double CARD_WIDTH = 172;

    private final CanvasView canvas;
    private final Scenery scenery;
    private final Overlay overlay;
    private final Consumer<Function<Amalgamation, Edit>> apply;

    Adding(CanvasView canvas, Scenery scenery, Overlay overlay, Consumer<Function<Amalgamation, Edit>> apply) {
        this.canvas = canvas;
        this.scenery = scenery;
        this.overlay = overlay;
        this.apply = apply;
    }

    private Document.State state() {
        return scenery.document().state();
    }

    /** Opens the list of all kinds at a point of the view, where the new card will begin. */
    void search(Point2D view) {
        Point2D world = scenery.camera().toWorld(view.getX(), view.getY());
        Collection<Kind> kinds = state().typing().catalogue().kinds();
        open(Texts.get("canvas.add"), kinds, view, () -> {}, kind -> add(kind.name(), place(world, -60, -20)));
    }

    /** Opens the list of kinds that fit a port, with the wire from it drawn as far as there; what is chosen is wired. */
    void searchFitting(Port port, Point2D view) {
        Point2D world = scenery.camera().toWorld(view.getX(), view.getY());
        List<Match> matches = Matches.of(state().typing(), port.ref(), port.input());
        draw(port, world);
        open(
                Texts.get(port.input() ? "canvas.add.giving" : "canvas.add.taking", port.ref()),
                matches.stream().map(Match::kind).toList(),
                view,
                () -> scenery.draft(Optional.empty(), "any"),
                kind -> matches.stream()
                        .filter(match -> match.kind() == kind)
                        .forEach(match -> addWired(match, port, world)));
    }

    /** Opens the list of kinds that fit into a wire, which stands out meanwhile; what is chosen is put into it. */
    void searchInto(Wire wire, Point2D view) {
        Point2D world = scenery.camera().toWorld(view.getX(), view.getY());
        List<Kind> kinds = Matches.of(state().typing(), wire.from(), false).stream()
                .map(Match::kind)
                .filter(kind -> fits(kind, wire))
                .toList();
        scenery.point(Set.of(wire));
        open(
                Texts.get("canvas.add.into", wire.from(), wire.to()),
                kinds,
                view,
                () -> scenery.point(Set.of()),
                kind -> insert(kind.name(), place(world, -CARD_WIDTH / 2, -PORT_Y), wire));
    }

    private boolean fits(Kind kind, Wire wire) {
        Node node = new Node(Names.fresh(title(kind.name()), state().graph()), kind.name(), Settings.NONE);
        return Insertion.of(state().typing(), node, new Position(0, 0), wire).isPresent();
    }

    private void draw(Port port, Point2D world) {
        scenery.board().port(port.ref(), port.input()).ifPresent(anchor -> {
            Curve curve = port.input() ? new Curve(world, anchor) : new Curve(anchor, world);
            String colour =
                    port.representation().map(it -> Glyph.styleClass(it.form())).orElse("any");
            scenery.draft(Optional.of(curve), colour);
        });
    }

    private void open(String prompt, Collection<Kind> kinds, Point2D view, Runnable afterwards, Consumer<Kind> chosen) {
        Picker<Kind> picker =
                new Picker<>(prompt, Texts.get("canvas.add.none"), typed -> KindLines.of(kinds, typed), chosen);
        overlay.open(picker, view, afterwards);
    }

    private void addWired(Match match, Port fixed, Point2D world) {
        Position at = place(world, fixed.input() ? -CARD_WIDTH : 0, -PORT_Y);
        add(match.kind().name(), node -> {
            Edit add = new Edit.Add(node, at);
            PortRef added = new PortRef(node.id(), match.port());
            Edit wire = fixed.input() ? new Edit.Connect(added, fixed.ref()) : new Edit.Connect(fixed.ref(), added);
            return new Edit.Batch(add.label(), List.of(add, wire));
        });
    }

    private static Position place(Point2D world, double dx, double dy) {
        return new Position(Math.rint(world.getX() + dx), Math.rint(world.getY() + dy));
    }

    /** Puts a new node of a kind there and selects it. */
    void add(String kind, Position at) {
        add(kind, node -> new Edit.Add(node, at));
    }

    /** Puts a new node of a kind there and into a wire, if it fits, and selects it. */
    void insert(String kind, Position at, Wire wire) {
        add(kind, node -> Insertion.of(state().typing(), node, at, wire).orElseGet(() -> new Edit.Add(node, at)));
    }

    private void add(String kind, Function<Node, Edit> edit) {
        Set<NodeId> before = ids();
        apply.accept(graph -> edit.apply(new Node(Names.fresh(title(kind), graph), kind, Settings.NONE)));
        Set<NodeId> added = new HashSet<>(ids());
        added.removeAll(before);
        scenery.selection().set(added);
        canvas.requestFocus();
    }

    private String title(String kind) {
        return state().typing()
                .catalogue()
                .kind(kind)
                .map(it -> it.about().title())
                .orElse(kind);
    }

    private Set<NodeId> ids() {
        return state().graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
    }
}
