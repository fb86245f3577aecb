package dev.amalgam.conformance;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.RunMode;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.Npy;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepFailure;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs models in the real runtime: as they are, rewritten, and as the only component of an amalgamation that was exported. */
final class Trial {
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Desk desk;
    private final Path folder;
    private final RunOptions options;

    Trial(Desk desk, Path folder) {
        this(desk, folder, RunOptions.DEFAULT);
    }

    Trial(Desk desk, Path folder, RunOptions options) {
        this.desk = desk;
        this.folder = folder;
        this.options = options;
    }

    /** What became of a run: values by output, or why there are none. */
    record Outcome(Map<String, Tensor> values, Optional<String> failure) {
        static Outcome failed(String why) {
            return new Outcome(Map.of(), Optional.of(why));
        }
    }

    /** Runs a file as it is. */
    Outcome run(Path model, Map<String, Tensor> inputs, Set<String> outputs) throws RunException {
        // Other keys each time: nothing may be known from before.
        int run = RUNS.incrementAndGet();
        Map<String, String> from = new HashMap<>();
        Map<String, Tensor> feeds = new HashMap<>();
        inputs.forEach((name, value) -> {
            from.put(name, "in " + run + " " + name);
            feeds.put("in " + run + " " + name, value);
        });
        Map<String, String> to = new HashMap<>();
        outputs.forEach(name -> to.put(name, "out " + run + " " + name));
        Step step = new Step("model", model.toAbsolutePath(), from, to);
        RunRequest request = new RunRequest(feeds, List.of(step), new HashSet<>(to.values()), options);
        RunResult result = desk.worker().run(request, RunListener.NONE);
        Optional<StepFailure> failure = result.step("model").orElseThrow().failure();
        if (failure.isPresent()) {
            return Outcome.failed(words(failure.get(), model));
        }
        Map<String, Tensor> values = new HashMap<>();
        to.forEach((name, key) -> values.put(name, result.values().get(key)));
        return new Outcome(values, Optional.empty());
    }

    /** Without what names the file. */
    private static String words(StepFailure failure, Path model) {
        String path = model.toAbsolutePath().toString();
        return failure.sentence().replace(path, "MODEL");
    }

    /** Opened, looked through, written again, and run. */
    Outcome rewritten(Path model, Map<String, Tensor> inputs, Set<String> outputs) throws RunException, IOException {
        Path copy = folder.resolve("rewritten.onnx");
        try {
            OnnxModel read = OnnxModel.read(model);
            Inspection facts = read.inspect();
            if (facts.operators().isEmpty() && !facts.interior().isEmpty()) {
                throw new IllegalStateException("operators are not counted");
            }
            read.write(copy);
        } catch (OnnxException e) {
            return Outcome.failed(e.getMessage());
        }
        return run(copy, inputs, outputs);
    }

    /** Whether {@link #exported} can say what flows into a model: tensors of which a file can be made. */
    static boolean canExport(Map<String, Tensor> inputs) {
        return inputs.values().stream().allMatch(Trial::isFile);
    }

    private static boolean isFile(Tensor tensor) {
        return switch (tensor.element()) {
            case STRING, BFLOAT16 -> false;
            default -> true;
        };
    }

    /** As the only component of an amalgamation: each input from a tensor, each output to a result; exported, and run. */
    Outcome exported(Path model, Map<String, Tensor> inputs, List<String> outputs)
            throws RunException, IOException, KindException, ProjectException {
        try (Workspace workspace = desk.blank()) {
            workspace.live().use(RunMode.PAUSED);
            Map<String, String> results = new LinkedHashMap<>();
            List<Edit> edits = amalgamation(workspace, model, inputs, outputs, results);
            for (Edit edit : edits) {
                Optional<String> refused = workspace.document().apply(edit).map(Object::toString);
                if (refused.isPresent()) {
                    return Outcome.failed(edit.label() + ": " + refused.get());
                }
            }
            Typing typing = workspace.settled().typing();
            Region fused = new Regions(typing).fused("conformance");
            Path file = folder.resolve("exported.onnx");
            fused.source().build().write(file);
            Map<String, Tensor> fed = new HashMap<>();
            inputs.forEach((name, value) -> fed.put(source(inputs, name), value));
            Outcome outcome = run(file, fed, new HashSet<>(results.keySet()));
            Map<String, Tensor> values = new HashMap<>();
            outcome.values().forEach((name, value) -> values.put(results.get(name), value));
            return new Outcome(values, outcome.failure());
        } catch (LoweringException e) {
            return Outcome.failed(e.problem().toString());
        }
    }

    private static String source(Map<String, Tensor> inputs, String name) {
        return "source " + List.copyOf(inputs.keySet()).indexOf(name);
    }

    private List<Edit> amalgamation(
            Workspace workspace,
            Path model,
            Map<String, Tensor> inputs,
            List<String> outputs,
            Map<String, String> results)
            throws KindException, ProjectException, IOException {
        NodeId component = new NodeId("component");
        List<Edit> edits = new ArrayList<>();
        edits.add(add(component.name(), "onnx", Settings.NONE.with("model", Optional.of(workspace.reference(model)))));
        for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
            String source = source(inputs, input.getKey());
            Path file = folder.resolve(source + "-" + RUNS + ".npy");
            Files.deleteIfExists(file);
            Npy.write(file, input.getValue());
            Settings settings = Settings.NONE
                    .with("use", Optional.of(new Value.Text("input")))
                    .with("file", Optional.of(workspace.reference(file)));
            edits.add(add(source, "tensor", settings));
            edits.add(new Edit.Connect(PortRef.of(source, "value"), new PortRef(component, input.getKey())));
        }
        for (String output : outputs) {
            String result = "result " + results.size();
            results.put(result, output);
            edits.add(add(result, "output", Settings.NONE));
            edits.add(new Edit.Connect(new PortRef(component, output), PortRef.of(result, "value")));
        }
        return edits;
    }

    private static Edit add(String name, String kind, Settings settings) {
        return new Edit.Add(new Node(new NodeId(name), kind, settings), new Position(0, 0));
    }
}
