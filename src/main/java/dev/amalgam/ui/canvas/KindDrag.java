package dev.amalgam.ui.canvas;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Dragging a kind from a list on to the canvas. Done with plain mouse events instead of the system's drag and drop: what is
 * dragged is seen as the card it will become, Escape gives it up, and it works on every platform alike, the headless one
 * included.
 */
public final class KindDrag {
    private static final double SLACK = 6;

    private final Node source;
    private final Supplier<String> kind;
    private final CanvasView canvas;
    private final EventHandler<MouseEvent> follow = this::follow;
    private final EventHandler<KeyEvent> escape = this::escape;
    private @Nullable Point2D start;
    private boolean dragging;

    private KindDrag(Node source, Supplier<String> kind, CanvasView canvas) {
        this.source = source;
        this.kind = kind;
        this.canvas = canvas;
    }

    /**
     * Makes a node a place to drag a kind from.
     *
     * @param source the node, such as a row of the palette
     * @param kind the name of the kind it stands for, asked when a drag begins; empty for none
     * @param canvas where it can be dropped
     */
    public static void from(Node source, Supplier<String> kind, CanvasView canvas) {
        KindDrag drag = new KindDrag(source, kind, canvas);
        source.addEventHandler(MouseEvent.MOUSE_PRESSED, drag::press);
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !kind.get().isEmpty()) {
            start = new Point2D(event.getSceneX(), event.getSceneY());
            dragging = false;
            Scene scene = source.getScene();
            // On the scene, because the pointer leaves the row at once.
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, follow);
            scene.addEventFilter(MouseEvent.MOUSE_RELEASED, follow);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void follow(MouseEvent event) {
        Point2D at = new Point2D(event.getSceneX(), event.getSceneY());
        dragging |= start != null && at.distance(start) >= SLACK;
        if (!dragging) {
            if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
                end();
            }
            return;
        }
        Point2D local = canvas.sceneToLocal(at);
        if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            canvas.offer(kind.get(), local);
        } else {
            end();
            if (canvas.contains(local)) {
                canvas.addKind(kind.get(), local);
            }
        }
        event.consume();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dragging) {
            end();
            event.consume();
        }
    }

    private void end() {
        start = null;
        dragging = false;
        Scene scene = source.getScene();
        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, follow);
        scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, follow);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        canvas.withdrawOffer();
    }
}
