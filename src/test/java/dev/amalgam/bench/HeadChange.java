package dev.amalgam.bench;

import com.sun.javafx.scene.SceneHelper;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.Theme;
import dev.amalgam.ui.dialogs.NoDialogs;
import dev.amalgam.ui.thread.UiThread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * From a change of a head's setting to its painted result, and the same for a change that everything hangs from, in turns, in
 * the window with figure 3. Painted is when the window has nothing more to show and its picture is drawn. Wants a display, be it
 * {@code Xvfb}.
 */
public final class HeadChange {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId NORMALISE = new NodeId("normalise");
    private static final NodeId BOTTOM = new NodeId("shared bottom");
    private static final NodeId TOP = new NodeId("top five");
    private static final int WARM_UP = 50;
    private static final int CHANGES = 200;

    private final Workspace workspace;
    private final Scene scene;

    private HeadChange(Workspace workspace, Scene scene) {
        this.workspace = workspace;
        this.scene = scene;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try (Desk desk = Desk.start(DeskSettings.window());
                Workspace workspace = desk.open(Figure3.FILE)) {
            Stage stage = Windows.onWindow(() -> show(desk, workspace));
            new HeadChange(workspace, stage.getScene()).measure();
        } finally {
            Platform.exit();
        }
    }

    private static Stage show(Desk desk, Workspace workspace) {
        Stage stage = new Stage();
        DesignerWindow window = new DesignerWindow(
                desk, workspace, _ -> new NoDialogs(), Theme.DARK, new Size(1440, 900), stage::close);
        stage.setScene(window.scene());
        stage.show();
        return stage;
    }

    private void measure() throws Exception {
        await();
        change(new Edit.Change(NORMALISE, "range", Optional.of(new Value.Text("own"))));
        double[] head = new double[CHANGES];
        double[] full = new double[CHANGES];
        long bottom = 0;
        for (int i = -WARM_UP; i < CHANGES; i++) {
            double step = 1e-6 * (i + WARM_UP + 1);
            long before = workspace.live().runs(BOTTOM);
            double a = change(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(1 + step))));
            bottom += workspace.live().runs(BOTTOM) - before;
            double b = change(new Edit.Change(NORMALISE, "scale", Optional.of(new Value.Real(1 / 127.5 + step))));
            if (i >= 0) {
                head[i] = a;
                full[i] = b;
            }
        }
        Arrays.sort(head);
        Arrays.sort(full);
        double goal = 0.1 * middle(full) + 30;
        System.out.printf(
                Locale.ROOT,
                "head: median %.1f ms, 95 %% %.1f ms (goal %.1f)%nfull pass: median %.1f ms, 95 %% %.1f ms%n"
                        + "runs of the bottom for %d changes of the head: %d%n",
                middle(head),
                late(head),
                goal,
                middle(full),
                late(full),
                CHANGES + WARM_UP,
                bottom);
    }

    /** @return milliseconds until the change is painted */
    private double change(Edit edit) throws Exception {
        long start = System.nanoTime();
        Windows.onWindow(() -> workspace.document().apply(edit));
        await();
        while (!Windows.onWindow(() -> isPainted())) {
            Thread.sleep(0, 200_000);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Between two pulses: then what was shown in the one before is on its way to be drawn. */
    private boolean isPainted() {
        if (!UiThread.isIdle()) {
            return false;
        }
        SceneHelper.getPeer(scene).waitForRenderingToComplete();
        return true;
    }

    /** The window was told before, because it listens for longer. */
    private void await() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (Subscription _ = workspace.live().onChange(state -> {
            if (isDone(state)) {
                done.countDown();
            }
        })) {
            if (!isDone(workspace.live().state())) {
                done.await();
            }
        }
    }

    private boolean isDone(LiveState state) {
        return state.phase() == LiveState.Phase.DONE
                && state.revision() == workspace.document().state().revision().number()
                && List.of(NodeState.Status.FRESH, NodeState.Status.CACHED)
                        .contains(state.node(TOP).status());
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double late(double[] sorted) {
        return sorted[sorted.length * 95 / 100];
    }
}
