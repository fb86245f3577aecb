package dev.amalgam.bench;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.KeyMap;
import dev.amalgam.ui.canvas.ArrangeActions;
import dev.amalgam.ui.canvas.CanvasView;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * What a large document costs: to open one of 3,000 nodes, the memory that it takes once all of it has been seen, and how the
 * window answers while 1,000 cards are laid out. Wants a display, be it {@code Xvfb}, for the same reason as
 * {@link WindowAnswers}.
 */
public final class DocumentBench {
    private static final int MANY = 3000;
    private static final int OPENINGS = 9;
    private static final int STRIDE = 4;

    private final Thread window;

    private DocumentBench(Thread window) {
        this.window = window;
    }

    /** @param args what to measure, as a pattern such as {@code "open|memory"} */
    public static void main(String[] args) throws Exception {
        DocumentBench bench = new DocumentBench(Windows.start());
        if ("open".matches(args[0])) {
            bench.open();
        }
        if ("memory".matches(args[0])) {
            bench.memory();
        }
        if ("layout".matches(args[0])) {
            Tasks tasks = Tasks.watch();
            bench.layOut("groups of ten", ManyNodes.graph(1000), tasks);
            bench.layOut("long wires", ManyNodes.tangled(1000), tasks);
        }
        Platform.exit();
    }

    /** From the file to the first picture of the canvas, again and again, in a window where a small one was open. */
    private void open() throws Exception {
        hide(explored(ManyNodes.document(10)));
        Path file = Files.createTempFile("many", ".amalgam");
        AmalgamFile.write(file, ManyNodes.graph(MANY));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            long began = System.nanoTime();
            Document document = document(AmalgamFile.read(file));
            CanvasView canvas = Windows.onWindow(() -> Windows.show(document));
            Windows.painted();
            times.add((System.nanoTime() - began) / 1_000_000);
            hide(canvas);
        }
        Files.delete(file);
        System.out.printf(
                "open %d nodes: the first time %d ms, half of the others within %d ms%n",
                MANY, times.getFirst(), times.stream().skip(1).sorted().toList().get(OPENINGS / 2));
    }

    /** What is in use beside an empty window, after each card has been in view at 100 %. */
    private void memory() throws Exception {
        hide(explored(ManyNodes.document(100)));
        CanvasView empty = Windows.onWindow(() -> Windows.show(document(Amalgamation.EMPTY)));
        long before = used();
        CanvasView canvas = explored(ManyNodes.document(MANY));
        System.out.printf("memory of %d nodes, all seen: %.1f MB%n", MANY, (used() - before) / 1e6);
        hide(canvas);
        hide(empty);
    }

    private static CanvasView explored(Document document) throws Exception {
        CanvasView canvas = Windows.onWindow(() -> Windows.show(document));
        Windows.onWindow(() -> {
            canvas.zoom(1);
            return canvas;
        });
        for (int i = 0; i < document.state().graph().nodes().size(); i += STRIDE) {
            var node = ManyNodes.id(i);
            Windows.onWindow(() -> {
                canvas.reveal(node);
                return canvas;
            });
            Windows.painted();
        }
        return canvas;
    }

    private static long used() throws InterruptedException {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 4; i++) {
            memory.gc();
            Thread.sleep(200);
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private void layOut(String what, Amalgamation graph, Tasks tasks) throws Exception {
        Document document = document(graph);
        CountDownLatch done = new CountDownLatch(1);
        Actions actions = new Actions(KeyMap.standard());
        CanvasView canvas = Windows.onWindow(() -> {
            CanvasView shown = Windows.show(document);
            ArrangeActions.register(actions, () -> shown);
            return shown;
        });
        Windows.painted();
        document.onChange(_ -> done.countDown());
        Pings pings = new Pings(window, tasks);
        long began = System.nanoTime();
        Windows.onWindow(() -> actions.get("arrange.layout").run());
        done.await();
        double seconds = (System.nanoTime() - began) / 1e9;
        Windows.painted();
        System.out.printf("layout of 1000 nodes, %s: %.2f s; meanwhile %s%n", what, seconds, pings.report());
        hide(canvas);
    }

    private static Document document(Amalgamation graph) {
        var store = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        return new Document(Typing.of(graph, BuiltInKinds.catalogue(), store), true);
    }

    private static void hide(CanvasView canvas) throws Exception {
        Windows.onWindow(() -> {
            canvas.getScene().getWindow().hide();
            return canvas;
        });
    }
}
