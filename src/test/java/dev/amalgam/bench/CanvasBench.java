package dev.amalgam.bench;

import dev.amalgam.desk.Clip;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.canvas.CanvasView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/**
 * How long a picture of the canvas takes at 1600×900 on the software pipeline while a person drags a card, moves the view,
 * zooms, undoes and redoes, over 200, 1,000 and 3,000 nodes. Wants a display, be it {@code Xvfb}, for the same reason as {@link WindowAnswers}.
 */
public final class CanvasBench {
    private static final int PICTURES = 300;
    private static final NodeId MOVED = ManyNodes.id(45);
    private static final Position ASIDE = new Position(1000, 1000);

    /** Undoes in one pulse and redoes in the next. */
    private static final BiConsumer<CanvasView, Integer> UNDO = (canvas, pulse) -> {
        if (pulse % 2 == 0) {
            canvas.undo();
        } else {
            canvas.redo();
        }
    };

    private final String pattern;
    private final String prefix;
    private final Document document;

    private CanvasBench(String pattern, String prefix, Document document) {
        this.pattern = pattern;
        this.prefix = prefix;
        this.document = document;
    }

    /** @param args what to measure, as a pattern such as {@code "1000, pan.*"} */
    public static void main(String[] args) throws Exception {
        Windows.start();
        for (int count : new int[] {200, 1000, 3000}) {
            Document document = ManyNodes.document(count);
            CanvasBench bench = new CanvasBench(args[0], count + ", ", document);
            bench.measure("drag one node", CanvasBench::near, CanvasBench::drag);
            bench.measure("pan at 100 %", CanvasBench::near, CanvasBench::pan);
            bench.measure("zoom", CanvasBench::near, CanvasBench::zoom);
            bench.measure("all in view, pan", CanvasView::fitAll, CanvasBench::sway);
            bench.measure("all in view, drag", CanvasView::fitAll, CanvasBench::drag);
            bench.measure("undo a move", canvas -> bench.edit(canvas, new Edit.Move(Map.of(MOVED, ASIDE))), UNDO);
            bench.measure("undo a wire", canvas -> bench.edit(canvas, freshWire(count)), UNDO);
            bench.measure("undo a pasted block", canvas -> bench.edit(canvas, bench.block(count)), UNDO);
        }
        Platform.exit();
    }

    private static void near(CanvasView canvas) {
        canvas.fitAll();
        canvas.zoom(1);
    }

    private void edit(CanvasView canvas, Edit edit) {
        near(canvas);
        document.apply(edit).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal.sentence());
        });
        canvas.show(document.state());
    }

    /** From one of the last nodes, which feeds nothing yet, to a new place; what it joins is typed anew. */
    private static Edit freshWire(int count) {
        PortRef taken = new PortRef(ManyNodes.id(count - 1), "b");
        PortRef from = new PortRef(ManyNodes.id(0), "value");
        return new Edit.Batch("Wire", List.of(new Edit.Disconnect(taken), new Edit.Connect(from, taken)));
    }

    /** A copy of the first hundred nodes. */
    private Edit block(int count) {
        Set<NodeId> nodes =
                IntStream.range(0, Math.min(100, count)).mapToObj(ManyNodes::id).collect(Collectors.toSet());
        Amalgamation graph = document.state().graph();
        String copied =
                Clip.copy(graph, nodes, Set.of(), document.state().typing().components());
        return Clip.read(copied).orElseThrow().paste(graph, new Position(40, 40), false);
    }

    /** Grabs the card in the middle in the first pulse and moves it a little in each. */
    private static void drag(CanvasView canvas, int pulse) {
        if (pulse == 0) {
            Point2D at = nearestToMiddle(canvas);
            canvas.getProperties().put("grabbed", at);
            mouse(canvas, MouseEvent.MOUSE_PRESSED, at);
        } else {
            Point2D at = (Point2D) canvas.getProperties().get("grabbed");
            int way = pulse % 160;
            mouse(
                    canvas,
                    MouseEvent.MOUSE_DRAGGED,
                    at.add(way < 80 ? way * 4 : (160 - way) * 4, way < 80 ? way : 160 - way));
        }
    }

    private static Point2D nearestToMiddle(CanvasView canvas) {
        Point2D middle = new Point2D(Windows.WIDTH / 2.0, Windows.HEIGHT / 2.0);
        return IntStream.iterate(0, node -> canvas.pointOf(ManyNodes.id(node)).isPresent(), node -> node + 1)
                .mapToObj(node -> canvas.pointOf(ManyNodes.id(node)).orElseThrow())
                .min(Comparator.comparingDouble(middle::distance))
                .orElseThrow();
    }

    /** Two fingers move the view, to and fro, by several screens. */
    private static void pan(CanvasView canvas, int pulse) {
        int way = pulse / 150 % 2 == 0 ? -1 : 1;
        scroll(canvas, way * 13, way * 5, false);
    }

    private static void sway(CanvasView canvas, int pulse) {
        scroll(canvas, pulse / 30 % 2 == 0 ? 4 : -4, 0, false);
    }

    /** The wheel with Ctrl, out to a tenth and in again, in small steps as a touchpad makes them. */
    private static void zoom(CanvasView canvas, int pulse) {
        scroll(canvas, 0, pulse / 80 % 2 == 0 ? -10 : 10, true);
    }

    private static void scroll(CanvasView canvas, double dx, double dy, boolean control) {
        canvas.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                Windows.WIDTH / 2.0,
                Windows.HEIGHT / 2.0,
                Windows.WIDTH / 2.0,
                Windows.HEIGHT / 2.0,
                false,
                control,
                false,
                false,
                true,
                false,
                dx,
                dy,
                dx,
                dy,
                40,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(canvas, Windows.WIDTH / 2.0, Windows.HEIGHT / 2.0)));
    }

    private static void mouse(CanvasView canvas, javafx.event.EventType<MouseEvent> type, Point2D at) {
        canvas.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                new PickResult(canvas, at.getX(), at.getY())));
    }

    private void measure(String gesture, Consumer<CanvasView> begin, BiConsumer<CanvasView, Integer> step)
            throws Exception {
        String what = prefix + gesture;
        if (!what.matches(pattern)) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        Frames frames = Windows.onWindow(() -> {
            CanvasView canvas = Windows.show(document);
            begin.accept(canvas);
            return new Frames(PICTURES, pulse -> step.accept(canvas, pulse), () -> {
                canvas.getScene().getWindow().hide();
                done.countDown();
            });
        });
        Thread.sleep(300);
        Windows.onWindow(() -> {
            frames.start();
            return frames;
        });
        done.await();
        System.out.printf("%-28s %s%n", what, frames.report());
    }
}
