package dev.amalgam.run.engine;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs amalgamations in the worker, node by node or as they ship. One run at a time; while frames of a shipped model come one
 * after the other, other runs have their turns between two of them. Where an amalgamation says how it is to be run, that counts and not the
 * options, whose limit holds for all.
 */
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Worker worker;
    private final ModelFiles models;
    private final Feeds feeds = new Feeds();
    private final Quarantine quarantine = new Quarantine();
    /** The values of the last run, which need not cross the process boundary again. */
    private Map<String, Tensor> known = Map.of();
    /** How they were computed: on another device, or optimised otherwise, they would be others. */
    private RunOptions knownBy = RunOptions.DEFAULT;

    /** An engine on this worker that puts models into a folder of its own inside {@code folder}. */
    public Engine(Worker worker, Path folder) {
        this.worker = worker;
        this.models = new ModelFiles(folder.resolve("models-" + UUID.randomUUID()));
    }

    /**
     * Runs every sound node by itself, so that each has its values and its time. What is known from before does not run.
     *
     * @throws RunException where nothing could run at all
     */
    public RunReport runNodes(Typing typing, RunOptions options, EngineListener listener) throws RunException {
        return runNodes(typing, Map.of(), options, listener, new Stop());
    }

    /** The same, for a run that {@code stop} can end. */
    public RunReport runNodes(Typing typing, RunOptions options, EngineListener listener, Stop stop)
            throws RunException {
        return runNodes(typing, Map.of(), options, listener, stop);
    }

    /** The same, where some sources are given other values than their settings say. */
    public RunReport runNodes(Typing typing, Map<NodeId, Tensor> given, RunOptions options, EngineListener listener)
            throws RunException {
        return runNodes(typing, given, options, listener, new Stop());
    }

    /** The same, for a run that {@code stop} can end. */
    public RunReport runNodes(
            Typing typing, Map<NodeId, Tensor> given, RunOptions options, EngineListener listener, Stop stop)
            throws RunException {
        return runNodes(typing, given, Set.copyOf(typing.graph().order()), options, listener, stop);
    }

    /** The same for some nodes only; what is known of the others stays known. */
    public synchronized RunReport runNodes(
            Typing typing,
            Map<NodeId, Tensor> given,
            Set<NodeId> nodes,
            RunOptions options,
            EngineListener listener,
            Stop stop)
            throws RunException {
        try {
            Regions regions = new Regions(typing, given);
            RunOptions how = options.as(typing.graph().execution());
            return run(typing, regions, nodes, how, listener, stop);
        } catch (LoweringException e) {
            return failed(e.problem());
        }
    }

    /**
     * Makes the one model that ships ready for any number of frames, with the final results only.
     *
     * @param given the values of the sources that each frame will bring, for a first frame
     * @param name of the graph in the file
     * @throws LoweringException where a node stands against it, or there is no result that can be computed
     */
    public Shipped ship(Typing typing, Map<NodeId, Tensor> given, String name, RunOptions options)
            throws LoweringException, RunException {
        return ship(typing, given, name, Set.of(), options);
    }

    /** The same, where {@code shown} says of which other tensors inside the values are wanted too. */
    public synchronized Shipped ship(
            Typing typing, Map<NodeId, Tensor> given, String name, Set<PortRef> shown, RunOptions options)
            throws LoweringException, RunException {
        Regions regions = new Regions(typing, given);
        Batch batch = new Batch(models);
        batch.feed(regions, feeds, typing.components());
        Region fused = regions.fused(name, shown);
        RunOptions how = options.as(typing.graph().execution());
        OpenModel model = worker.open(models.file(fused), fused.outputs().keySet(), how);
        return new Shipped(this, typing, regions, fused, shown, model, batch);
    }

    /**
     * The values that the sources have now, by the names of the inputs of the model that ships.
     *
     * @param given other values for sources than their settings say
     */
    public synchronized Map<String, Tensor> feeds(Typing typing, Map<NodeId, Tensor> given) throws LoweringException {
        Batch batch = new Batch(models);
        batch.feed(new Regions(typing, given), feeds, typing.components());
        Map<String, Tensor> values = new HashMap<>();
        batch.inputs().forEach((node, value) -> values.put(node.name(), value));
        return values;
    }

    /** Runs a model on frame after frame; its file may have been deleted since it ran before. */
    void run(
            Region region,
            OpenModel model,
            Iterator<Map<String, Tensor>> frames,
            Consumer<OpenModel.Frame> each,
            Supplier<Set<String>> taken,
            Stop stop)
            throws RunException {
        hold(region);
        try {
            model.run(frames, each, taken, stop);
        } finally {
            letGo(region);
        }
    }

    private synchronized void hold(Region region) throws RunException {
        try {
            models.hold(region);
        } catch (LoweringException e) {
            Problem why = e.problem();
            throw new RunException(why.message() + ". " + why.remedy() + ".", e);
        }
    }

    private synchronized void letGo(Region region) {
        models.letGo(region);
        trim();
    }

    /** What stands against the files that fill the sources, which typing does not read. Runs nothing. */
    public synchronized List<Problem> check(Typing typing) {
        try {
            Batch batch = new Batch(models);
            batch.feed(new Regions(typing), feeds, typing.components());
            return batch.problems().values().stream().map(Engine::judged).toList();
        } catch (LoweringException e) {
            return List.of(e.problem());
        }
    }

    /** Lets the next run try again what crashed the runtime, hung, or took too much; does not wait for the one under way. */
    public void tryAgain() {
        quarantine.lift();
    }

    private void trim() {
        try {
            models.trim();
        } catch (IOException e) {
            LOG.warn("Models that are not needed any more could not be deleted: {}", e.getMessage());
        }
    }

    private static Problem judged(Problem problem) {
        return problem.code().equals(Feeds.UNSET)
                ? Problem.warning(problem.code(), problem.node().orElseThrow(), problem.message(), problem.remedy())
                : problem;
    }

    private static RunReport failed(Problem problem) {
        Map<NodeId, NodeOutcome> nodes = problem.node()
                .map(node -> Map.of(node, NodeOutcome.failed(problem)))
                .orElse(Map.of());
        return new RunReport(nodes, Map.of(), Map.of(), "", 0, List.of(problem));
    }

    private RunReport run(
            Typing typing, Regions regions, Set<NodeId> nodes, RunOptions options, EngineListener listener, Stop stop)
            throws LoweringException, RunException {
        if (!options.computesAs(knownBy)) {
            known = Map.of();
        }
        knownBy = options;
        Batch batch = new Batch(models);
        batch.feed(regions, feeds, typing.components());
        Set<String> there = new HashSet<>();
        for (Region part : regions.eachNode()) {
            there.addAll(part.outputs().values());
            if (!nodes.containsAll(part.nodes())) {
                continue;
            }
            Optional<StepFailure> harm = quarantine.of(part, options);
            if (harm.isPresent()) {
                batch.leaveOut(part, harm.get());
            } else {
                batch.add(part);
            }
        }
        RunResult result = worker.run(batch.request(known.keySet(), options), batch.hear(listener), stop);
        result.steps().forEach(step -> quarantine.note(batch.part(step.step()), step, options));
        trim();
        Map<String, Tensor> values = new HashMap<>(known);
        values.keySet().removeIf(key -> !there.contains(key) && !batch.made().contains(key));
        values.putAll(result.values());
        known = Map.copyOf(values);
        return new Reporter(typing, regions, batch, values).report(result);
    }
}
