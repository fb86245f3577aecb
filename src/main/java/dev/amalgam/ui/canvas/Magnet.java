package dev.amalgam.ui.canvas;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.arrange.Snapping;
import dev.amalgam.graph.NodeId;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.geometry.Rectangle2D;

/** What pulls a card while it is dragged: the lines of the cards in view always, those of the grid where a person wants it. */
final class Magnet {
    /** The distance of the lines that cards keep to: that of the dots of the ground. */
    static final double GRID = DotGrid.CELL;

    /** How near a line has to be, in pixels of the view. */
    private static final double REACH = 6;

    private boolean grid;

    boolean pullsToGrid() {
        return grid;
    }

    void pullToGrid(boolean on) {
        grid = on;
    }

    /** What pulls now, where {@code moving} are dragged and {@code seen} is in view. */
    Snapping snapping(Board board, Set<NodeId> moving, Rectangle2D seen, double zoom) {
        List<Area> neighbours = board.cards().stream()
                .filter(card -> !moving.contains(card.card().id()))
                .filter(card -> card.box().intersects(seen))
                .map(Board.Placed::area)
                .toList();
        return new Snapping(neighbours, REACH / zoom, grid ? OptionalDouble.of(GRID) : OptionalDouble.empty());
    }
}
