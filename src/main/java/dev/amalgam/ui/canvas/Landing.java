package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/**
 * The wire that a dragged node would be put into: the one under the pointer or, else, under the middle of its card, if it fits
 * there. It stands out as long as letting go would do it.
 */
final class Landing {
    /** How near to a wire is over it, in pixels at 100 %. */
    private static final double REACH = 14;

    private final Scenery scenery;
    private final String what;
    private final Function<Wire, Optional<Edit>> insertion;
    private final Map<Wire, Optional<Edit>> proved = new HashMap<>();

    /**
     * A landing of a node.
     *
     * @param what the node's name or title, for people
     * @param insertion what puts it into a wire; asked once for each wire that it comes near
     */
    Landing(Scenery scenery, String what, Function<Wire, Optional<Edit>> insertion) {
        this.scenery = scenery;
        this.what = what;
        this.insertion = insertion;
    }

    /** What letting go there would do to a wire; empty where none is there that it fits. */
    Optional<Edit> at(Point2D... places) {
        return wire(places).flatMap(this::edit);
    }

    /** The wire that it would be put into. */
    Optional<Wire> wire(Point2D... places) {
        return Stream.of(places)
                .flatMap(
                        place -> scenery
                                .board()
                                .hits()
                                .wireNear(place, REACH, wire -> edit(wire).isPresent())
                                .stream())
                .findFirst();
    }

    private Optional<Edit> edit(Wire wire) {
        return proved.computeIfAbsent(wire, insertion);
    }

    /** Shows where it would land, with words near {@code view}, where the pointer is. */
    void show(Point2D view, Point2D... places) {
        Optional<Wire> wire = wire(places);
        scenery.point(wire.map(Set::of).orElse(Set.of()));
        wire.ifPresentOrElse(
                it -> scenery.hint(Texts.get("canvas.insert", what, it.from(), it.to()), false, view), scenery::noHint);
    }

    /** Shows it no longer. */
    void hide() {
        scenery.point(Set.of());
        scenery.noHint();
    }
}
