package dev.amalgam.desk.arrange;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Making the gaps between several cards equal. The first and the last card stay. */
public enum Distribution {
    HORIZONTAL,
    VERTICAL;

    /** Where the cards go. Where they overlap in sum, they overlap equally afterwards. */
    public Map<NodeId, Position> places(Map<NodeId, Area> cards) {
        if (cards.size() < 3) {
            return Map.of();
        }
        List<Map.Entry<NodeId, Area>> order = cards.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<NodeId, Area> card) -> middle(card.getValue()))
                        .thenComparing(card -> card.getKey().name()))
                .toList();
        double start = start(order.getFirst().getValue());
        Area last = order.getLast().getValue();
        double taken = cards.values().stream().mapToDouble(this::size).sum();
        double gap = (start(last) + size(last) - start - taken) / (order.size() - 1);
        Map<NodeId, Position> places = new LinkedHashMap<>();
        double next = start;
        for (Map.Entry<NodeId, Area> card : order) {
            places.put(card.getKey(), placed(card.getValue(), next));
            next += size(card.getValue()) + gap;
        }
        return places;
    }

    private Position placed(Area card, double start) {
        return switch (this) {
            case HORIZONTAL -> new Position(Math.rint(start), card.y());
            case VERTICAL -> new Position(card.x(), Math.rint(start));
        };
    }

    private double start(Area card) {
        return along(card, Area::x, Area::y);
    }

    private double size(Area card) {
        return along(card, Area::width, Area::height);
    }

    private double middle(Area card) {
        return along(card, Area::centre, Area::middle);
    }

    private double along(Area card, ToDoubleFunction<Area> horizontal, ToDoubleFunction<Area> vertical) {
        return (this == HORIZONTAL ? horizontal : vertical).applyAsDouble(card);
    }
}
