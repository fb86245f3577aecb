package dev.amalgam.ui.canvas;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.canvas.Link.Flow;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;

/** Puts what is known of a wire's two ends into what is drawn of it. */
final class Links {
    private Links() {}

    /** @param slope how steeply the wire leaves */
    static Link of(Wire wire, Board.Placed source, Board.Placed target, double slope) {
        Optional<Port> output = source.card().outputs().stream()
                .filter(port -> port.ref().equals(wire.from()))
                .findFirst();
        return new Link(
                wire,
                new Curve(end(wire.from(), false, source), end(wire.to(), true, target), slope),
                output.map(Port::type).orElseGet(() -> Texts.get("port.type.unknown")),
                output.flatMap(Port::representation),
                disagrees(wire, target) ? Flow.BROKEN : flow(source),
                findings(wire, source));
    }

    /** Where a wire begins. */
    static Point2D start(Wire wire, Ordered<NodeId, Board.Placed> cards) {
        return end(wire.from(), false, cards.get(wire.from().node()).orElseThrow());
    }

    /** Where a wire ends. */
    static Point2D end(Wire wire, Ordered<NodeId, Board.Placed> cards) {
        return end(wire.to(), true, cards.get(wire.to().node()).orElseThrow());
    }

    /** Where a wire ends: at its port or, where a changed setting has taken that away, at the lower corner of the card. */
    private static Point2D end(PortRef ref, boolean input, Board.Placed placed) {
        double x = placed.at().x() + (input ? 0 : placed.layout().width());
        return placed.port(ref, input)
                .orElseGet(
                        () -> new Point2D(x, placed.at().y() + placed.layout().height() - 8));
    }

    private static List<String> findings(Wire wire, Board.Placed source) {
        return source.known().state().findings().stream()
                .filter(found -> found.port().equals(Optional.of(wire.from().port())))
                .map(found -> Texts.say(found.message(), found.remedy()))
                .toList();
    }

    private static boolean disagrees(Wire wire, Board.Placed target) {
        return target.known().problems().stream()
                .filter(Problem::isError)
                .anyMatch(problem -> problem.port().equals(Optional.of(wire.to().port())));
    }

    private static Flow flow(Board.Placed source) {
        return switch (source.card().status()) {
            case FRESH, CACHED -> Flow.TRUE;
            case WAITING, RUNNING, BLOCKED, MUTED -> Flow.WAITING;
            case STALE -> Flow.STALE;
            case FAILED -> Flow.BROKEN;
        };
    }
}
