package dev.amalgam.bench;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.canvas.CanvasHost;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.look.Fonts;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/**
 * How long a picture of the canvas takes at 1600×900 on the software pipeline while a person drags a card, moves the view and
 * zooms, over 200, 1,000 and 3,000 nodes. Wants a display, be it {@code Xvfb}, for the same reason as {@link WindowAnswers}.
 */
public final class CanvasBench {
    private static final int PICTURES = 300;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

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
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        Platform.startup(Fonts::load);
        Platform.setImplicitExit(false);
        for (int count : new int[] {200, 1000, 3000}) {
            Document document = ManyNodes.document(count);
            CanvasBench bench = new CanvasBench(args[0], count + ", ", document);
            bench.measure("drag one node", CanvasBench::near, CanvasBench::drag);
            bench.measure("pan at 100 %", CanvasBench::near, CanvasBench::pan);
            bench.measure("zoom", CanvasBench::near, CanvasBench::zoom);
            bench.measure("all in view, pan", CanvasView::fitAll, CanvasBench::sway);
            bench.measure("all in view, drag", CanvasView::fitAll, CanvasBench::drag);
        }
        Platform.exit();
    }

    private static void near(CanvasView canvas) {
        canvas.fitAll();
        canvas.zoom(1);
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
        Point2D middle = new Point2D(WIDTH / 2.0, HEIGHT / 2.0);
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
                WIDTH / 2.0,
                HEIGHT / 2.0,
                WIDTH / 2.0,
                HEIGHT / 2.0,
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
                new PickResult(canvas, WIDTH / 2.0, HEIGHT / 2.0)));
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
        Frames frames = onWindow(() -> {
            CanvasView canvas = show(document);
            begin.accept(canvas);
            return new Frames(PICTURES, pulse -> step.accept(canvas, pulse), () -> {
                canvas.getScene().getWindow().hide();
                done.countDown();
            });
        });
        Thread.sleep(300);
        onWindow(() -> {
            frames.start();
            return frames;
        });
        done.await();
        System.out.printf("%-28s %s%n", what, frames.report());
    }

    private static CanvasView show(Document document) {
        CanvasView canvas = new CanvasView(document, new CanvasHost() {
            @Override
            public void tell(String sentence, String remedy) {}

            @Override
            public void fileForNode(NodeId node, String setting, Path file) {}

            @Override
            public void fileForCanvas(Path file, Position at) {}
        });
        Scene scene = new Scene(canvas, WIDTH, HEIGHT);
        scene.getStylesheets().addAll("/amalgam/theme/dark.css", "/amalgam/theme/canvas.css");
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        canvas.applyCss();
        canvas.layout();
        return canvas;
    }

    private static <T> T onWindow(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
