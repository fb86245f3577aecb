package dev.amalgam.bench;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.canvas.CanvasHost;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.look.Fonts;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Windows of 1600×900 with nothing in them but a canvas, on the software pipeline and with no wait for the screen. */
final class Windows {
    static final int WIDTH = 1600;
    static final int HEIGHT = 900;

    private Windows() {}

    static Thread start() throws Exception {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        FutureTask<Thread> window = new FutureTask<>(Thread::currentThread);
        Platform.startup(window);
        Platform.setImplicitExit(false);
        return window.get();
    }

    static <T> T onWindow(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /** On the window's thread. */
    static CanvasView show(Document document) {
        Fonts.load();
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

    /** Waits until what has been asked for by now is painted. */
    static void painted() throws Exception {
        CountDownLatch third = new CountDownLatch(3);
        AnimationTimer pulses = new AnimationTimer() {
            @Override
            public void handle(long now) {
                third.countDown();
            }
        };
        Platform.runLater(pulses::start);
        third.await();
        Platform.runLater(pulses::stop);
    }
}
