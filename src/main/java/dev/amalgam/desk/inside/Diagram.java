package dev.amalgam.desk.inside;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.graph.Position;
import java.util.List;

/**
 * What is inside a model as it is drawn: cards in their places, frames around the groups that are open, lines between them. In
 * pixels at 100 %, from 0 on.
 *
 * @param frames the outer ones before the inner ones
 */
public record Diagram(List<Card> cards, List<Frame> frames, List<Line> lines, double width, double height) {
    /** Nothing. */
    public static final Diagram EMPTY = new Diagram(List.of(), List.of(), List.of(), 0, 0);

    public Diagram {
        cards = List.copyOf(cards);
        frames = List.copyOf(frames);
        lines = List.copyOf(lines);
    }

    /** What stands on a card. */
    public sealed interface Content {
        /** An operator, or a group that is closed. */
        record Of(Part part) implements Content {}

        /** An input of the model. */
        record Input(String tensor) implements Content {}

        /** An output of the model. */
        record Output(String tensor) implements Content {}
    }

    /**
     * A card.
     *
     * @param sockets where tensors leave it
     */
    public record Card(Content content, Area area, List<Socket> sockets) {
        public Card {
            sockets = List.copyOf(sockets);
        }
    }

    /** Where a tensor leaves a card. */
    public record Socket(String tensor, Position at) {}

    /** Around a group that is open; its title stands at its upper edge. */
    public record Frame(Group group, Area area) {}

    /**
     * A line between cards.
     *
     * @param tensors what flows in it
     * @param points at least two
     */
    public record Line(List<String> tensors, List<Bend> points) {
        public Line {
            tensors = List.copyOf(tensors);
            points = List.copyOf(points);
        }
    }

    /** A point of a line; at a corner it turns sharply, elsewhere it passes level. */
    public record Bend(double x, double y, boolean corner) {
        Bend movedBy(double dx, double dy) {
            return new Bend(x + dx, y + dy, corner);
        }
    }
}
