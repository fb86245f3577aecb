package dev.amalgam.desk.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the boxes of one group into layers, so that what feeds stands left of what is fed (Sugiyama, Tagawa and Toda 1981): by the
 * longest way, with the mean of the neighbours deciding the order within a layer. Takes time in proportion to boxes and
 * lines, for ten thousand of them too.
 */
final class Layering {
    /** A line that passes more layers is drawn straight, so that few of them cannot cost more than all the rest. */
    private static final int LONGEST = 120;

    private static final int SWEEPS = 4;

    /**
     * A box.
     *
     * @param width 0 for a place where a line enters or leaves
     */
    record Box(double width, double height, Side side) {}

    /** Where a box has to stand. */
    enum Side {
        FIRST,
        ANYWHERE,
        LAST
    }

    /** A line from a box to another, each at so many pixels below the upper edge. */
    record Edge(int from, double fromY, int to, double toY) {}

    /** A way through the layers: the bodies that it passes, its two boxes included. */
    record Way(Edge edge, List<Body> bodies) {}

    /** A box, or a point where a long line passes a layer. */
    static final class Body {
        final int box;
        final double width;
        final double height;
        final int layer;
        final List<Body> before = new ArrayList<>();
        final List<Body> after = new ArrayList<>();
        int place;
        double x;
        double y;

        Body(int box, double width, double height, int layer) {
            this.box = box;
            this.width = width;
            this.height = height;
            this.layer = layer;
        }

        boolean isBox() {
            return box >= 0;
        }

        double middle() {
            return y + height / 2;
        }
    }

    private final List<Box> boxes;
    private final List<Edge> edges;
    private final int[] layerOf;
    private final List<Body> bodies = new ArrayList<>();
    private final List<List<Body>> layers = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /** @param boxes in an order in which lines lead onwards; one that leads back plays no part in it */
    Layering(List<Box> boxes, List<Edge> edges) {
        this.boxes = boxes;
        this.edges = edges;
        this.layerOf = new int[boxes.size()];
        rank();
        build();
        order();
    }

    /** From left to right, each from top to bottom. */
    List<List<Body>> layers() {
        return layers;
    }

    /** The ways of all edges, in their order; one that leads back or too far has only its two boxes. */
    List<Way> ways() {
        return ways;
    }

    /** The bodies of the boxes, in their order. */
    List<Body> boxes() {
        return bodies;
    }

    private void rank() {
        boolean enters = boxes.stream().anyMatch(box -> box.side() == Side.FIRST);
        List<List<Integer>> into = lists();
        List<List<Integer>> outOf = lists();
        for (Edge edge : edges) {
            if (edge.from() < edge.to()) {
                into.get(edge.to()).add(edge.from());
                outOf.get(edge.from()).add(edge.to());
            }
        }
        for (int box = 0; box < layerOf.length; box++) {
            int least = enters && boxes.get(box).side() != Side.FIRST ? 1 : 0;
            layerOf[box] = Math.max(
                    least,
                    into.get(box).stream()
                            .mapToInt(from -> layerOf[from] + 1)
                            .max()
                            .orElse(0));
        }
        // What reads nothing stands just before what reads it, and not far away at the left.
        for (int box = layerOf.length - 1; box >= 0; box--) {
            if (into.get(box).isEmpty() && boxes.get(box).side() == Side.ANYWHERE) {
                int reader = outOf.get(box).stream()
                        .mapToInt(to -> layerOf[to])
                        .min()
                        .orElse(1);
                layerOf[box] = Math.max(layerOf[box], reader - 1);
            }
        }
        int last = Arrays.stream(layerOf).max().orElse(0);
        boolean free = boxes.stream().anyMatch(box -> box.side() != Side.LAST);
        for (int box = 0; box < layerOf.length; box++) {
            if (boxes.get(box).side() == Side.LAST) {
                layerOf[box] = Math.max(last, free ? 1 : 0);
            }
        }
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>();
        boxes.forEach(_ -> lists.add(new ArrayList<>()));
        return lists;
    }

    private void build() {
        for (int layer = 0; layer <= Arrays.stream(layerOf).max().orElse(0); layer++) {
            layers.add(new ArrayList<>());
        }
        for (int box = 0; box < boxes.size(); box++) {
            Body body = new Body(box, boxes.get(box).width(), boxes.get(box).height(), layerOf[box]);
            bodies.add(body);
            layers.get(body.layer).add(body);
        }
        // Lines that leave at one point share their way.
        Map<List<Object>, Body> passing = new HashMap<>();
        edges.forEach(edge -> ways.add(way(edge, passing)));
    }

    private Way way(Edge edge, Map<List<Object>, Body> passing) {
        Body from = bodies.get(edge.from());
        Body to = bodies.get(edge.to());
        List<Body> way = new ArrayList<>(List.of(from));
        int span = to.layer - from.layer;
        if (span >= 1 && span <= LONGEST) {
            for (int layer = from.layer + 1; layer < to.layer; layer++) {
                int at = layer;
                Body last = way.getLast();
                way.add(passing.computeIfAbsent(List.of(edge.from(), edge.fromY(), layer), _ -> pass(last, at)));
            }
            join(way.getLast(), to);
        }
        way.add(to);
        return new Way(edge, way);
    }

    private Body pass(Body from, int layer) {
        Body body = new Body(-1, 0, 0, layer);
        layers.get(layer).add(body);
        join(from, body);
        return body;
    }

    private static void join(Body from, Body to) {
        from.after.add(to);
        to.before.add(from);
    }

    private void order() {
        layers.forEach(Layering::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (List<Body> layer : forth ? layers : layers.reversed()) {
                layer.sort(Comparator.comparingDouble(body -> wish(forth ? body.before : body.after, body)));
                number(layer);
            }
        }
    }

    private static double wish(List<Body> neighbours, Body body) {
        return neighbours.stream().mapToInt(it -> it.place).average().orElse(body.place);
    }

    private static void number(List<Body> layer) {
        for (int place = 0; place < layer.size(); place++) {
            layer.get(place).place = place;
        }
    }
}
