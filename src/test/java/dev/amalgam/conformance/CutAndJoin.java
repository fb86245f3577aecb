package dev.amalgam.conformance;

import dev.amalgam.desk.Desk;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a model in two at a tensor inside, joins the halves to one model again, and holds its outputs against those of the untouched
 * model, bit by bit, with all optimisations off: these may merge what a cut keeps apart.
 */
final class CutAndJoin {
    private static final RunOptions PLAIN = RunOptions.DEFAULT.withOptimisation(Optimisation.NONE);

    private final Desk desk;
    private final Path folder;
    private final Trial trial;
    private int joined;

    CutAndJoin(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
        this.trial = new Trial(desk, folder, PLAIN);
    }

    /** How many were joined. */
    int joined() {
        return joined;
    }

    /** Where the joined model gives something else, for the first {@code most} tensors inside. */
    List<String> differences(Path untouched, Map<String, Tensor> inputs, int most) throws RunException, IOException {
        OnnxModel model = OnnxModel.read(untouched);
        Inspection facts = model.inspect();
        Set<String> outputs = new LinkedHashSet<>();
        facts.outputs().forEach(output -> outputs.add(output.name()));
        Trial.Outcome whole = trial.run(untouched, inputs, outputs);
        Map<String, TensorType> types = InnerTypes.of(model, desk.worker(), folder);
        List<String> differences = new ArrayList<>();
        for (Inspection.Interior inside : facts.interior().stream().limit(most).toList()) {
            // What is no tensor, a sequence for one, cannot pass from one model to another.
            if (types.containsKey(inside.tensor())) {
                Path file = folder.resolve("joined.onnx");
                join(model, inside.tensor(), types).write(file);
                joined++;
                Trial.Outcome again = trial.run(file, inputs, outputs);
                if (!again.equals(whole)) {
                    differences.add(inside.tensor() + ": " + again + " instead of " + whole);
                }
            }
        }
        return differences;
    }

    private static OnnxModel join(OnnxModel model, String at, Map<String, TensorType> types) throws OnnxException {
        Inspection facts = model.inspect();
        List<String> outputs =
                facts.outputs().stream().map(Inspection.Value::name).toList();
        OnnxModel head = model.cut(List.of(at));
        OnnxModel tail = model.cut(List.of(at), outputs);
        GraphBuilder graph = new GraphBuilder("joined");
        Map<String, Ref> values = new HashMap<>();
        for (Inspection.Value input : facts.inputs()) {
            values.put(input.name(), graph.input(input.name(), types.get(input.name())));
        }
        values.putAll(graph.scope("head").splice(head, of(head, values), List.of(at)));
        Map<String, Ref> ends = graph.scope("tail").splice(tail, of(tail, values), outputs);
        for (String output : outputs) {
            graph.output(output, ends.get(output), types.get(output));
        }
        return graph.build();
    }

    private static Map<String, Ref> of(OnnxModel part, Map<String, Ref> values) {
        Map<String, Ref> wanted = new HashMap<>();
        part.inspect().inputs().forEach(input -> wanted.put(input.name(), values.get(input.name())));
        return wanted;
    }
}
