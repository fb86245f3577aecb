package dev.amalgam.desk.arrange;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds room for a new card among those that are there. */
public final class Room {
    private static final double STEP = 20;
    private static final int MOST_STEPS = 30;

    /** Data flows from left to right, so that it is better to go up or down than to the side. */
    private static final double ASIDE = 1.5;

    private Room() {}

    /**
     * The nearest place where an area overlaps no other; where all around is taken, where it is wanted.
     *
     * @param wanted where it would stand best
     * @param taken what is there
     * @param gap what is kept free around it, in canvas units
     */
    public static Area near(Area wanted, Collection<Area> taken, double gap) {
        return steps().flatMap(x -> steps().map(y -> wanted.movedBy(x, y)))
                .sorted(Comparator.comparingDouble(area -> distance(wanted, area)))
                .filter(area -> taken.stream().noneMatch(area.grownBy(gap)::overlaps))
                .findFirst()
                .orElse(wanted);
    }

    private static Stream<Double> steps() {
        return IntStream.rangeClosed(-MOST_STEPS, MOST_STEPS).mapToObj(i -> i * STEP);
    }

    private static double distance(Area wanted, Area area) {
        return Math.hypot((area.x() - wanted.x()) * ASIDE, area.y() - wanted.y());
    }
}
