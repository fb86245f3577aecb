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
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Fifty small nodes in a row, run node by node in the worker and as one fused model, the last value fetched: in turns, on the
 * same values, each time other ones.
 */
public final class NodeByNode {
    private static final int NODES = 50;
    private static final int WARM_UP = 100;
    private static final int RUNS = 300;
    private static final long[] DIMS = {64, 2048};

    /** Milliseconds inside the runtime's calls for single nodes, of all runs that count. */
    private static double inside;

    private NodeByNode() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("node-by-node");
        try (Desk desk = Desk.start(DeskSettings.standard());
                Workspace workspace = desk.blank()) {
            workspace.document().apply(chain());
            Typing typing = workspace.document().state().typing();
            Regions regions = new Regions(typing);
            List<Step> each = steps(regions.eachNode(), folder);
            Region fused = regions.fused("fused");
            List<Step> one = steps(List.of(fused), folder);
            String feed = regions.sources().getFirst().key();
            String last = each.getLast().outputs().values().iterator().next();
            String whole = fused.outputs().values().iterator().next();
            double[] nodes = new double[RUNS];
            double[] model = new double[RUNS];
            Random random = new Random(1);
            for (int run = -WARM_UP; run < RUNS; run++) {
                Tensor values = values(random);
                double a = run(desk, each, Map.of(feed, values), last, run);
                double b = run(desk, one, Map.of(feed, values), whole, run);
                if (run >= 0) {
                    nodes[run] = a;
                    model[run] = b;
                }
            }
            Arrays.sort(nodes);
            Arrays.sort(model);
            System.out.printf(
                    Locale.ROOT,
                    "%d nodes: node by node %.2f ms, fused %.2f ms, medians of %d; %.2f ms of the first inside the"
                            + " runtime%n%.3f  (goal 1.10)%n",
                    NODES,
                    nodes[RUNS / 2],
                    model[RUNS / 2],
                    RUNS,
                    inside / RUNS,
                    nodes[RUNS / 2] / model[RUNS / 2]);
        }
    }

    private static Tensor values(Random random) {
        float[] values = new float[(int) (DIMS[0] * DIMS[1])];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Tensor.floats(DIMS, values);
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
    private static double run(Desk desk, List<Step> steps, Map<String, Tensor> feeds, String wanted, int run)
            throws Exception {
        Map<String, Tensor> fed = new java.util.HashMap<>();
        feeds.forEach((key, value) -> fed.put(key + run, value));
        List<Step> keyed = steps.stream()
                .map(step -> new Step(step.name(), step.model(), keyed(step.inputs(), run), keyed(step.outputs(), run)))
                .toList();
        RunRequest request = new RunRequest(fed, keyed, Set.of(wanted + run), RunOptions.DEFAULT);
        long start = System.nanoTime();
        RunResult result = desk.worker().run(request, RunListener.NONE);
        double whole = (System.nanoTime() - start) / 1e6;
        inside += run < 0 || steps.size() == 1
                ? 0
                : result.steps().stream().mapToDouble(StepResult::ms).sum();
        return whole;
    }

    private static Map<String, String> keyed(Map<String, String> keys, int run) {
        Map<String, String> keyed = new java.util.HashMap<>();
        keys.forEach((name, key) -> keyed.put(name, key + run));
        return keyed;
    }

    private static Edit chain() {
        List<Edit> edits = new ArrayList<>();
        Settings source = Settings.NONE
                .with("use", Optional.of(new Value.Text("input")))
                .with("shape", Optional.of(numbers(DIMS[0], DIMS[1])))
                .with("representation", Optional.of(new Value.Text("embedding")));
        edits.add(new Edit.Add(new Node(new NodeId("source"), "tensor", source), new Position(0, 0)));
        PortRef from = PortRef.of("source", "value");
        for (int i = 1; i <= NODES; i++) {
            String name = "unit " + i;
            edits.add(new Edit.Add(new Node(new NodeId(name), "l2-normalise", Settings.NONE), new Position(i, 0)));
            edits.add(new Edit.Connect(from, PortRef.of(name, "vectors")));
            from = PortRef.of(name, "vectors");
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
