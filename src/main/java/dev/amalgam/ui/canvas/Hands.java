package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Cuts;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Turns what the mouse and the touchpad do into intentions: one at a time. */
final class Hands {
    private static final double WHEEL_STEP = 1.12;

    private final CanvasView canvas;
    private final Scenery scenery;
    private final Adding adding;
    private final Consumer<Edit> apply;
    private final WireEnds ends;
    private Optional<Intention> intention = Optional.empty();
    private boolean spaceHeld;

    Hands(CanvasView canvas, Scenery scenery, Adding adding, WireEnds ends, Consumer<Edit> apply) {
        this.canvas = canvas;
        this.scenery = scenery;
        this.adding = adding;
        this.apply = apply;
        this.ends = ends;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> intention.ifPresent(it -> it.update(at(event))));
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::pinch);
    }

    private Pointer at(MouseEvent event) {
        return Pointer.of(event, scenery.camera());
    }

    boolean isBusy() {
        return intention.isPresent();
    }

    /** Gives up what is being done. @return whether something was */
    boolean cancel() {
        boolean busy = isBusy();
        intention.ifPresent(Intention::cancel);
        intention = Optional.empty();
        cursor();
        return busy;
    }

    void holdSpace(boolean held) {
        spaceHeld = held;
        cursor();
    }

    private void cursor() {
        boolean pans =
                spaceHeld || intention.filter(PanIntention.class::isInstance).isPresent();
        canvas.setCursor(pans ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        if (isBusy()) {
            cancel();
            return;
        }
        scenery.noHint();
        Pointer at = at(event);
        intention = event.getButton() == MouseButton.PRIMARY && !spaceHeld
                ? begin(at, event.getClickCount())
                : Optional.of(beside(at, event.getButton()));
        cursor();
        event.consume();
    }

    /** What the other buttons do: with a key held, a line across wires cuts or bends them; else the view moves. */
    private Intention beside(Pointer at, MouseButton button) {
        boolean right = button == MouseButton.SECONDARY && !spaceHeld;
        if (right && at.control()) {
            return new StrokeIntention(scenery, at, "knife", met -> Cuts.cut(met.keySet()), apply);
        }
        return right && at.shift()
                ? new StrokeIntention(scenery, at, "bend", this::reroute, apply)
                : new PanIntention(scenery.camera(), at);
    }

    private Optional<Edit> reroute(Map<Wire, Point2D> met) {
        Map<Wire, Position> corners = new LinkedHashMap<>();
        met.forEach((wire, at) -> corners.put(
                wire, new Position(at.getX() - CardLayout.DOT_WIDTH / 2, at.getY() - CardLayout.DOT_HEIGHT / 2)));
        return Cuts.reroute(scenery.document().state().graph(), corners);
    }

    private Optional<Intention> begin(Pointer at, int clicks) {
        return switch (scenery.board().at(at.world())) {
            case Hit.OnPort(Port port) when clicks == 2 && !port.input() -> looked(port.ref());
            case Hit.OnCard(NodeId node) when clicks == 2 && canvas.host().openInside(node) -> Optional.empty();
            case Hit.OnCard(NodeId node)
            when clicks == 2 && canvas.output(node).isPresent() ->
                looked(canvas.output(node).get());
            case Hit.OnPort(Port port) -> Optional.of(new WireIntention(scenery, port, at, ends));
            case Hit.OnCard(NodeId node) -> Optional.of(new MoveIntention(scenery, node, at, apply));
            case Hit.OnWire(var wire) -> wire(wire, at, clicks);
            case Hit.OnGround() -> ground(at, clicks);
        };
    }

    /** What is clicked twice is shown enlarged. */
    private Optional<Intention> looked(PortRef output) {
        canvas.host().look(output);
        return Optional.empty();
    }

    /** A wire is selected or, where it is clicked twice, asks what goes into it. */
    private Optional<Intention> wire(Wire wire, Pointer at, int clicks) {
        scenery.selection().only(wire);
        if (clicks == 2) {
            adding.searchInto(wire, at.view());
        }
        return Optional.empty();
    }

    private Optional<Intention> ground(Pointer at, int clicks) {
        Optional<Notes.Hit> note = canvas.notes().at(at.world());
        if (note.isPresent()) {
            return note(note.get(), at, clicks);
        }
        if (clicks == 2) {
            adding.search(at.view());
            return Optional.empty();
        }
        return Optional.of(new MarqueeIntention(scenery, canvas.notes(), at));
    }

    /** A note is dragged, or written where it is clicked twice. */
    private Optional<Intention> note(Notes.Hit note, Pointer at, int clicks) {
        if (clicks == 2) {
            canvas.write(note.id());
            return Optional.empty();
        }
        return Optional.of(new NoteIntention(scenery, note, at, apply));
    }

    private void release(MouseEvent event) {
        Optional<Intention> ended = intention;
        intention = Optional.empty();
        ended.ifPresent(it -> it.end(at(event)));
        cursor();
        event.consume();
    }

    /** A wheel zooms at the pointer; two fingers, or a wheel with Shift, move the view; with Ctrl both zoom. */
    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown() || isWheel(event)) {
            double steps = event.getDeltaY() / Math.max(1, event.getMultiplierY());
            scenery.camera().zoomAt(event.getX(), event.getY(), Math.pow(WHEEL_STEP, steps));
        } else {
            scenery.camera().panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    /** A wheel turns by whole notches and in one direction; a touchpad by any amount in two. */
    private static boolean isWheel(ScrollEvent event) {
        double notch = event.getMultiplierY();
        return event.getDeltaX() == 0
                && !event.isShiftDown()
                && !event.isInertia()
                && notch > 1
                && event.getDeltaY() % notch == 0;
    }

    private void pinch(ZoomEvent event) {
        scenery.camera().zoomAt(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }
}
