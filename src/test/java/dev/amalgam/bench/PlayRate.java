package dev.amalgam.bench;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.Theme;
import dev.amalgam.ui.dialogs.NoDialogs;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * How many frames a second the window plays of figure 3, against the exported file in a bare loop, one after the other on the
 * same photo, and how long the window's thread takes to answer meanwhile. Wants a display, as {@link WindowAnswers} does. The
 * worker yields to others here as in the program, which costs it frames where the window and the screen have no core of their own.
 */
public final class PlayRate {
    private static final int WARM_UP_SECONDS = 60;
    private static final String SIZE = "300x451";

    private final Workspace workspace;
    private final Thread window;
    private final Tasks tasks;

    private PlayRate(Workspace workspace, Thread window, Tasks tasks) {
        this.workspace = workspace;
        this.window = window;
        this.tasks = tasks;
    }

    /** @param args how many seconds each, how many rounds, and the threads of the runtime in both, 0 for as many as it likes */
    public static void main(String[] args) throws Exception {
        System.setProperty("prism.order", "sw");
        int seconds = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        FutureTask<Thread> started = new FutureTask<>(Thread::currentThread);
        Platform.startup(started);
        Platform.setImplicitExit(false);
        try (Desk desk = Desk.start(DeskSettings.window());
                Workspace workspace = desk.open(Figure3.FILE);
                Figure3 figure3 = new Figure3();
                BareRuntime bare = new BareRuntime(figure3.fourTasks(), Photo.of(SIZE), threads)) {
            workspace.document().apply(new Edit.Execute(new Execution("cpu", threads, Optimisation.ALL)));
            Stage stage = Windows.onWindow(() -> show(desk, workspace));
            PlayRate rate = new PlayRate(workspace, started.get(), Tasks.watch());
            await(() -> workspace.live().state().phase() == LiveState.Phase.DONE);
            rate.played(WARM_UP_SECONDS);
            bare(bare, WARM_UP_SECONDS / 3);
            for (int round = 1; round <= rounds; round++) {
                double alone = bare(bare, seconds);
                double played = rate.measured(seconds);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: played %.1f/s, bare loop %.1f/s, share %.3f (goal 0.95)%n",
                        round,
                        played,
                        alone,
                        played / alone);
            }
            Windows.onWindow(() -> {
                stage.close();
                return stage;
            });
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private static Stage show(Desk desk, Workspace workspace) {
        Stage stage = new Stage();
        DesignerWindow shown = new DesignerWindow(
                desk, workspace, _ -> new NoDialogs(), Theme.DARK, new Size(1440, 900), stage::close);
        stage.setScene(shown.scene());
        stage.setOnHidden(_ -> shown.close());
        stage.show();
        return stage;
    }

    private static double bare(BareRuntime runtime, int seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        int frames = 0;
        while (System.nanoTime() < end) {
            runtime.run();
            frames++;
        }
        return frames * 1e9 / (System.nanoTime() - begin);
    }

    /** With the window's thread watched. */
    private double measured(int seconds) throws Exception {
        Pings pings = new Pings(window, tasks);
        double rate = played(seconds);
        System.out.println("while it plays: " + pings.report());
        return rate;
    }

    private double played(int seconds) throws Exception {
        workspace.playback().play();
        await(() -> workspace.playback().state().done() > 0);
        long begin = System.nanoTime();
        long before = workspace.playback().state().done();
        Thread.sleep(seconds * 1000L);
        long frames = workspace.playback().state().done() - before;
        double rate = frames * 1e9 / (System.nanoTime() - begin);
        workspace.playback().stop();
        await(() -> workspace.playback().state().phase() == PlayState.Phase.STOPPED);
        return rate;
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            Thread.sleep(2);
        }
    }
}
