package dev.amalgam.run.engine;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepResult;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs amalgamations in the worker, node by node or as they ship. One run at a time. */
public final class Engine {
    private final Worker worker;
    private final ModelFiles models;
    private final Feeds feeds = new Feeds();
    /** The values of the last run, which need not cross the process boundary again. */
    private Map<String, Tensor> known = Map.of();

    /** An engine on this worker that puts models into {@code folder}. */
    public Engine(Worker worker, Path folder) {
        this.worker = worker;
        this.models = new ModelFiles(folder);
    }

    /**
     * Runs every sound node by itself, so that each has its values and its time. What is known from before does not run.
     *
     * @throws RunException where nothing could run at all
     */
    public RunReport runNodes(Typing typing, RunOptions options, EngineListener listener) throws RunException {
        return runNodes(typing, Map.of(), options, listener);
    }

    /** The same, where some sources are given other values than their settings say. */
    public synchronized RunReport runNodes(
            Typing typing, Map<NodeId, Tensor> given, RunOptions options, EngineListener listener) throws RunException {
        try {
            Regions regions = new Regions(typing, given);
            return run(typing, regions, regions.eachNode(), options, listener);
        } catch (LoweringException e) {
            return failed(e.problem());
        }
    }

    /**
     * Runs the one model that ships, with the final results only.
     *
     * @throws RunException where nothing could run at all
     */
    public synchronized RunReport runFused(Typing typing, Map<NodeId, Tensor> given, String name, RunOptions options)
            throws RunException {
        try {
            Regions regions = new Regions(typing, given);
            return run(typing, regions, List.of(regions.fused(name)), options, EngineListener.NONE);
        } catch (LoweringException e) {
            return failed(e.problem());
        }
    }

    private static RunReport failed(Problem problem) {
        NodeId node = problem.node().orElseThrow();
        return new RunReport(Map.of(node, NodeOutcome.failed(problem)), Map.of(), "", 0, List.of(problem));
    }

    private RunReport run(
            Typing typing, Regions regions, List<Region> parts, RunOptions options, EngineListener listener)
            throws LoweringException, RunException {
        Map<NodeId, Problem> problems = new LinkedHashMap<>();
        Map<String, Tensor> fed = feed(typing, regions.sources(), problems);
        List<Step> steps = new ArrayList<>();
        Map<String, Region> byStep = new LinkedHashMap<>();
        Set<String> fetch = new HashSet<>();
        Set<String> made = new HashSet<>(fed.keySet());
        for (Region part : parts) {
            if (made.containsAll(part.inputs().values())) {
                step(part, problems).ifPresent(step -> {
                    steps.add(step);
                    byStep.put(step.name(), part);
                    made.addAll(step.outputs().values());
                    step.outputs().values().stream()
                            .filter(key -> !known.containsKey(key))
                            .forEach(fetch::add);
                });
            }
        }
        RunResult result = worker.run(new RunRequest(fed, steps, fetch, options), hear(byStep, listener));
        Map<String, Tensor> values = new HashMap<>(result.values());
        made.stream().filter(known::containsKey).forEach(key -> values.putIfAbsent(key, known.get(key)));
        known = Map.copyOf(values);
        return new Reporter(typing, regions, byStep, problems, values).report(result);
    }

    private Map<String, Tensor> feed(Typing typing, List<Source> sources, Map<NodeId, Problem> problems) {
        Map<String, Tensor> fed = new HashMap<>();
        for (Source source : sources) {
            try {
                fed.put(source.key(), feeds.values(source, typing.components()));
            } catch (KindException e) {
                problems.put(
                        source.node(), Problem.error(e.code(), source.node(), e.setting(), e.getMessage(), e.remedy()));
            }
        }
        feeds.keepOnly(fed.keySet());
        return fed;
    }

    private Optional<Step> step(Region part, Map<NodeId, Problem> problems) throws RunException {
        try {
            return Optional.of(new Step(part.name(), models.file(part), part.inputs(), part.outputs()));
        } catch (LoweringException e) {
            problems.put(e.problem().node().orElseThrow(), e.problem());
            return Optional.empty();
        } catch (IOException e) {
            throw new RunException(
                    "The model of '" + part.name() + "' cannot be written for the worker (" + e.getMessage()
                            + "). Make room in the folder for temporary files.",
                    e);
        }
    }

    private static RunListener hear(Map<String, Region> byStep, EngineListener listener) {
        return new RunListener() {
            @Override
            public void started(String step) {
                requireNonNull(byStep.get(step)).nodes().forEach(listener::started);
            }

            @Override
            public void finished(StepResult result) {
                requireNonNull(byStep.get(result.step())).nodes().forEach(listener::finished);
            }
        };
    }
}
