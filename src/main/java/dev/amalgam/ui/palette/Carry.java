package dev.amalgam.ui.palette;

import dev.amalgam.kind.Kind;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * A kind on its way from the palette to the canvas: a label that follows the pointer. A gesture within the window rather than
 * a drag of the platform, so that it works where the platform has none. Escape, or letting go beside the canvas, calls it off.
 */
final class Carry {
    /** How far the pointer moves before a press becomes a drag. */
    private static final double THRESHOLD = 5;

    private final Kind kind;
    private final PaletteHost host;
    private final Scene scene;
    private final Point2D from;
    private final EventHandler<MouseEvent> dragged = this::follow;
    private final EventHandler<MouseEvent> released = this::letGo;
    private final EventHandler<KeyEvent> pressedKey = this::key;
    private Optional<Label> label = Optional.empty();

    private Carry(Kind kind, PaletteHost host, Scene scene, Point2D from) {
        this.kind = kind;
        this.host = host;
        this.scene = scene;
        this.from = from;
    }

    /** Begins where the mouse was pressed; the scene hears the rest wherever the pointer goes. */
    static void begin(Kind kind, PaletteHost host, Scene scene, MouseEvent pressed) {
        Carry carry = new Carry(kind, host, scene, point(pressed));
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, carry.dragged);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, carry.released);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, carry.pressedKey);
    }

    private static Point2D point(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }

    private void follow(MouseEvent event) {
        Point2D at = point(event);
        if (label.isEmpty() && at.distance(from) >= THRESHOLD && scene.getRoot() instanceof Pane pane) {
            Label made = label();
            pane.getChildren().add(made);
            made.applyCss();
            made.autosize();
            label = Optional.of(made);
        }
        label.ifPresent(carried -> {
            carried.relocate(at.getX() + 10, at.getY() + 8);
            host.carry(kind, at);
            event.consume();
        });
    }

    private Label label() {
        Label made = new Label(Texts.say(kind.about().title()), new StackPane(Glyph.icon(Yield.of(kind), 12)));
        made.getStyleClass().add("carried");
        made.setManaged(false);
        made.setMouseTransparent(true);
        return made;
    }

    private void letGo(MouseEvent event) {
        boolean carried = label.isPresent();
        end();
        if (carried) {
            event.consume();
            host.drop(kind, point(event));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end();
        }
    }

    private void end() {
        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
        scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressedKey);
        label.ifPresent(carried -> {
            ((Pane) scene.getRoot()).getChildren().remove(carried);
            host.leave();
        });
        label = Optional.empty();
    }
}
