package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Wiring;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/** The ports of other nodes that a port can be wired to, nearest first: those that are free and those whose wire would give way. */
final class Partners {
    /** More than this nobody reads; what is typed finds the others. */
    private static final int MOST = 60;

    private final Scenery scenery;
    private final Port fixed;
    private final Wiring wiring;
    private final List<Port> nearestFirst;
    private final Map<Port, Boolean> judged = new HashMap<>();

    Partners(Scenery scenery, Port fixed) {
        this.scenery = scenery;
        this.fixed = fixed;
        this.wiring = new Wiring(scenery.document());
        Point2D here = point(fixed);
        this.nearestFirst = scenery.board().ports().stream()
                .filter(port -> port.input() != fixed.input())
                .filter(port -> !port.ref().node().equals(fixed.ref().node()))
                .filter(port -> !isWired(port))
                .sorted(Comparator.comparingDouble(port -> point(port).distance(here)))
                .toList();
    }

    private Point2D point(Port port) {
        return scenery.board().port(port.ref(), port.input()).orElse(Point2D.ZERO);
    }

    /** The output that a wire with this port would have. */
    PortRef from(Port other) {
        return fixed.input() ? other.ref() : fixed.ref();
    }

    /** The input that a wire with this port would have. */
    PortRef to(Port other) {
        return fixed.input() ? fixed.ref() : other.ref();
    }

    private Optional<Wire> taking(Port other) {
        return scenery.document().state().graph().wireInto(to(other));
    }

    private boolean isWired(Port other) {
        return taking(other).equals(Optional.of(new Wire(from(other), to(other))));
    }

    private boolean fits(Port other) {
        return judged.computeIfAbsent(
                other, it -> wiring.refuse(from(it), to(it)).isEmpty());
    }

    /** Those that fit and have what was typed in their names or types, under the headings of the free and the taken. */
    List<Line<Port>> lines(String typed) {
        Map<Boolean, List<Port>> byTaken = new HashMap<>();
        nearestFirst.stream()
                .filter(port ->
                        Fuzzy.score(typed, port.ref().toString(), port.type()).isPresent())
                .filter(this::fits)
                .limit(MOST)
                .forEach(port -> byTaken.computeIfAbsent(taking(port).isPresent(), _ -> new ArrayList<>())
                        .add(port));
        return Stream.of(false, true)
                .filter(byTaken::containsKey)
                .flatMap(taken -> Stream.concat(
                        Stream.of(
                                new Line.Heading<Port>(Texts.get(taken ? "canvas.offer.taken" : "canvas.offer.free"))),
                        byTaken.getOrDefault(taken, List.of()).stream().map(this::line)))
                .toList();
    }

    private Line<Port> line(Port other) {
        Port output = fixed.input() ? other : fixed;
        Port input = fixed.input() ? fixed : other;
        String gives = Texts.get("canvas.offer.gives", output.ref(), output.type() + meaning(output));
        String replaced = taking(other)
                .map(wire -> " " + Texts.get("canvas.offer.replaces", wire.from()))
                .orElse("");
        return new Line.Choice<>(
                other,
                other.representation(),
                other.ref().toString(),
                other.type(),
                gives + " " + input.ref() + " " + takes(input) + "." + replaced);
    }

    /** A free input says itself what it takes, a taken one what it has. */
    private String takes(Port input) {
        boolean free = scenery.document().state().graph().wireInto(input.ref()).isEmpty();
        return (free ? input.type() : Texts.get("port.takes", input.type())) + meaning(input);
    }

    private static String meaning(Port port) {
        return port.representation().map(it -> ", " + it).orElse("");
    }
}
