package dev.amalgam.desk.arrange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Pulls what is dragged on to the lines of its neighbours and, where there is none near, on to the grid.
 *
 * @param neighbours what may pull
 * @param reach how near an edge or a middle has to come to be pulled, in canvas units
 * @param grid the distance of the lines of the grid; empty where it does not pull
 */
public record Snapping(List<Area> neighbours, double reach, OptionalDouble grid) {
    /** A line that a card was pulled on to: from one end to the other, through the neighbour and the card. */
    public record Guide(double fromX, double fromY, double toX, double toY) {}

    /**
     * Where it comes to rest.
     *
     * @param area where the card stands then
     * @param guides the lines that it stands on
     */
    public record Rest(Area area, List<Guide> guides) {
        public Rest {
            guides = List.copyOf(guides);
        }
    }

    public Snapping {
        neighbours = List.copyOf(neighbours);
    }

    /** One that never pulls. */
    public static Snapping none() {
        return new Snapping(List.of(), 0, OptionalDouble.empty());
    }

    /** Where an area that was dragged to {@code wanted} comes to rest. */
    public Rest rest(Area wanted) {
        Optional<Pull> across = nearest(wanted, Axis.ACROSS);
        Optional<Pull> down = nearest(wanted, Axis.DOWN);
        double dx = across.map(Pull::by).orElseGet(() -> toGrid(wanted.x()));
        double dy = down.map(Pull::by).orElseGet(() -> toGrid(wanted.y()));
        Area area = wanted.movedBy(dx, dy);
        List<Guide> guides = new ArrayList<>();
        across.ifPresent(pull -> guides.add(vertical(pull, area)));
        down.ifPresent(pull -> guides.add(horizontal(pull, area)));
        return new Rest(area, guides);
    }

    private double toGrid(double value) {
        return grid.isPresent() ? Math.rint(value / grid.getAsDouble()) * grid.getAsDouble() - value : 0;
    }

    private enum Axis {
        ACROSS,
        DOWN;

        /** The lines of an area that pull and are pulled: both edges and the middle. */
        double[] lines(Area area) {
            return switch (this) {
                case ACROSS -> new double[] {area.x(), area.centre(), area.right()};
                case DOWN -> new double[] {area.y(), area.middle(), area.bottom()};
            };
        }

        /** How far apart the two are along the lines, so that of equal pulls the nearest neighbour wins. */
        double apart(Area a, Area b) {
            return switch (this) {
                case ACROSS -> Math.abs(a.middle() - b.middle());
                case DOWN -> Math.abs(a.centre() - b.centre());
            };
        }
    }

    private record Pull(Area neighbour, double line, double by, double apart) {}

    private Optional<Pull> nearest(Area wanted, Axis axis) {
        return neighbours.stream()
                .flatMap(neighbour -> pulls(wanted, neighbour, axis).stream())
                .min(Comparator.comparingDouble((Pull pull) -> Math.abs(pull.by()))
                        .thenComparingDouble(Pull::apart));
    }

    /** An edge is pulled by either edge, a middle only by a middle: anything else would look like an accident. */
    private Collection<Pull> pulls(Area wanted, Area neighbour, Axis axis) {
        double[] mine = axis.lines(wanted);
        double[] theirs = axis.lines(neighbour);
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < mine.length; i++) {
            for (int k = 0; k < theirs.length; k++) {
                double by = theirs[k] - mine[i];
                if ((i == 1) == (k == 1) && Math.abs(by) <= reach) {
                    pulls.add(new Pull(neighbour, theirs[k], by, axis.apart(wanted, neighbour)));
                }
            }
        }
        return pulls;
    }

    private static Guide vertical(Pull pull, Area area) {
        double top = Math.min(pull.neighbour().y(), area.y());
        double bottom = Math.max(pull.neighbour().bottom(), area.bottom());
        return new Guide(pull.line(), top, pull.line(), bottom);
    }

    private static Guide horizontal(Pull pull, Area area) {
        double left = Math.min(pull.neighbour().x(), area.x());
        double right = Math.max(pull.neighbour().right(), area.right());
        return new Guide(left, pull.line(), right, pull.line());
    }
}
