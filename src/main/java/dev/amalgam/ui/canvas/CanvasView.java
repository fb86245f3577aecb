package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Chain;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Findable;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Kind;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableSet;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The canvas: shows an amalgamation with its results and turns what a person does into edits of its document. It only draws
 * what it is shown, so whoever owns it hands on every new state of the document and of the results. For the UI thread only;
 * wants {@code canvas.css} and a theme among the scene's style sheets.
 */
public final class CanvasView extends Region {
    private static final double ZOOM_STEP = 1.25;

    private final Document document;
    private final CanvasHost host;
    private final Selection selection = new Selection();
    private final Scenery scenery;
    private final Hands hands;
    private final Views views;
    private final Walk walk;
    private final Arranger arranger;
    private final Dresser dresser;
    private final Transfer transfer;
    private final Drops drops;
    private final Notes notes;
    private final NoteEditor noteEditor;
    private final Overlay overlay = new Overlay(this, getChildren());
    private final Adding adding;
    private final Adapting adapting;
    private final Arrival arrival;
    private final SelectedWire selectedWire;
    private final Hover hover;
    private Optional<Cover> cover = Optional.empty();

    /** A canvas that shows the present state of the document. */
    public CanvasView(Document document, CanvasHost host) {
        this.document = document;
        this.host = host;
        this.scenery = new Scenery(document, selection);
        this.views = new Views(scenery.camera());
        this.notes = new Notes(scenery, this::apply);
        this.noteEditor = new NoteEditor(this, notes);
        this.adding = new Adding(this, scenery, overlay, this::apply);
        this.adapting = new Adapting(scenery, overlay, this::apply);
        this.arrival = new Arrival(scenery, adding);
        this.selectedWire = new SelectedWire(scenery, adding, adapting, this::tell);
        this.hands =
                new Hands(this, scenery, adding, new WireEnds(adding, adapting, this::apply, this::tell), this::apply);
        this.walk = new Walk(this, scenery);
        this.arranger = new Arranger(scenery, this::apply);
        this.dresser = new Dresser(scenery, this::apply);
        this.transfer = new Transfer(scenery, this::apply, host::tell);
        HeldKeys.listen(this, hands);
        this.hover = new Hover(this, scenery);
        drops = new Drops(this, scenery);
        getStyleClass().add("canvas");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Texts.get("canvas.name"));
        setFocusTraversable(true);
        getChildren().add(scenery);
        Rectangle frame = new Rectangle();
        frame.widthProperty().bind(widthProperty());
        frame.heightProperty().bind(heightProperty());
        setClip(frame);
    }

    /** Shows something in its stead until it is called with nothing: what its keys and menus do goes there meanwhile. */
    public void cover(Optional<Cover> by) {
        hands.cancel();
        clearSelection();
        cover.ifPresent(it -> getChildren().remove(it.view()));
        cover = by;
        by.ifPresent(it -> getChildren().add(it.view()));
        scenery.setVisible(by.isEmpty());
        by.map(Cover::view).orElse(this).requestFocus();
        requestLayout();
    }

    /** What is shown in its stead, if anything is. */
    public Optional<Cover> cover() {
        return cover;
    }

    /** Shows what is inside a node, where there is something. */
    public void openInside(NodeId node) {
        host.openInside(node);
    }

    Drops drops() {
        return drops;
    }

    CanvasHost host() {
        return host;
    }

    Document document() {
        return document;
    }

    /** Where the camera was. */
    Views views() {
        return views;
    }

    /** Whether what does not belong to the selection is dimmed. */
    boolean dimsUnrelated() {
        return scenery.dims();
    }

    void dimUnrelated(boolean dim) {
        scenery.dim(dim);
    }

    /** Shows over the cards what their nodes take; nothing where this is empty. */
    public void warm(Map<NodeId, Warmth> byNode) {
        scenery.warm(byNode);
    }

    /** Opens a list to choose from at a point of this view. */
    void open(Picker<?> picker, Point2D at) {
        overlay.open(picker, at, () -> {});
    }

    /** Selects the node that something belongs to, brings it into view, and says what was found there. */
    void goTo(Findable found) {
        reveal(found.node());
        pointOf(found.node())
                .ifPresent(at -> scenery.hint(Texts.say(found.name()) + "\n" + Texts.say(found.about()), false, at));
    }

    Walk walk() {
        return walk;
    }

    Notes notes() {
        return notes;
    }

    /** Opens the title of a frame, or the text of a comment, to be edited in its place. */
    void write(NoteId note) {
        noteEditor.edit(note);
    }

    Optional<NoteId> selectedNote() {
        return selection.note();
    }

    /** Whether there are cards or notes that could be copied. */
    boolean hasMovable() {
        return !selection.nodes().isEmpty() || !selection.notes().isEmpty();
    }

    Transfer transfer() {
        return transfer;
    }

    Dresser dresser() {
        return dresser;
    }

    Arranger arranger() {
        return arranger;
    }

    /** Gives up what is being drawn. @return whether something was */
    boolean cancel() {
        return hands.cancel() || cover.filter(Cover::escape).isPresent();
    }

    /** Draws this state of the document. */
    public void show(Document.State state) {
        scenery.show(state);
        cover.ifPresent(it -> it.show(state));
    }

    /** Draws how far the results are from a reference. */
    public void show(Drift drift) {
        scenery.show(drift);
    }

    /** Draws these results. */
    public void show(LiveState live) {
        scenery.show(live);
    }

    /** The selected nodes, read-only; {@link #select} changes it. */
    public ObservableSet<NodeId> selectedNodes() {
        return selection.nodes();
    }

    /** The selected wire; there is none while nodes are selected. */
    public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
        return selection.wireProperty();
    }

    /** Selects exactly these nodes, as far as they exist. */
    public void select(Set<NodeId> nodes) {
        selection.set(nodes.stream().filter(id -> graph().node(id).isPresent()).collect(Collectors.toSet()));
    }

    /** Selects a node and brings its card into view. */
    public void reveal(NodeId node) {
        select(Set.of(node));
        views.jump(() -> scenery.reveal(node));
    }

    /** Selects all nodes and notes. */
    public void selectAll() {
        Set<NodeId> nodes = graph().nodes().stream().map(Node::id).collect(Collectors.toSet());
        selection.set(nodes, graph().notes().keySet());
    }

    /** Whether nodes, notes or a wire are selected. */
    public boolean hasSelection() {
        return !selection.isEmpty();
    }

    /** Lets go of the selection. @return whether there was one */
    boolean clearSelection() {
        boolean something = hasSelection();
        selection.clear();
        return something;
    }

    /** The magnification; 1 is 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return scenery.camera().zoomProperty();
    }

    /**
     * Sets the magnification, keeping the middle of the view where it is.
     *
     * @param zoom 1 is 100 %; kept within its limits
     */
    public void zoom(double zoom) {
        zoomBy(zoom / cover.map(Cover::zoom).orElse(zoomProperty().get()));
    }

    public void zoomIn() {
        zoomBy(ZOOM_STEP);
    }

    public void zoomOut() {
        zoomBy(1 / ZOOM_STEP);
    }

    private void zoomBy(double factor) {
        cover.ifPresentOrElse(
                it -> it.zoomBy(factor), () -> scenery.camera().zoomAt(getWidth() / 2, getHeight() / 2, factor));
    }

    /** Brings all cards into view. */
    public void fitAll() {
        cover.ifPresentOrElse(Cover::fitAll, () -> views.jump(scenery::fitAll));
    }

    /** Brings the selected cards and notes into view, or all where none is selected. */
    public void fitSelection() {
        if (hasMovable()) {
            views.jump(scenery::fitSelection);
        } else {
            fitAll();
        }
    }

    /** Takes the selected nodes and notes, or the selected wire, away: one step for undo. */
    public void deleteSelection() {
        selection.deletion().ifPresent(this::apply);
    }

    /**
     * Puts a new node on the canvas and selects it.
     *
     * @param kind the name of a kind in the catalogue
     * @param at where its card begins, in pixels of this view
     */
    public void addKind(String kind, Point2D at) {
        adding.add(kind, corner(at));
    }

    private Position corner(Point2D view) {
        Point2D world = scenery.camera().toWorld(view.getX(), view.getY());
        return new Position(Math.rint(world.getX() - 60), Math.rint(world.getY() - 20));
    }

    /** Shows what would become of a kind that is carried over a point of this view, until it is dropped or {@link #leave leaves}. */
    public void carry(Kind kind, Point2D at) {
        arrival.over(kind, at);
    }

    /** What was carried over this view is gone. */
    public void leave() {
        arrival.leave();
    }

    /** Puts a new node on the canvas, or into the wire that is there if it fits, and selects it: one step for undo. */
    public void drop(Kind kind, Point2D at) {
        arrival.drop(kind, at, corner(at));
    }

    /** Opens the list of ports to draw a wire from, of the current card or the selected one. @return whether there is one */
    boolean offerWire() {
        return walk.card()
                .filter(new WireOffer(scenery, overlay, this::apply)::open)
                .isPresent();
    }

    /** The output that is selected: the main one of the current card, or the one that the selected wire comes from. */
    public Optional<PortRef> selectedOutput() {
        return walk.card().flatMap(this::output).or(() -> selection.wire().map(Wire::from));
    }

    /** The main output of a node; for a result, what is wired to it. */
    Optional<PortRef> output(NodeId node) {
        return document.state()
                .typing()
                .node(node)
                .filter(typed -> !typed.outputs().isEmpty())
                .map(typed -> new PortRef(node, typed.outputs().firstEntry().getKey()))
                .or(() -> graph().wiresInto(node).stream().findFirst().map(Wire::from));
    }

    /** What can be done with the selected wire. */
    SelectedWire selectedWire() {
        return selectedWire;
    }

    /** Opens the list of all kinds at the pointer or, where that is elsewhere, in the middle: to search what to add there. */
    public void searchKind() {
        adding.search(hover.pointer().orElseGet(() -> new Point2D(getWidth() / 2, getHeight() / 2)));
    }

    /** Takes a file as if it had been dropped in the middle. */
    public void receive(Path file) {
        Rectangle2D seen = scenery.seen();
        host.fileForCanvas(
                file,
                new Position(
                        Math.rint(seen.getMinX() + seen.getWidth() / 2),
                        Math.rint(seen.getMinY() + seen.getHeight() / 2)));
    }

    /** Wires the selected nodes to one another, from left to right, as far as their free ports fit: one step for undo. */
    public void wireSelection() {
        Chain.of(document.state().typing(), selection.nodes())
                .ifPresentOrElse(
                        this::apply,
                        () -> host.tell(Texts.get("canvas.chain.none"), Texts.get("canvas.chain.none.remedy")));
    }

    /** Moves the selected cards and notes by that many canvas units: one step for undo. */
    public void nudge(double dx, double dy) {
        Cargo cargo = Cargo.selected(scenery);
        if (!cargo.isEmpty()) {
            apply(cargo.movedBy(dx, dy).edit());
        }
    }

    /** Goes one revision back, giving up what is being drawn. */
    public void undo() {
        hands.cancel();
        document.undo();
        scenery.show(document.state());
    }

    /** Goes one revision forward, giving up what is being drawn. */
    public void redo() {
        hands.cancel();
        document.redo();
        scenery.show(document.state());
    }

    /** Where the middle of a card is, in pixels of this view. */
    public Optional<Point2D> pointOf(NodeId node) {
        return scenery.board()
                .card(node)
                .map(it -> scenery.camera()
                        .toView(
                                it.box().getMinX() + it.box().getWidth() / 2,
                                it.box().getMinY() + it.box().getHeight() / 2));
    }

    /**
     * Where the middle of a port is, in pixels of this view.
     *
     * @param input on which side of its node it is
     */
    public Optional<Point2D> pointOf(PortRef port, boolean input) {
        return scenery.board().port(port, input).map(it -> scenery.camera().toView(it.getX(), it.getY()));
    }

    Scenery scenery() {
        return scenery;
    }

    private Amalgamation graph() {
        return document.state().graph();
    }

    private void apply(Edit edit) {
        apply(_ -> edit);
    }

    private void apply(java.util.function.Function<Amalgamation, Edit> edit) {
        document.apply(edit).ifPresent(this::tell);
        // Drawn at once, so that nothing flickers until the window hands the new state on.
        scenery.show(document.state());
    }

    private void tell(Refusal refusal) {
        host.tell(Texts.say(refusal.sentence()), Texts.say(refusal.remedy()));
    }

    @Override
    protected void layoutChildren() {
        scenery.resizeRelocate(0, 0, getWidth(), getHeight());
        cover.ifPresent(it -> it.view().resizeRelocate(0, 0, getWidth(), getHeight()));
    }
}
