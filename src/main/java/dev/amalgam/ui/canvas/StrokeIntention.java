package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Point2D;

/** Drawing a line over wires: what it meets stands out, and at the end something happens to all of it in one step. */
final class StrokeIntention implements Intention {
    private static final double STEP = 3;

    private final Scenery scenery;
    private final String styleClass;
    private final Function<Map<Wire, Point2D>, Optional<Edit>> meaning;
    private final Consumer<Edit> apply;
    private final List<Point2D> points = new ArrayList<>();
    private final Map<Wire, Point2D> met = new LinkedHashMap<>();
    private Point2D last;

    /** @param meaning what happens to the wires that were met, each with the place in the world where it was */
    StrokeIntention(
            Scenery scenery,
            Pointer start,
            String styleClass,
            Function<Map<Wire, Point2D>, Optional<Edit>> meaning,
            Consumer<Edit> apply) {
        this.scenery = scenery;
        this.styleClass = styleClass;
        this.meaning = meaning;
        this.apply = apply;
        this.last = start.world();
        points.add(start.view());
    }

    @Override
    public void update(Pointer at) {
        if (at.view().distance(points.getLast()) < STEP) {
            return;
        }
        for (Link link : scenery.board().links()) {
            link.curve().crossing(last, at.world()).ifPresent(place -> met.putIfAbsent(link.wire(), place));
        }
        points.add(at.view());
        last = at.world();
        scenery.stroke(points, styleClass);
        scenery.point(met.keySet());
    }

    @Override
    public void end(Pointer at) {
        update(at);
        cancel();
        meaning.apply(met).ifPresent(apply);
    }

    @Override
    public void cancel() {
        scenery.stroke(List.of(), styleClass);
        scenery.point(Set.of());
    }
}
