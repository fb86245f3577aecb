package dev.amalgam.ui.canvas;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.drift.DriftWords;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** What a port, a wire or a badge says when the pointer rests on it. One hint for all, instead of a tooltip on each. */
final class Hover {
    private static final double HEADING = 46;
    private static final double BADGE = 12;

    private final Scenery scenery;
    private final PauseTransition rest = new PauseTransition(Duration.millis(450));
    private Point2D at = Point2D.ZERO;
    private boolean inside;

    Hover(CanvasView canvas, Scenery scenery) {
        this.scenery = scenery;
        rest.setOnFinished(_ -> tell());
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> move(new Point2D(event.getX(), event.getY())));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> rest.stop());
    }

    /** Where the pointer is in the view, if it is over it. */
    Optional<Point2D> pointer() {
        return Optional.of(at).filter(_ -> inside);
    }

    private void move(Point2D to) {
        if (to.distance(at) > 3) {
            scenery.noHint();
        }
        at = to;
        inside = true;
        scenery.hover(hit() instanceof Hit.OnWire(Wire wire) ? Optional.of(wire) : Optional.empty());
        rest.playFromStart();
    }

    private void leave() {
        inside = false;
        rest.stop();
        scenery.noHint();
        scenery.hover(Optional.empty());
    }

    private Point2D world() {
        return scenery.camera().toWorld(at.getX(), at.getY());
    }

    private Hit hit() {
        return scenery.board().at(world());
    }

    private void tell() {
        Optional<String> trouble = badgeUnderPointer();
        trouble.or(this::words).ifPresent(it -> {
            if (trouble.isEmpty() && hit() instanceof Hit.OnWire(Wire wire)) {
                scenery.hint(it, FlowingValue.of(wire, scenery), at);
            } else {
                scenery.hint(it, trouble.isPresent(), at);
            }
        });
    }

    private Optional<String> badgeUnderPointer() {
        Point2D here = world();
        return scenery.board().cards().stream()
                .filter(it -> !it.card().troubles().isEmpty())
                .filter(it -> here.distance(it.box().getMaxX(), it.box().getMinY()) <= BADGE)
                .map(it -> String.join("\n", it.card().troubles()))
                .findFirst();
    }

    private Optional<String> words() {
        return switch (hit()) {
            case Hit.OnPort(Port port) -> Optional.of(port.says());
            case Hit.OnWire(Wire wire) ->
                scenery.board()
                        .link(wire)
                        .map(link -> link.says() + drifted((drift, live) -> drift.of(wire.from(), live)));
            case Hit.OnCard(NodeId node) -> scenery.board().card(node).flatMap(this::heading);
            case Hit.OnGround() -> Optional.empty();
        };
    }

    /** How far something is from the reference, on a line of its own; nothing where that is not known. */
    private String drifted(BiFunction<Drift, LiveState, Optional<Deviation>> of) {
        return scenery.live()
                .flatMap(live -> of.apply(scenery.drift(), live))
                .map(deviation -> "\n" + DriftWords.of(deviation))
                .orElse("");
    }

    /** The lines at the top may be cut short, so they can be read here in full. */
    private Optional<String> heading(Board.Placed placed) {
        boolean above = world().getY() < placed.at().y() + HEADING;
        String troubles = String.join("\n", placed.card().troubles());
        String words =
                placed.card().id() + "\n" + placed.card().factLine() + (troubles.isEmpty() ? "" : "\n" + troubles)
                        + drifted((drift, live) -> drift.of(placed.card().id(), live));
        return above ? Optional.of(words) : Optional.empty();
    }
}
