package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Diagram;
import dev.amalgam.desk.inside.Diagram.Bend;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Diagram.Frame;
import dev.amalgam.desk.inside.Diagram.Line;
import dev.amalgam.desk.inside.Drawing;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.ui.canvas.Camera;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * What the mouse does inside: a click chooses, a click where a tensor leaves its card taps it, two clicks open and close; what
 * is dragged is the view.
 */
final class Pointing {
    private static final double WHEEL_STEP = 1.12;
    private static final double NEAR = 6;
    private static final int STEPS = 10;

    private final InsideView view;
    private final Camera camera;
    private Point2D last = Point2D.ZERO;

    private Pointing(InsideView view, Camera camera) {
        this.view = view;
        this.camera = camera;
    }

    static void listen(InsideView view, Camera camera) {
        Pointing pointing = new Pointing(view, camera);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, pointing::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, pointing::drag);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, pointing::click);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, pointing::move);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        view.addEventHandler(ScrollEvent.SCROLL, pointing::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, pointing::pinch);
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        last = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void drag(MouseEvent event) {
        camera.panBy(event.getX() - last.getX(), event.getY() - last.getY());
        last = new Point2D(event.getX(), event.getY());
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            Point2D at = camera.toWorld(event.getX(), event.getY());
            Optional<String> socket = socket(at);
            Optional<Pick> pick = socket.<Pick>map(Pick.Tensor::new).or(() -> at(at));
            view.pick(pick.orElse(new Pick.Nothing()));
            if (event.getClickCount() == 2) {
                view.choose();
            } else if (event.getClickCount() == 1) {
                socket.ifPresent(view.tapping()::toggle);
            }
        }
        event.consume();
    }

    private void move(MouseEvent event) {
        Point2D at = camera.toWorld(event.getX(), event.getY());
        view.setCursor(socket(at).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        event.consume();
    }

    private Optional<String> socket(Point2D at) {
        double reach = Math.max(Surface.SOCKET + 2, NEAR / camera.zoom());
        return view.diagram().cards().stream()
                .flatMap(card -> card.sockets().stream())
                .filter(socket -> at.distance(socket.at().x(), socket.at().y()) <= reach)
                .findFirst()
                .map(Diagram.Socket::tensor);
    }

    private Optional<Pick> at(Point2D at) {
        for (Card card : view.diagram().cards()) {
            if (Picks.box(card.area()).contains(at)) {
                return Optional.of(Picks.of(card.content()));
            }
        }
        for (Line line : view.diagram().lines()) {
            if (isNear(line, at, NEAR / camera.zoom())) {
                return Optional.of(new Pick.Tensor(line.tensors().getFirst()));
            }
        }
        // The innermost frame, by its title alone: what lies in it is ground.
        for (Frame frame : view.diagram().frames().reversed()) {
            if (Picks.box(frame.area()).contains(at) && at.getY() < frame.area().y() + Drawing.TITLE) {
                return Optional.of(new Pick.Group(frame.group()));
            }
        }
        return Optional.empty();
    }

    private static boolean isNear(Line line, Point2D at, double limit) {
        for (int i = 1; i < line.points().size(); i++) {
            Bend from = line.points().get(i - 1);
            Bend to = line.points().get(i);
            boolean far = at.getX() < Math.min(from.x(), to.x()) - limit
                    || at.getX() > Math.max(from.x(), to.x()) + limit
                    || at.getY() < Math.min(from.y(), to.y()) - limit
                    || at.getY() > Math.max(from.y(), to.y()) + limit;
            if (!far && distance(from, to, at) <= limit) {
                return true;
            }
        }
        return false;
    }

    /** How far a point is from the piece between two points, which is an S unless one is a corner. */
    private static double distance(Bend from, Bend to, Point2D at) {
        boolean straight = from.corner() || to.corner();
        double nearest = Double.POSITIVE_INFINITY;
        Point2D last = new Point2D(from.x(), from.y());
        for (int i = 1; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double s = straight ? t : t * t * (3 - 2 * t);
            Point2D next = new Point2D(from.x() + (to.x() - from.x()) * t, from.y() + (to.y() - from.y()) * s);
            nearest = Math.min(nearest, toPiece(at, last, next));
            last = next;
        }
        return nearest;
    }

    private static double toPiece(Point2D at, Point2D from, Point2D to) {
        Point2D along = to.subtract(from);
        double square = along.dotProduct(along);
        double t = square == 0 ? 0 : Math.clamp(at.subtract(from).dotProduct(along) / square, 0, 1);
        return at.distance(from.add(along.multiply(t)));
    }

    private void scroll(ScrollEvent event) {
        boolean wheel =
                event.getDeltaX() == 0 && !event.isShiftDown() && !event.isInertia() && event.getMultiplierY() > 1;
        if (event.isShortcutDown() || wheel) {
            double steps = event.getDeltaY() / Math.max(1, event.getMultiplierY());
            camera.zoomAt(event.getX(), event.getY(), Math.pow(WHEEL_STEP, steps));
        } else {
            camera.panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        camera.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
        event.consume();
    }
}
