package dev.amalgam.bench;

import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
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
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.Step;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Fifty small nodes in a row, run node by node in the worker and as one fused model, the last value fetched: in turns, on the
 * same values, each time other ones. The nodes are learned layers of several sizes, and a node that does next to nothing.
 */
public final class NodeByNode {
    private static final int NODES = 50;
    private static final int WARM_UP = 40;
    private static final int RUNS = 100;
    private static final long ROWS = 64;

    /** Values that are not needed any more are let go soon, as they are after an hour of work. */
    private static final long CACHE_BYTES = 100L << 20;

    private final Desk desk;
    private final List<Step> each;
    private final List<Step> one;
    private final String feed;
    private final String last;
    private final String whole;
    private final long width;

    private NodeByNode(Desk desk, Typing typing, long width) throws Exception {
        Path folder = Files.createTempDirectory("node-by-node");
        Regions regions = new Regions(typing);
        Region fused = regions.fused("fused");
        this.desk = desk;
        this.each = steps(regions.eachNode(), folder);
        this.one = steps(List.of(fused), folder);
        this.feed = regions.sources().getFirst().key();
        this.last = each.getLast().outputs().values().iterator().next();
        this.whole = fused.outputs().values().iterator().next();
        this.width = width;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        WorkerSettings worker = WorkerSettings.defaults().withCacheBytes(CACHE_BYTES);
        try (Desk desk =
                Desk.start(new DeskSettings(worker, RunOptions.DEFAULT, Optional.empty(), Duration.ofSeconds(20)))) {
            for (int width : new int[] {2048, 1024, 512, 256}) {
                measure(desk, "layer of " + width + " to " + width, width, workspace -> layer(workspace, width));
            }
            measure(desk, "L2-normalise", 2048, _ -> new Unit("l2-normalise", "vectors", "vectors", Settings.NONE));
        }
    }

    private static void measure(Desk desk, String title, long width, Maker maker) throws Exception {
        try (Workspace workspace = desk.blank()) {
            workspace.document().apply(chain(maker.unit(workspace), width));
            new NodeByNode(desk, workspace.document().state().typing(), width).measure(title);
        }
    }

    private void measure(String title) throws Exception {
        double[] nodes = new double[RUNS];
        double[] model = new double[RUNS];
        Random random = new Random(1);
        for (int run = -WARM_UP; run < RUNS; run++) {
            Map<String, Tensor> values = Map.of(feed, values(random));
            double a = run(each, values, last, run);
            double b = run(one, values, whole, run);
            if (run >= 0) {
                nodes[run] = a;
                model[run] = b;
            }
        }
        Arrays.sort(nodes);
        Arrays.sort(model);
        double of = model[RUNS / 2];
        System.out.printf(
                Locale.ROOT,
                "%s: node by node %.2f ms, fused %.2f ms (%.3f a node), %.3f (goal 1.10), %.0f µs more a node%n",
                title,
                nodes[RUNS / 2],
                of,
                of / NODES,
                nodes[RUNS / 2] / of,
                (nodes[RUNS / 2] - of) / NODES * 1000);
    }

    private interface Maker {
        Unit unit(Workspace workspace) throws Exception;
    }

    /** One of the nodes. */
    private record Unit(String kind, String in, String out, Settings settings) {}

    /** y = ReLU(x · W), with its own weights in a model of its own. */
    private static Unit layer(Workspace workspace, int width) throws Exception {
        Random random = new Random(width);
        float[] weights = new float[width * width];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / width));
        }
        GraphBuilder graph = new GraphBuilder("layer");
        TensorType type = TensorType.parse("float32[N," + width + "]");
        Ref x = graph.input("x", type);
        Scope scope = graph.scope("layer");
        Ref product = scope.op("MatMul", x, scope.constant(Tensor.floats(new long[] {width, width}, weights)));
        graph.output("y", scope.op("Relu", product), type);
        Path file = Files.createTempDirectory("layer").resolve("layer.onnx");
        graph.build().write(file);
        return new Unit("onnx", "x", "y", Settings.NONE.with("model", Optional.of(workspace.reference(file))));
    }

    private Tensor values(Random random) {
        float[] values = new float[(int) (ROWS * width)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Tensor.floats(new long[] {ROWS, width}, values);
    }

    private static List<Step> steps(List<Region> regions, Path folder) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (Region region : regions) {
            Path file = folder.resolve(region.modelKey() + ".onnx");
            if (!Files.exists(file)) {
                region.source().build().write(file);
            }
            steps.add(new Step(region.name(), file, region.inputs(), region.outputs()));
        }
        return steps;
    }

    /** Keys with the run's number, so that nothing is known from before. */
    private double run(List<Step> steps, Map<String, Tensor> feeds, String wanted, int run) throws Exception {
        Map<String, Tensor> fed = new HashMap<>();
        feeds.forEach((key, value) -> fed.put(key + run, value));
        List<Step> keyed = steps.stream()
                .map(step -> new Step(step.name(), step.model(), keyed(step.inputs(), run), keyed(step.outputs(), run)))
                .toList();
        RunRequest request = new RunRequest(fed, keyed, Set.of(wanted + run), RunOptions.DEFAULT);
        long start = System.nanoTime();
        desk.worker().run(request, RunListener.NONE);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Map<String, String> keyed(Map<String, String> keys, int run) {
        Map<String, String> keyed = new HashMap<>();
        keys.forEach((name, key) -> keyed.put(name, key + run));
        return keyed;
    }

    private static Edit chain(Unit unit, long width) {
        List<Edit> edits = new ArrayList<>();
        Settings source = Settings.NONE
                .with("use", Optional.of(new Value.Text("input")))
                .with("shape", Optional.of(numbers(ROWS, width)))
                .with("representation", Optional.of(new Value.Text("embedding")));
        edits.add(new Edit.Add(new Node(new NodeId("source"), "tensor", source), new Position(0, 0)));
        PortRef from = PortRef.of("source", "value");
        for (int i = 1; i <= NODES; i++) {
            String name = "unit " + i;
            edits.add(new Edit.Add(new Node(new NodeId(name), unit.kind(), unit.settings()), new Position(i, 0)));
            edits.add(new Edit.Connect(from, PortRef.of(name, unit.in())));
            from = PortRef.of(name, unit.out());
        }
        edits.add(new Edit.Add(new Node(new NodeId("result"), "output", Settings.NONE), new Position(0, 1)));
        edits.add(new Edit.Connect(from, PortRef.of("result", "value")));
        return new Edit.Batch("chain", edits);
    }

    private static Value numbers(double... values) {
        return new Value.Items(
                Arrays.stream(values).<Value>mapToObj(Value.Real::new).toList());
    }
}
