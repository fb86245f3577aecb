package dev.amalgam.desk.arrange;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bringing one edge, or the middle, of several cards into one line. */
public enum Alignment {
    LEFT,
    CENTRE,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM;

    /** Where the cards go: the line is the edge, or the middle, of the area around them all. */
    public Map<NodeId, Position> places(Map<NodeId, Area> cards) {
        Map<NodeId, Position> places = new LinkedHashMap<>();
        Area.around(cards.values()).ifPresent(all -> cards.forEach((id, card) -> places.put(id, place(card, all))));
        return places;
    }

    private Position place(Area card, Area all) {
        return switch (this) {
            case LEFT -> new Position(all.x(), card.y());
            case CENTRE -> new Position(Math.rint(all.centre() - card.width() / 2), card.y());
            case RIGHT -> new Position(all.right() - card.width(), card.y());
            case TOP -> new Position(card.x(), all.y());
            case MIDDLE -> new Position(card.x(), Math.rint(all.middle() - card.height() / 2));
            case BOTTOM -> new Position(card.x(), all.bottom() - card.height());
        };
    }
}
