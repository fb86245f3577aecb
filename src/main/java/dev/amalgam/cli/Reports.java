package dev.amalgam.cli;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Readings;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunException;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run brought, as JSON for scripts and as a table for people. */
final class Reports {
    private Reports() {}

    /** {@code {"file","device","runtime","outputs":[…],"nodes":[…]}}. */
    static Map<String, Object> json(RunReport report, Session session) throws RunException {
        Typing typing = session.workspace().document().state().typing();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", session.fileName());
        json.put("device", report.device());
        json.put("runtime", session.desk().worker().info().runtime());
        json.put("outputs", outputs(report, typing));
        json.put("nodes", nodes(report, typing));
        return json;
    }

    /** The same of one of several frames. */
    static Map<String, Object> frame(RunReport report, Session session) {
        Typing typing = session.workspace().document().state().typing();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("device", report.device());
        json.put("ms", report.ms());
        json.put("outputs", outputs(report, typing));
        return json;
    }

    /** What stands against something. */
    static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", problem.code());
        json.put("node", problem.node().map(node -> node.name()).orElse(""));
        json.put("port", problem.port().orElse(""));
        json.put("message", problem.message());
        json.put("remedy", problem.remedy());
        return json;
    }

    private static List<Object> outputs(RunReport report, Typing typing) {
        Readings readings = new Readings(typing, port -> value(report, port));
        List<Object> outputs = new ArrayList<>();
        for (Regions.Result result : new Regions(typing, report.inputs()).results()) {
            Tensor tensor = report.results().get(result.node());
            if (tensor != null) {
                outputs.add(output(result, tensor, readings.of(result.node())));
            }
        }
        return outputs;
    }

    private static Map<String, Object> output(Regions.Result result, Tensor tensor, Optional<Reading> reading) {
        PortType type = result.type();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", result.node().name());
        json.put("node", result.from().node().name());
        json.put("type", tensor.type().toString());
        json.put("representation", type.representation().toString());
        json.put("sha256", tensor.sha256());
        if (!tensor.strings().isEmpty()) {
            json.put("text", tensor.strings());
        }
        json.put("top", top(reading));
        return json;
    }

    private static List<Object> top(Optional<Reading> reading) {
        return switch (reading.orElse(new Reading.Text(List.of()))) {
            case Reading.Ranking ranking ->
                ranking.scores().stream()
                        .<Object>map(one -> scored(one.label(), one.score()))
                        .toList();
            case Reading.Switches switches ->
                switches.switches().stream()
                        .map(one -> {
                            Map<String, Object> json = scored(one.label(), one.score());
                            json.put("on", one.on());
                            return (Object) json;
                        })
                        .toList();
            default -> List.of();
        };
    }

    private static Map<String, Object> scored(String label, double score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", label);
        json.put("score", score);
        return json;
    }

    private static List<Object> nodes(RunReport report, Typing typing) {
        List<Object> nodes = new ArrayList<>();
        report.nodes().forEach((id, outcome) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id.name());
            json.put("kind", typing.graph().node(id).orElseThrow().kind());
            json.put("ms", outcome.ms());
            json.put("cached", outcome.cached());
            nodes.add(json);
        });
        return nodes;
    }

    /** The results of every task, one line each. */
    static String table(RunReport report, Session session) {
        Typing typing = session.workspace().document().state().typing();
        Readings readings = new Readings(typing, port -> value(report, port));
        List<List<String>> rows = new ArrayList<>();
        report.results().forEach((node, tensor) -> rows.add(row(node, tensor, readings.of(node))));
        return table(rows, report.ms(), report.device());
    }

    /** The same of what the window shows: a node that nothing hangs below is a result. */
    static String table(LiveState live, Amalgamation graph) {
        List<List<String>> rows = new ArrayList<>();
        for (NodeId id : graph.order()) {
            NodeState node = live.node(id);
            if (graph.wiresOutOf(id).isEmpty() && !node.outputs().isEmpty()) {
                rows.add(row(id, node.outputs().values().iterator().next(), node.reading()));
            }
        }
        return table(rows, live.milliseconds().orElse(0), live.device());
    }

    private static List<String> row(NodeId node, Tensor tensor, Optional<Reading> reading) {
        return List.of(node.name(), tensor.type().toString(), says(reading, tensor));
    }

    private static String table(List<List<String>> rows, double ms, String device) {
        rows.addFirst(List.of("task", "type", "says"));
        return Lines.table(rows) + "\n\n" + String.format(Locale.ROOT, "%.1f ms on %s", ms, device);
    }

    private static String says(Optional<Reading> reading, Tensor tensor) {
        return switch (reading.orElse(new Reading.Numbers(tensor))) {
            case Reading.Ranking(var _, List<String> text) -> String.join(", ", text);
            case Reading.Switches(List<Reading.Switch> switches) -> switches(switches);
            case Reading.Text(List<String> lines) -> String.join(", ", lines);
            case Reading.Overlay(Tensor picture, Tensor mask) -> "a mask over the picture, highest at " + peak(mask);
            default -> tensor.strings().isEmpty() ? tensor.elements() + " values" : String.join(", ", tensor.strings());
        };
    }

    private static String switches(List<Reading.Switch> switches) {
        List<String> words = switches.stream()
                .map(one -> String.format(Locale.ROOT, "%s %.2f%s", one.label(), one.score(), one.on() ? " on" : ""))
                .toList();
        return String.join(", ", words);
    }

    private static String peak(Tensor mask) {
        long[] dims = mask.dims();
        int best = 0;
        for (int i = 1; i < mask.elements(); i++) {
            best = mask.floats().get(i) > mask.floats().get(best) ? i : best;
        }
        int width = (int) dims[dims.length - 1];
        return "x " + best % width + ", y " + best / width;
    }

    private static Optional<Tensor> value(RunReport report, PortRef port) {
        NodeOutcome outcome = report.nodes().get(port.node());
        return outcome == null
                ? Optional.empty()
                : Optional.ofNullable(outcome.outputs().get(port.port()));
    }
}
