package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.project.ProjectException;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.dialogs.NoDialogs;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Language;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

/** Draws the designer's own window, with its results, where there is no display. */
public final class Snapshot {
    /** How many pulses layout, previews and fitting the canvas may take after the results are there. */
    private static final int PULSES = 12;

    /** How many more it is waited until nothing is under way; then it is drawn as it is. */
    private static final int MOST_WAITING = 600;

    private static final long MOST_SECONDS = 300;

    private Snapshot() {}

    /**
     * What to draw.
     *
     * @param file the amalgamation
     * @param inputs other files for its sources, by the name of the node
     * @param picture the PNG to write
     * @param size of the window in logical pixels
     * @param scale pixels per logical pixel
     * @param look its colours, language and text scale
     */
    public record Request(Path file, Map<String, Path> inputs, Path picture, Size size, int scale, Look look) {}

    /**
     * How the window looks.
     *
     * @param theme its colours
     * @param language what it speaks
     * @param text the text scale in percent
     */
    public record Look(Theme theme, Language language, int text) {
        /** What a person sees who has chosen nothing. */
        public static final Look USUAL = new Look(Theme.DARK, Language.ENGLISH, TextScale.USUAL);
    }

    /**
     * Opens the amalgamation, waits until its results are complete and draws the window.
     *
     * @return the results that are drawn
     * @throws ProjectException where the amalgamation cannot be read
     * @throws KindException where an input cannot be read
     * @throws IOException where the picture cannot be written
     * @throws IllegalArgumentException where an input names no source
     */
    public static LiveState draw(Request request) throws IOException, KindException, InterruptedException {
        UiStart.headless();
        Texts.speak(request.look().language());
        try (Desk desk = Desk.start(DeskSettings.standard());
                Workspace workspace = desk.open(request.file())) {
            give(workspace, request.inputs());
            workspace.settled();
            LiveState state = complete(workspace);
            CompletableFuture<WritableImage> drawn = new CompletableFuture<>();
            UiStart.run(() -> draw(desk, workspace, request, drawn));
            Png.write(get(drawn), request.picture());
            return state;
        }
    }

    private static void give(Workspace workspace, Map<String, Path> inputs) throws KindException {
        for (Map.Entry<String, Path> input : inputs.entrySet()) {
            Node node = Optional.of(input.getKey())
                    .filter(NodeId::isValid)
                    .flatMap(name -> workspace.document().state().graph().node(new NodeId(name)))
                    .orElseThrow(
                            () -> new IllegalArgumentException("There is no input named '" + input.getKey() + "'"));
            String setting = fileSetting(workspace, node)
                    .orElseThrow(() -> new IllegalArgumentException("'" + node.id() + "' takes no file"));
            var reference = workspace.reference(input.getValue());
            workspace.document().apply(new Edit.Change(node.id(), setting, Optional.of(reference)));
        }
    }

    private static Optional<String> fileSetting(Workspace workspace, Node node) {
        return workspace.document().state().typing().catalogue().kind(node.kind()).stream()
                .flatMap(kind -> kind.schema().settings().stream())
                .filter(setting -> setting.field() instanceof Setting.File)
                .map(Setting::name)
                .findFirst();
    }

    /** Waits for the first results that are of the present revision. */
    private static LiveState complete(Workspace workspace) throws InterruptedException {
        CompletableFuture<LiveState> complete = new CompletableFuture<>();
        long revision = workspace.document().state().revision().number();
        try (Subscription _ = workspace.live().onChange(state -> {
            if (isComplete(state, revision)) {
                complete.complete(state);
            }
        })) {
            LiveState now = workspace.live().state();
            return isComplete(now, revision) ? now : get(complete);
        }
    }

    private static boolean isComplete(LiveState state, long revision) {
        return state.revision() == revision && state.isSettled();
    }

    private static void draw(Desk desk, Workspace workspace, Request request, CompletableFuture<WritableImage> drawn) {
        try {
            TextScale.set(request.look().text());
            DesignerWindow window = new DesignerWindow(
                    desk, workspace, _ -> new NoDialogs(), request.look().theme(), request.size(), () -> {});
            afterPulses(PULSES, window, () -> complete(drawn, window, request.scale()));
        } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
        }
    }

    private static void complete(CompletableFuture<WritableImage> drawn, DesignerWindow window, int scale) {
        try {
            drawn.complete(picture(window, scale));
        } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
        }
    }

    private static void afterPulses(int pulses, DesignerWindow window, Runnable then) {
        new AnimationTimer() {
            private int left = pulses;
            private int waited;

            @Override
            public void handle(long now) {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                if (left == pulses - 2) {
                    window.canvas().fitAll();
                }
                if (left == 0) {
                    stop();
                    then.run();
                } else if (UiThread.isIdle() || left > 1 || ++waited > MOST_WAITING) {
                    left--;
                }
            }
        }.start();
    }

    /** Text is drawn anew at the larger scale, not blown up. */
    static WritableImage picture(DesignerWindow window, int scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        double width = window.scene().getWidth() * scale;
        double height = window.scene().getHeight() * scale;
        parameters.setTransform(new Scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        return window.scene().getRoot().snapshot(parameters, new WritableImage((int) width, (int) height));
    }

    private static <T> T get(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The window could not be drawn", e);
        }
    }
}
