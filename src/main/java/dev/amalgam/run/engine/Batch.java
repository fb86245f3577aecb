package dev.amalgam.run.engine;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts one request to the worker together, leaving out what cannot run and noting why. */
final class Batch {
    private final ModelFiles models;
    private final Map<String, Tensor> fed = new HashMap<>();
    private final Map<NodeId, Tensor> inputs = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Region> parts = new LinkedHashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<NodeId, Problem> problems = new LinkedHashMap<>();

    Batch(ModelFiles models) {
        this.models = models;
    }

    /** Adds a region that is known to harm the runtime: as a problem, and what depends on it is left out. */
    void leaveOut(Region part, StepFailure why) {
        problems.put(part.nodes().getLast(), Failures.again(why, part));
    }

    /** Reads what fills the sources, and notes which nodes are left out. */
    void feed(Regions regions, Feeds feeds, Components components) throws LoweringException {
        problems.putAll(regions.problems());
        for (Source source : regions.sources()) {
            try {
                Tensor values = feeds.values(source, components);
                fed.put(source.key(), values);
                inputs.put(source.node(), values);
            } catch (KindException e) {
                NodeId node = source.node();
                problems.put(node, Problem.error(e.code(), node, e.setting(), e.getMessage(), e.remedy()));
            }
        }
        feeds.keepOnly(fed.keySet());
        made.addAll(fed.keySet());
    }

    /** Adds a region, if all that flows into it is here. */
    void add(Region part) throws RunException {
        if (!made.containsAll(incoming(part))) {
            return;
        }
        try {
            Step step = new Step(part.name(), models.sharing(part), part.inputs(), part.outputs());
            steps.add(step);
            fed.putAll(part.dials());
            parts.put(step.name(), part);
            made.addAll(step.outputs().values());
        } catch (LoweringException e) {
            problems.put(e.problem().node().orElse(part.nodes().getLast()), e.problem());
        }
    }

    private static Set<String> incoming(Region part) {
        Set<String> keys = new HashSet<>(part.inputs().values());
        keys.removeAll(part.dials().keySet());
        return keys;
    }

    /** The request, which fetches all that is not known already. */
    RunRequest request(Set<String> known, RunOptions options) {
        Set<String> fetch = new HashSet<>();
        steps.forEach(step -> fetch.addAll(step.outputs().values()));
        fetch.removeAll(known);
        return new RunRequest(fed, steps, fetch, options);
    }

    /** Tells a listener by node what the worker tells by step. */
    RunListener hear(EngineListener listener) {
        return new RunListener() {
            @Override
            public void started(String step) {
                part(step).nodes().forEach(listener::started);
            }

            @Override
            public void finished(StepResult result) {
                part(result.step()).nodes().forEach(listener::finished);
            }
        };
    }

    Region part(String step) {
        return requireNonNull(parts.get(step));
    }

    List<Region> parts() {
        return List.copyOf(parts.values());
    }

    /** The keys of all values that this batch has or makes. */
    Set<String> made() {
        return made;
    }

    /** The values of this key, where a source gives them. */
    Optional<Tensor> fed(String key) {
        return Optional.ofNullable(fed.get(key));
    }

    Map<NodeId, Tensor> inputs() {
        return inputs;
    }

    Map<NodeId, Problem> problems() {
        return problems;
    }
}
