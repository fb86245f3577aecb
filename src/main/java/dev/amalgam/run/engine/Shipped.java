package dev.amalgam.run.engine;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.Stop;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The one model that ships, made ready once and run on one frame after another: nothing is typed, lowered or named for a
 * frame, and nothing of it is kept. Made by {@link Engine#ship}.
 */
public final class Shipped {
    private final Engine engine;
    private final Region region;
    private final OpenModel model;
    private final List<Source> sources;
    private final Map<NodeId, Tensor> constants;
    private final Map<NodeId, Problem> problems;
    /** Of each result, the input that its value goes into. */
    private final Map<NodeId, String> results = new LinkedHashMap<>();

    /** Of each output of the model that is no result, the tensor that it is. */
    private final Map<String, PortRef> shown = new LinkedHashMap<>();

    /** Of each source, the type that was last found to fit: most frames are as large as the one before. */
    private final Map<NodeId, TensorType> fitting = new ConcurrentHashMap<>();

    Shipped(
            Engine engine,
            Typing typing,
            Regions regions,
            Region region,
            Set<PortRef> wanted,
            OpenModel model,
            Batch batch)
            throws LoweringException {
        this.engine = engine;
        this.region = region;
        this.model = model;
        this.sources = regions.sources().stream()
                .filter(source -> region.nodes().contains(source.node()))
                .toList();
        this.constants = Map.copyOf(batch.inputs());
        this.problems = Map.copyOf(batch.problems());
        for (Regions.Result result : regions.results()) {
            String input =
                    typing.graph().wiresInto(result.node()).getFirst().to().port();
            results.put(result.node(), input);
        }
        for (PortRef port : wanted) {
            if (region.outputs().containsKey(port.toString())) {
                shown.put(port.toString(), port);
            }
        }
    }

    /**
     * Runs it once.
     *
     * @param given the values of sources, instead of those that were there when it was made ready
     * @throws RunException where nothing could run at all
     */
    public RunReport run(Map<NodeId, Tensor> given, Stop stop) throws RunException {
        List<RunReport> only = new ArrayList<>(1);
        run(List.of(given).iterator(), only::add, stop);
        return only.isEmpty()
                ? report(entry(given), OpenModel.Frame.failed(new StepFailure.Cancelled()))
                : only.getFirst();
    }

    /**
     * Runs it on frame after frame. While one is in the worker, the next is asked for and handed over.
     *
     * @param frames the values of sources for each frame, asked on this thread
     * @param each hears of each frame, in their order, on this thread
     * @throws RunException as {@link #run(Map, Stop)} does
     */
    public void run(Iterator<Map<NodeId, Tensor>> frames, Consumer<RunReport> each, Stop stop) throws RunException {
        run(frames, each, () -> true, stop);
    }

    /**
     * The same, where somebody looks inside at some of the frames only.
     *
     * @param inside whether the values of other tensors than the results are wanted of the frame that comes back; asked on this
     *     thread
     */
    public void run(Iterator<Map<NodeId, Tensor>> frames, Consumer<RunReport> each, BooleanSupplier inside, Stop stop)
            throws RunException {
        FrameQueue queue = new FrameQueue(frames, this::entry, this::report, each);
        Set<String> all = region.outputs().keySet();
        Set<String> resultsOnly = new HashSet<>(all);
        resultsOnly.removeAll(shown.keySet());
        engine.run(region, model, queue, queue::ran, () -> inside.getAsBoolean() ? all : resultsOnly, stop);
        queue.reportUnfit();
    }

    private FrameQueue.Entry entry(Map<NodeId, Tensor> given) {
        Map<NodeId, Tensor> inputs = new HashMap<>(constants);
        inputs.putAll(given);
        Map<NodeId, Problem> against = new LinkedHashMap<>(problems);
        against.keySet().removeAll(given.keySet());
        Map<String, Tensor> feeds = new HashMap<>();
        for (Source source : sources) {
            Tensor value = inputs.get(source.node());
            if (value != null && fits(source, value, against)) {
                feeds.put(source.node().name(), value);
            }
        }
        boolean whole = feeds.size() == sources.size();
        return new FrameQueue.Entry(
                inputs, whole ? Optional.of(feeds) : Optional.empty(), List.copyOf(against.values()));
    }

    private boolean fits(Source source, Tensor value, Map<NodeId, Problem> against) {
        if (value.type().equals(fitting.get(source.node()))) {
            return true;
        }
        try {
            Feeds.checkType(source, value);
            fitting.put(source.node(), value.type());
            return true;
        } catch (KindException e) {
            NodeId node = source.node();
            against.put(node, Problem.error(e.code(), node, e.setting(), e.getMessage(), e.remedy()));
            return false;
        }
    }

    private RunReport report(FrameQueue.Entry entry, OpenModel.Frame frame) {
        List<Problem> all = new ArrayList<>(entry.problems());
        frame.failure().ifPresent(failure -> all.add(Failures.problem(failure, region)));
        Map<NodeId, Tensor> values = new LinkedHashMap<>();
        Map<NodeId, NodeOutcome> nodes = new LinkedHashMap<>();
        results.forEach((result, input) -> {
            Tensor value = frame.values().get(result.name());
            if (value != null) {
                values.put(result, value);
                nodes.put(result, new NodeOutcome(0, false, Map.of(input, value), Optional.empty()));
            }
        });
        inner(frame).forEach((node, outputs) -> nodes.put(node, new NodeOutcome(0, false, outputs, Optional.empty())));
        return new RunReport(nodes, entry.inputs(), values, frame.device(), frame.deviceNote(), frame.ms(), all);
    }

    private Map<NodeId, Map<String, Tensor>> inner(OpenModel.Frame frame) {
        Map<NodeId, Map<String, Tensor>> inner = new LinkedHashMap<>();
        shown.forEach((output, port) -> {
            Tensor value = frame.values().get(output);
            if (value != null) {
                inner.computeIfAbsent(port.node(), _ -> new LinkedHashMap<>()).put(port.port(), value);
            }
        });
        return inner;
    }
}
