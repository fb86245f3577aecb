package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.arrange.Snapping;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.look.Colours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Draws the board as the camera sees it. Only what is in view is in the scene graph; whatever changes is drawn once, in the
 * next pulse. From afar, and while zooming over many cards, a simplified painting takes the cards' place: measured on the
 * software pipeline, that is what keeps 1,000 cards smooth.
 */
final class Scenery extends Pane {
    /** From how many visible cards on the simplified painting is worth its plainness. */
    private static final int MANY = 40;

    private static final double FAR = 0.5;
    private static final double VERY_FAR = 0.3;

    /** How far beyond the view things are kept at hand, in its pixels: so far it moves by shifting what is there. */
    private static final double BEYOND = 240;

    private final Document document;
    private final Selection selection;
    private final Camera camera = new Camera(this::shift);
    private final Colours colours = new Colours(this::requestLayout);
    private final DotGrid grid = new DotGrid();
    private final Scale scale = new Scale(1, 1);
    private final Layer<Wire, Link, WireView> wires =
            new Layer<>(Link::wire, WireView::new, WireView::blank, this::dress, 2);
    private final Layer<NodeId, Board.Placed, CardView> cards =
            new Layer<>(it -> it.card().id(), CardView::new, CardView::blank, this::dress, 1);
    private final CubicCurve draft = new CubicCurve();
    private final DriftMarks drifts = new DriftMarks();
    private final Group world = new Group(wires, cards, drifts, draft);
    private final FarView far = new FarView(colours);
    private final Rectangle marquee = new Rectangle();
    private final NoteLayer notes = new NoteLayer();
    private final Guides guides = new Guides();
    private final Magnet magnet = new Magnet();
    private final Stroke stroke = new Stroke();
    private final Hint hint = new Hint();
    private final EmptyHint empty = new EmptyHint();
    private final Minimap minimap = new Minimap(colours, this::centre);
    private final PauseTransition zoomEnd = new PauseTransition(Duration.millis(160));

    private Map<NodeId, Position> lifted = Map.of();
    private Board settled = Board.EMPTY;
    private Map<NoteId, Note> liftedNotes = Map.of();
    private Optional<LiveState> live = Optional.empty();
    private Drift drift = Drift.NONE;
    private Document.State state;
    private Board board = Board.EMPTY;
    private Rectangle2D atHand = Rectangle2D.EMPTY;
    /** How near to the edge of what is at hand the view may come before more is made ready, in the world. */
    private double reserve;

    private boolean stale = true;
    private boolean movedOnly;
    private boolean notesMoved;
    private boolean zooming;
    private boolean fitWanted = true;
    private @Nullable Function<Port, PortView.Verdict> verdicts;
    private boolean dims;
    private Related related = Related.ALL;
    private Map<NodeId, Warmth> warmth = Map.of();
    private Set<Wire> pointed = Set.of();
    private Optional<Wire> hovered = Optional.empty();

    Scenery(Document document, Selection selection) {
        this.document = document;
        this.selection = selection;
        this.state = document.state();
        getStyleClass().add("scenery");
        world.getTransforms().add(scale);
        draft.getStyleClass().addAll("wire-line", "draft");
        draft.setVisible(false);
        marquee.getStyleClass().add("marquee");
        marquee.setVisible(false);
        List.of(grid, notes, world, far, guides, marquee, stroke, empty, minimap, hint)
                .forEach(node -> node.setManaged(false));
        getChildren().addAll(colours, grid, notes, world, far, guides, marquee, stroke, empty, minimap, hint);
        zoomEnd.setOnFinished(_ -> zooming(false));
        camera.zoomProperty().addListener(_ -> zooming(true));
        selection.follow(state.graph());
        selection.nodes().addListener((javafx.beans.InvalidationListener) _ -> requestLayout());
        selection.wireProperty().addListener(_ -> requestLayout());
        selection.notes().addListener((javafx.beans.InvalidationListener) _ -> requestLayout());
        refresh();
    }

    Camera camera() {
        return camera;
    }

    Board board() {
        return board;
    }

    Document document() {
        return document;
    }

    Selection selection() {
        return selection;
    }

    private void zooming(boolean now) {
        zooming = now;
        requestLayout();
        if (now) {
            zoomEnd.playFromStart();
        }
    }

    private void centre(Point2D to) {
        camera.centre(to.getX(), to.getY(), getWidth(), getHeight());
    }

    void show(Document.State next) {
        // Whoever edits shows the new state at once, and the window hands it on once more.
        if (next != state) {
            state = next;
            selection.follow(next.graph());
            refresh();
        }
    }

    void show(LiveState next) {
        live = Optional.of(next);
        refresh();
    }

    void show(Drift next) {
        drift = next;
        requestLayout();
    }

    /** How far the results are from the reference that is pinned. */
    Drift drift() {
        return drift;
    }

    /** Draws these cards elsewhere than the document says, until it is called with none. */
    void lift(Map<NodeId, Position> elsewhere) {
        if (lifted.equals(elsewhere)) {
            return;
        }
        boolean sameCards = lifted.keySet().equals(elsewhere.keySet());
        lifted = Map.copyOf(elsewhere);
        board = lifted.isEmpty() ? settled : settled.lift(lifted);
        if (sameCards) {
            movedOnly = true;
            shift();
        } else {
            requestLayout();
        }
    }

    /** Draws these notes otherwise than the document says, until it is called with none. */
    void liftNotes(Map<NoteId, Note> otherwise) {
        if (!liftedNotes.equals(otherwise)) {
            liftedNotes = Map.copyOf(otherwise);
            notesMoved = true;
            shift();
        }
    }

    /** What pulls while cards are dragged. */
    Magnet magnet() {
        return magnet;
    }

    /** The lines that a dragged card stands on. */
    void guide(List<Snapping.Guide> lines) {
        guides.show(lines, camera);
    }

    private void refresh() {
        settled = settled.next(state, live);
        settle();
    }

    private void settle() {
        board = lifted.isEmpty() ? settled : settled.lift(lifted);
        requestLayout();
    }

    /** Shows all cards and notes; at once, or as soon as there is a size to show them in. */
    void fitAll() {
        Optional<Rectangle2D> all = Boxes.around(Stream.concat(
                board.box().stream(), state.graph().notes().values().stream().map(Notes::box)));
        fitWanted = getWidth() < 1 || getHeight() < 1 || all.isEmpty();
        if (!fitWanted) {
            camera.show(all.orElseThrow(), getWidth(), getHeight(), 28);
        }
    }

    void fit(Set<NodeId> nodes) {
        fit(board.box(nodes).stream());
    }

    /** Shows the selected cards and notes. */
    void fitSelection() {
        Stream<Rectangle2D> written = state.graph().notes().entrySet().stream()
                .filter(note -> selection.notes().contains(note.getKey()))
                .map(note -> Notes.box(note.getValue()));
        fit(Stream.concat(board.box(selection.nodes()).stream(), written));
    }

    private void fit(Stream<Rectangle2D> boxes) {
        Boxes.around(boxes).ifPresent(box -> camera.show(box, getWidth(), getHeight(), 80));
    }

    /** The part of the world that is in view. */
    Rectangle2D seen() {
        return camera.seen(getWidth(), getHeight());
    }

    /** Moves just so far that a card is seen whole. */
    void reveal(NodeId id) {
        board.card(id).ifPresent(placed -> {
            Rectangle2D seen = seen();
            if (!seen.contains(placed.box())) {
                Rectangle2D box = placed.box();
                centre(new Point2D(box.getMinX() + box.getWidth() / 2, box.getMinY() + box.getHeight() / 2));
            }
        });
    }

    /** Lights up the ports that fit the wire being drawn and dims the others; null when none is drawn. */
    void judge(@Nullable Function<Port, PortView.Verdict> byPort) {
        verdicts = byPort;
        requestLayout();
    }

    /** The wire being drawn, in the world; empty when none is. */
    void draft(Optional<Curve> curve, String styleClass) {
        curve.ifPresent(it -> WireView.lay(draft, it));
        draft.getStyleClass().setAll("wire-line", "draft", styleClass);
        if (draft.isVisible() != curve.isPresent()) {
            draft.setVisible(curve.isPresent());
            // From afar the world is shown for its sake alone.
            requestLayout();
        }
    }

    /** The frame being drawn, in the view; empty when none is. */
    void marquee(Optional<Rectangle2D> frame) {
        marquee.setVisible(frame.isPresent());
        frame.ifPresent(it -> {
            marquee.setX(Math.rint(it.getMinX()) + 0.5);
            marquee.setY(Math.rint(it.getMinY()) + 0.5);
            marquee.setWidth(Math.rint(it.getWidth()));
            marquee.setHeight(Math.rint(it.getHeight()));
        });
    }

    void hint(String words, boolean warning, Point2D at) {
        hint.show(words, warning, at.getX(), at.getY(), getLayoutBounds());
    }

    void noHint() {
        hint.hide();
    }

    boolean dims() {
        return dims;
    }

    /** Dims what does not belong to the selection, or shows all alike. */
    void dim(boolean unrelated) {
        dims = unrelated;
        requestLayout();
    }

    /** Shows over the cards what their nodes take; nothing where this is empty. */
    void warm(Map<NodeId, Warmth> byNode) {
        if (!warmth.equals(byNode)) {
            warmth = Map.copyOf(byNode);
            far.warm(warmth);
            requestLayout();
        }
    }

    /** The results that are shown. */
    Optional<LiveState> live() {
        return live;
    }

    /** Words with a picture of a value; the picture may be none. */
    void hint(String words, Optional<Node> picture, Point2D at) {
        hint.show(words, picture, at.getX(), at.getY(), getLayoutBounds());
    }

    /** These wires stand out, because something would happen to them. */
    void point(Set<Wire> wires) {
        if (!pointed.equals(wires)) {
            pointed = Set.copyOf(wires);
            requestLayout();
        }
    }

    /** This wire stands out too, because the pointer is over it. */
    void hover(Optional<Wire> wire) {
        if (!hovered.equals(wire)) {
            hovered = wire;
            requestLayout();
        }
    }

    /** A line drawn with the pointer, in the view; none where it is empty. */
    void stroke(List<Point2D> points, String styleClass) {
        stroke.show(points, styleClass);
    }

    /** The node that shows a card, if it is in view. */
    Optional<CardView> view(NodeId id) {
        return cards.view(id);
    }

    /** Everything has to be looked at again; where only the camera has moved, {@link #shift} is enough. */
    @Override
    public void requestLayout() {
        stale = true;
        super.requestLayout();
    }

    private void shift() {
        super.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (fitWanted) {
            fitAll();
        }
        double width = getWidth();
        double height = getHeight();
        Rectangle2D seen = camera.seen(width, height);
        grid.show(camera, width, height, colours.get("edge").deriveColor(0, 1, 1, 0.8));
        boolean anew = stale || movedOnly;
        if (stale || !atHand.contains(Boxes.grow(seen, reserve))) {
            stale = false;
            movedOnly = false;
            notesMoved = true;
            drawWorld(seen, anew);
            empty.setVisible(board.cards().isEmpty());
            empty.resizeRelocate(0, 0, width, height);
            minimap.setVisible(!board.cards().isEmpty() && width > 480 && height > 320);
            minimap.resizeRelocate(16, height - Minimap.HEIGHT - 16, Minimap.WIDTH, Minimap.HEIGHT);
        } else if (movedOnly) {
            movedOnly = false;
            drawLifted(seen);
        }
        if (notesMoved) {
            notesMoved = false;
            drawNotes();
        }
        world.setTranslateX(camera.x());
        world.setTranslateY(camera.y());
        notes.shift(camera);
        far.shift(camera);
        minimap.show(settled, seen, selection.nodes());
        super.layoutChildren();
    }

    private void drawNotes() {
        SequencedMap<NoteId, Note> shown = new LinkedHashMap<>(state.graph().notes());
        liftedNotes.forEach((id, note) -> shown.replace(id, note));
        notes.show(shown, selection.notes());
    }

    private void drawWorld(Rectangle2D seen, boolean anew) {
        // What is painted anew in each pulse is not made ready beyond the view.
        double beyond = (zooming ? 0 : BEYOND) / camera.zoom();
        atHand = Boxes.grow(seen, beyond);
        List<Board.Placed> near = near();
        related = dims ? related.next(board.graph(), selection.nodes()) : Related.ALL;
        boolean simple = isSimple(near.size());
        // To paint all of it takes the same however early; to make cards takes less where there is time for it.
        reserve = simple ? 0 : beyond * 3 / 4;
        far.setVisible(simple);
        world.setVisible(!simple || draft.isVisible());
        if (simple) {
            cards.clear();
            wires.clear();
            far.paint(settled, lifted.keySet(), camera, selection.nodes(), related, atHand);
            far.lift(board, lifted.keySet(), camera, selection.nodes(), related);
        } else {
            draw(near, seen, anew);
        }
        scale.setX(camera.zoom());
        scale.setY(camera.zoom());
    }

    /** Where only the cards in hand have moved on since everything was drawn. */
    private void drawLifted(Rectangle2D seen) {
        if (far.isVisible()) {
            far.lift(board, lifted.keySet(), camera, selection.nodes(), related);
        } else {
            draw(near(), seen, true);
        }
    }

    private List<Board.Placed> near() {
        return board.cards().stream().filter(it -> it.box().intersects(atHand)).toList();
    }

    private boolean isSimple(int visible) {
        return camera.zoom() < VERY_FAR || (visible > MANY && (zooming || camera.zoom() < FAR));
    }

    private void draw(List<Board.Placed> near, Rectangle2D seen, boolean anew) {
        cards.show(near, it -> it.box().intersects(seen), anew);
        List<Link> links = board.links().stream()
                .filter(it -> it.curve().box().intersects(atHand))
                .toList();
        wires.show(links, it -> it.curve().box().intersects(seen), anew);
        drifts.show(drift, live, links, near);
    }

    private void dress(CardView view, Board.Placed placed) {
        NodeId id = placed.card().id();
        view.show(placed);
        view.select(selection.has(id));
        view.dim(!related.has(id));
        view.warm(Optional.ofNullable(warmth.get(id)), placed.layout());
        // What is dragged is above all that it is dragged over.
        view.setViewOrder(lifted.containsKey(id) ? -1 : 0);
        view.judge(verdicts == null ? _ -> PortView.Verdict.NONE : verdicts);
        view.relocate(snapped(placed.at().x(), camera.x()), snapped(placed.at().y(), camera.y()));
    }

    /** On whole pixels of the view, so that text stays crisp at every zoom. */
    private double snapped(double world, double origin) {
        return (Math.rint(world * camera.zoom() + origin) - origin) / camera.zoom();
    }

    private void dress(WireView view, Link link) {
        view.show(link);
        view.select(selection.wire().equals(Optional.of(link.wire())));
        view.dim(!related.has(link.wire()));
        view.point(pointed.contains(link.wire()) || hovered.equals(Optional.of(link.wire())));
    }
}
