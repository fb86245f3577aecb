package dev.amalgam.desk.inside;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Diagram.Bend;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Diagram.Content;
import dev.amalgam.desk.inside.Diagram.Frame;
import dev.amalgam.desk.inside.Diagram.Line;
import dev.amalgam.desk.inside.Diagram.Socket;
import dev.amalgam.desk.inside.Layering.Body;
import dev.amalgam.desk.inside.Layering.Box;
import dev.amalgam.desk.inside.Layering.Edge;
import dev.amalgam.desk.inside.Layering.Side;
import dev.amalgam.desk.inside.Level.In;
import dev.amalgam.desk.inside.Level.Of;
import dev.amalgam.desk.inside.Level.Out;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Single;
import dev.amalgam.graph.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Lays out what is inside a model: each open group on its own, the inner ones before those around them, so that nothing
 * overlaps whatever is opened. Not for the window's own thread.
 */
public final class Drawing {
    /** The size of a card, in pixels at 100 %. */
    public static final double CARD_WIDTH = 148;

    public static final double CARD_HEIGHT = 44;

    /** The size of a card that stands for an input or output of the model. */
    public static final double END_HEIGHT = 32;

    /** The room for the title of a frame. */
    public static final double TITLE = 30;

    private static final double SIDE = 24;
    private static final double ENTRY = 6;

    private final Inside inside;
    private final Map<Group, Level> levels;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;
    private final List<Card> cards = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int done;

    private Drawing(Inside inside, Set<Group> open, BooleanSupplier cancelled, DoubleConsumer progress) {
        this.inside = inside;
        this.levels = Level.of(inside, open);
        this.levels.keySet().removeIf(group -> group != inside.whole() && !open.contains(group));
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /**
     * Lays it out.
     *
     * @param open the groups of which the parts are shown
     * @param cancelled asked again and again
     * @param progress told from 0 to 1, on this thread
     * @throws CancellationException once {@code cancelled} says so
     */
    public static Diagram of(Inside inside, Set<Group> open, BooleanSupplier cancelled, DoubleConsumer progress) {
        Drawing drawing = new Drawing(inside, open, cancelled, progress);
        Laid whole = drawing.lay(inside.whole());
        drawing.draw(whole, 0, 0);
        return new Diagram(drawing.cards, drawing.frames, drawing.lines, whole.width(), whole.height());
    }

    /** At which place each node of a level stands. */
    private record Places(Map<Level.Node, Integer> byNode) {
        static Places of(List<Level.Node> nodes) {
            Map<Level.Node, Integer> places = new HashMap<>();
            nodes.forEach(node -> places.put(node, places.size()));
            return new Places(places);
        }

        int of(Level.Node node) {
            return Objects.requireNonNull(byNode.get(node), "every line joins nodes of its level");
        }
    }

    /** A level that is laid out; places are from its own corner. */
    private record Laid(
            Group group,
            Level level,
            List<Level.Node> nodes,
            Places places,
            Layering layering,
            Rows rows,
            Map<Level.Node, Laid> inner,
            double left,
            double top,
            double width,
            double height) {
        /** How far below its upper edge a tensor comes in or goes out. */
        double height(Level.Node end) {
            return top + layering.boxes().get(places.of(end)).middle();
        }
    }

    private Laid lay(Group group) {
        Level level = levels.getOrDefault(group, new Level());
        List<Level.Node> nodes = new ArrayList<>(level.comingIn);
        group.parts().forEach(part -> nodes.add(new Of(part)));
        nodes.addAll(level.goingOut);
        Map<Level.Node, Laid> inner = new HashMap<>();
        for (Part part : group.parts()) {
            if (part instanceof Group closedOrOpen && levels.containsKey(closedOrOpen)) {
                inner.put(new Of(part), lay(closedOrOpen));
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the picture is not wanted any more");
        }
        Places places = Places.of(nodes);
        boolean whole = group == inside.whole();
        Layering layering = new Layering(
                nodes.stream().map(node -> box(node, inner, whole)).toList(), edges(level, places, inner, whole));
        Settling.settle(layering.layers());
        Rows rows = new Rows(layering.layers());
        progress.accept((double) ++done / levels.size());
        double side = whole ? 0 : SIDE;
        double top = whole ? 0 : TITLE + 6;
        return new Laid(
                group,
                level,
                nodes,
                places,
                layering,
                rows,
                inner,
                side,
                top,
                rows.width() + 2 * side,
                rows.height() + top + (whole ? 0 : SIDE - 6));
    }

    private static Box box(Level.Node node, Map<Level.Node, Laid> inner, boolean whole) {
        Laid open = inner.get(node);
        if (open != null) {
            return new Box(open.width(), open.height(), Side.ANYWHERE);
        }
        return switch (node) {
            case Of _ -> new Box(CARD_WIDTH, CARD_HEIGHT, Side.ANYWHERE);
            case In _ -> new Box(whole ? CARD_WIDTH : 0, whole ? END_HEIGHT : ENTRY, Side.FIRST);
            case Out _ -> new Box(whole ? CARD_WIDTH : 0, whole ? END_HEIGHT : ENTRY, Side.LAST);
        };
    }

    private List<Edge> edges(Level level, Places places, Map<Level.Node, Laid> inner, boolean whole) {
        List<Edge> edges = new ArrayList<>();
        level.lines.forEach((ends, tensors) -> {
            String tensor = tensors.getFirst();
            edges.add(new Edge(
                    places.of(ends.from()),
                    leaves(ends.from(), tensor, inner, whole),
                    places.of(ends.to()),
                    arrives(ends.to(), tensor, inner, whole)));
        });
        return edges;
    }

    private double leaves(Level.Node from, String tensor, Map<Level.Node, Laid> inner, boolean whole) {
        Laid open = inner.get(from);
        if (open != null) {
            return open.height(new Out(tensor));
        }
        return switch (from) {
            case Of(Single(int operator, String _)) -> {
                List<String> made = inside.operator(operator).outputs();
                yield Math.rint(CARD_HEIGHT * (made.indexOf(tensor) + 1.0) / (made.size() + 1));
            }
            case Of _ -> CARD_HEIGHT / 2;
            default -> (whole ? END_HEIGHT : ENTRY) / 2;
        };
    }

    private static double arrives(Level.Node to, String tensor, Map<Level.Node, Laid> inner, boolean whole) {
        Laid open = inner.get(to);
        if (open != null) {
            return open.height(new In(tensor));
        }
        return to instanceof Of ? CARD_HEIGHT / 2 : (whole ? END_HEIGHT : ENTRY) / 2;
    }

    private void draw(Laid laid, double x, double y) {
        if (laid.group() != inside.whole()) {
            frames.add(new Frame(laid.group(), new Area(x, y, laid.width(), laid.height())));
        }
        double left = x + laid.left();
        double top = y + laid.top();
        for (int i = 0; i < laid.nodes().size(); i++) {
            Body body = laid.layering().boxes().get(i);
            draw(laid, laid.nodes().get(i), new Area(left + body.x, top + body.y, body.width, body.height));
        }
        int i = 0;
        for (Map.Entry<Level.Ends, ? extends java.util.SequencedSet<String>> line :
                laid.level().lines.entrySet()) {
            List<Bend> points = new ArrayList<>();
            laid.rows().route(laid.layering().ways().get(i++)).forEach(point -> points.add(point.movedBy(left, top)));
            lengthen(laid, line.getKey(), points, x);
            lines.add(new Line(List.copyOf(line.getValue()), points));
        }
    }

    /** Where a line comes in or goes out, it reaches to the edge of the frame. */
    private void lengthen(Laid laid, Level.Ends ends, List<Bend> points, double x) {
        if (laid.group() != inside.whole()) {
            if (ends.from() instanceof In) {
                points.addFirst(new Bend(x, points.getFirst().y(), false));
            }
            if (ends.to() instanceof Out) {
                points.addLast(new Bend(x + laid.width(), points.getLast().y(), false));
            }
        }
    }

    private void draw(Laid laid, Level.Node node, Area area) {
        Laid open = laid.inner().get(node);
        if (open != null) {
            draw(open, area.x(), area.y());
            return;
        }
        boolean whole = laid.group() == inside.whole();
        switch (node) {
            case Of(Part part) -> cards.add(new Card(new Content.Of(part), area, sockets(part, area)));
            case In(String tensor) when whole -> cards.add(new Card(new Content.Input(tensor), area, List.of()));
            case Out(String tensor) when whole -> cards.add(new Card(new Content.Output(tensor), area, List.of()));
            default -> {}
        }
    }

    private List<Socket> sockets(Part part, Area area) {
        if (!(part instanceof Single(int operator, String _))) {
            return List.of();
        }
        List<String> made = inside.operator(operator).outputs();
        List<Socket> sockets = new ArrayList<>();
        for (String tensor : made) {
            if (!tensor.isEmpty()) {
                double y = Math.rint(CARD_HEIGHT * (made.indexOf(tensor) + 1.0) / (made.size() + 1));
                sockets.add(new Socket(tensor, new Position(area.right(), area.y() + y)));
            }
        }
        return sockets;
    }
}
