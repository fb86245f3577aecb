package dev.amalgam.run.engine;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what the worker says of steps and keys back to nodes and ports. */
final class Reporter {
    private final Typing typing;
    private final Regions regions;
    private final Batch batch;
    private final Map<String, Tensor> values;
    private final List<Problem> problems;
    private final Map<NodeId, NodeOutcome> nodes = new LinkedHashMap<>();

    Reporter(Typing typing, Regions regions, Batch batch, Map<String, Tensor> values) {
        this.typing = typing;
        this.regions = regions;
        this.batch = batch;
        this.values = values;
        this.problems = new ArrayList<>(batch.problems().values());
        batch.problems().forEach((node, problem) -> nodes.put(node, NodeOutcome.failed(problem)));
    }

    RunReport report(RunResult result) {
        double ms = 0;
        for (StepResult step : result.steps()) {
            ms += step.ms();
            addStep(step, batch.part(step.step()));
        }
        Map<NodeId, Tensor> results = new LinkedHashMap<>();
        for (Regions.Result wanted : regions.results()) {
            regions.keys().port(wanted.from()).flatMap(this::value).ifPresent(tensor -> {
                results.put(wanted.node(), tensor);
                nodes.put(wanted.node(), passedOn(wanted, tensor));
            });
        }
        return new RunReport(ordered(), batch.inputs(), results, result.device(), result.deviceNote(), ms, problems);
    }

    private void addStep(StepResult step, Region part) {
        Optional<Problem> problem = step.failure().map(failure -> Failures.problem(failure, part));
        problem.ifPresent(problems::add);
        if (part.nodes().size() == 1) {
            NodeId node = part.nodes().getFirst();
            nodes.put(node, new NodeOutcome(step.ms(), step.cached(), outputs(node), problem));
        }
    }

    private Map<String, Tensor> outputs(NodeId node) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (String port : typing.node(node).orElseThrow().outputs().keySet()) {
            regions.keys()
                    .port(new PortRef(node, port))
                    .flatMap(this::value)
                    .ifPresent(value -> outputs.put(port, value));
        }
        return outputs;
    }

    private Optional<Tensor> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private NodeOutcome passedOn(Regions.Result wanted, Tensor tensor) {
        NodeOutcome from = nodes.get(wanted.from().node());
        String input = typing.graph().wiresInto(wanted.node()).getFirst().to().port();
        return new NodeOutcome(0, from != null && from.cached(), Map.of(input, tensor), Optional.empty());
    }

    private Map<NodeId, NodeOutcome> ordered() {
        Map<NodeId, NodeOutcome> ordered = new LinkedHashMap<>();
        for (NodeId id : typing.graph().order()) {
            NodeOutcome outcome = nodes.get(id);
            if (outcome != null) {
                ordered.put(id, outcome);
            }
        }
        return ordered;
    }
}
