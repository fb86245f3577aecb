package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** Prints the milliseconds between pulses while panning, zooming and dragging over many cards: {@code java … FrameTimes}. */
final class FrameTimes {
    private static final int PULSES = 90;

    public static void main(String[] args) throws Exception {
        Platform.setImplicitExit(false);
        for (int count : new int[] {200, 1000}) {
            Document document = Figure.many(count);
            measure(
                    count + " nodes, pan at 100 %",
                    document,
                    1,
                    (canvas, i) -> canvas.scenery().camera().panBy(-9, -4));
            measure(
                    count + " nodes, zoom",
                    document,
                    1,
                    (canvas, i) -> canvas.scenery().camera().zoomAt(700, 400, i < PULSES / 2 ? 0.97 : 1 / 0.97));
            measure(count + " nodes, drag one", document, 1, FrameTimes::drag);
            measure(
                    count + " nodes, pan with all in view",
                    document,
                    0,
                    (canvas, i) -> canvas.scenery().camera().panBy(i % 2 == 0 ? 5 : -5, 0));
        }
        Platform.exit();
    }

    private interface Step {
        void take(CanvasView canvas, int pulse);
    }

    private static void drag(CanvasView canvas, int pulse) {
        var type = pulse == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED;
        double x = 30 + pulse * 4;
        canvas.fireEvent(new MouseEvent(
                type,
                x,
                20,
                x,
                20,
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
                new PickResult(canvas, x, 20)));
    }

    private static void measure(String what, Document document, double zoom, Step step) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Runnable run = () -> {
            CanvasView canvas = Showroom.canvas(document, "dark");
            canvas.fitAll();
            if (zoom > 0) {
                canvas.scenery().camera().show(new javafx.geometry.Rectangle2D(0, 0, 1400, 860), 1440, 900, 0);
            }
            IntConsumer each = pulse -> step.take(canvas, pulse);
            new Pulses(what, each, () -> {
                        canvas.getScene().getWindow().hide();
                        done.countDown();
                    })
                    .start();
        };
        try {
            Platform.startup(run);
        } catch (IllegalStateException started) {
            Platform.runLater(run);
        }
        done.await();
    }

    private static final class Pulses extends AnimationTimer {
        private final String what;
        private final IntConsumer each;
        private final Runnable end;
        private final List<Double> times = new ArrayList<>();
        private long last;
        private int pulse = -20;

        Pulses(String what, IntConsumer each, Runnable end) {
            this.what = what;
            this.each = each;
            this.end = end;
        }

        @Override
        public void handle(long now) {
            long clock = System.nanoTime();
            if (pulse > 0) {
                times.add((clock - last) / 1e6);
            }
            last = clock;
            if (pulse >= 0) {
                each.accept(pulse);
            }
            if (++pulse == PULSES) {
                stop();
                Collections.sort(times);
                System.out.printf(
                        "%-36s p50 %5.1f  p95 %5.1f ms%n",
                        what, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
                end.run();
            }
        }
    }
}
