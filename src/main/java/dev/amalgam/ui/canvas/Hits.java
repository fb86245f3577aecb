package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Finds what is at a point of the world.
 *
 * @param cards those drawn above last
 * @param links what is drawn of the wires, below all cards
 */
record Hits(List<Board.Placed> cards, List<Link> links) {
    /** How near to the middle of a port the pointer has to be, in world units. */
    private static final double PORT_REACH = 11;

    /** The ports of a dot leave room between them to take hold of it. */
    private static final double DOT_REACH = 8;

    private static final double WIRE_REACH = 6;

    /** What is drawn above comes first. */
    Hit at(Point2D point) {
        return portAt(point)
                .<Hit>map(Hit.OnPort::new)
                .or(() -> cardAt(point).map(Hit.OnCard::new))
                .or(() -> wireAt(point).map(Hit.OnWire::new))
                .orElseGet(Hit.OnGround::new);
    }

    private Optional<Port> portAt(Point2D point) {
        for (Board.Placed placed : cards.reversed()) {
            Rectangle2D box = placed.box();
            if (point.getX() < box.getMinX() - PORT_REACH || point.getX() > box.getMaxX() + PORT_REACH) {
                continue;
            }
            double reach = placed.card().slot().equals(Slot.DOT) ? DOT_REACH : PORT_REACH;
            for (CardLayout.Place place : placed.layout().ports()) {
                if (placed.middle(place).distance(point) <= reach) {
                    return Optional.of(place.port());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<NodeId> cardAt(Point2D point) {
        return cards.reversed().stream()
                .filter(placed -> placed.box().contains(point))
                .map(placed -> placed.card().id())
                .findFirst();
    }

    private Optional<Wire> wireAt(Point2D point) {
        return links.stream()
                .filter(link -> link.curve().distance(point, WIRE_REACH) <= WIRE_REACH)
                .map(Link::wire)
                .findFirst();
    }

    /** The nearest of the wires that pass within {@code reach} of a point, in world units, and that are wanted. */
    Optional<Wire> wireNear(Point2D point, double reach, Predicate<Wire> wanted) {
        return links.stream()
                .filter(link -> link.curve().distance(point, reach) <= reach)
                .filter(link -> wanted.test(link.wire()))
                .min(Comparator.comparingDouble(link -> link.curve().distance(point, reach)))
                .map(Link::wire);
    }
}
