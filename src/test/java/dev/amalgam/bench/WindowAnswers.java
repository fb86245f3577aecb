package dev.amalgam.bench;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.Theme;
import dev.amalgam.ui.dialogs.NoDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * How soon the window answers while models run: at rest, while figure 3 runs anew several times a second, and while one model
 * takes five seconds. Prints for each how long the window's thread took to answer, and to do each of its other tasks. Wants a display, be it {@code Xvfb}: the
 * headless platform copies the picture pixel by pixel on the window's thread, which no screen does.
 */
public final class WindowAnswers {
    private static final NodeId NORMALISE = new NodeId("normalise");
    private static final NodeId SLOW = new NodeId("slow");
    private static final long SIDE = 1200;
    private static final Size SIZE = new Size(1440, 900);

    private final Desk desk;
    private final Thread window;
    private final Tasks tasks;

    private WindowAnswers(Desk desk, Thread window, Tasks tasks) {
        this.desk = desk;
        this.window = window;
        this.tasks = tasks;
    }

    /** @param args how many seconds to look at each */
    public static void main(String[] args) throws Exception {
        System.setProperty("prism.order", "sw");
        int seconds = Integer.parseInt(args[0]);
        FutureTask<Thread> started = new FutureTask<>(Thread::currentThread);
        Platform.startup(started);
        Platform.setImplicitExit(false);
        try (Desk desk = Desk.start(DeskSettings.window())) {
            WindowAnswers answers = new WindowAnswers(desk, started.get(), Tasks.watch());
            answers.figure3(seconds);
            answers.slowModel(seconds);
        } finally {
            Platform.exit();
        }
    }

    private void figure3(int seconds) throws Exception {
        Workspace workspace = desk.open(Figure3.FILE);
        Stage stage = show(workspace);
        await(workspace, Phase.DONE);
        Thread.sleep(2000);
        print("at rest", seconds, () -> Thread.sleep(200));
        edit(workspace, new Edit.Change(NORMALISE, "range", Optional.of(new Value.Text("own"))));
        int[] runs = {0};
        print("figure 3 runs anew", seconds, () -> {
            Value scale = new Value.Real(1 / 127.5 + 1e-6 * ++runs[0]);
            edit(workspace, new Edit.Change(NORMALISE, "scale", Optional.of(scale)));
            await(workspace, Phase.DONE);
            Thread.sleep(150);
        });
        System.out.println("    " + runs[0] + " complete runs");
        close(stage);
    }

    private void slowModel(int seconds) throws Exception {
        Workspace workspace = desk.blank();
        Stage stage = show(workspace);
        Value.FileRef model = workspace.reference(slow());
        Settings slow = Settings.NONE.with("model", Optional.of(model));
        NodeId source = new NodeId("source");
        edit(workspace, new Edit.Add(new Node(source, "tensor", Settings.NONE), new Position(0, 0)));
        edit(workspace, new Edit.Add(new Node(SLOW, "onnx", slow), new Position(300, 0)));
        edit(workspace, new Edit.Connect(new PortRef(source, "value"), new PortRef(SLOW, "x")));
        await(workspace, Phase.RUNNING);
        Thread.sleep(500);
        int[] moves = {0};
        print("a slow model runs", seconds, () -> {
            edit(workspace, new Edit.Move(Map.of(SLOW, new Position(300, ++moves[0] % 50))));
            Thread.sleep(30);
        });
        System.out.println("    " + moves[0] + " moves of a card meanwhile; the run is "
                + workspace.live().state().phase());
        await(workspace, Phase.DONE);
        System.out.println("    the model took "
                + workspace.live().state().node(SLOW).milliseconds().orElse(0) + " ms");
        close(stage);
    }

    /** Enough large matrix products for five seconds and more. */
    private static Path slow() throws Exception {
        TensorType square = TensorType.parse("float32[" + SIDE + "," + SIDE + "]");
        GraphBuilder graph = new GraphBuilder("slow");
        Scope scope = graph.scope("slow");
        Ref one = graph.input("x", TensorType.parse("float32[1]"));
        Ref x = scope.op("Expand", one, scope.constant(Tensor.longs(new long[] {2}, SIDE, SIDE)));
        Ref power = x;
        for (int i = 0; i < 200; i++) {
            power = scope.op("MatMul", power, x);
        }
        graph.output("y", power, square);
        Path file = Files.createTempFile("slow", ".onnx");
        file.toFile().deleteOnExit();
        graph.build().write(file);
        return file;
    }

    /** What a person would do meanwhile, over and over. */
    private interface Meanwhile {
        void once() throws Exception;
    }

    private void print(String what, int seconds, Meanwhile meanwhile) throws Exception {
        Pings pings = new Pings(window, tasks);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            meanwhile.once();
        }
        System.out.println(what + ": " + pings.report());
    }

    private Stage show(Workspace workspace) throws Exception {
        return onWindow(() -> {
            Stage stage = new Stage();
            DesignerWindow shown =
                    new DesignerWindow(desk, workspace, _ -> new NoDialogs(), Theme.DARK, SIZE, stage::close);
            stage.setScene(shown.scene());
            stage.setOnHidden(_ -> shown.close());
            stage.show();
            return stage;
        });
    }

    private static void close(Stage stage) throws Exception {
        onWindow(() -> {
            stage.close();
            return stage;
        });
    }

    private static void edit(Workspace workspace, Edit edit) throws Exception {
        Optional<?> refused = onWindow(() -> workspace.document().apply(edit));
        if (refused.isPresent()) {
            throw new IllegalStateException(refused.toString());
        }
    }

    private static void await(Workspace workspace, Phase phase) throws InterruptedException {
        while (workspace.live().state().phase() != phase) {
            if (Set.of(Phase.FAILED, Phase.PARTLY)
                    .contains(workspace.live().state().phase())) {
                throw new IllegalStateException(workspace.live().state().toString());
            }
            Thread.sleep(5);
        }
    }

    private static <T> T onWindow(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
