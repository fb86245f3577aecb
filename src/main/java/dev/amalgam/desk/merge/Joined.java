package dev.amalgam.desk.merge;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Joins the bottom and what models make of it into one model, as an export does. */
final class Joined {
    private final CommonBottom common;
    private final GraphBuilder builder = new GraphBuilder("merged");
    private final Map<String, Ref> inputs = new HashMap<>();

    private Joined(CommonBottom common) {
        this.common = common;
    }

    /**
     * The joined model; its inputs are those of the sample, its outputs those of {@code given}.
     *
     * @param given what the models gave by themselves, by {@link #output}
     */
    static OnnxModel of(CommonBottom common, Sample sample, Map<String, Tensor> given) throws OnnxException {
        Joined joined = new Joined(common);
        sample.values().forEach((place, value) -> joined.inputs.put(place, joined.builder.input(place, value.type())));
        joined.join(given);
        return joined.builder.build();
    }

    /** What an output of a model is called among those of all. */
    static String output(Branch branch, String output) {
        return branch.of().name() + "/" + output;
    }

    private void join(Map<String, Tensor> given) throws OnnxException {
        Map<String, Ref> taps = splice("bottom", common.bottom(), bottomInputs());
        for (Branch branch : common.branches()) {
            Map<String, Ref> made = new HashMap<>();
            branch.ready().forEach((output, tap) -> made.put(output, ref(taps, tap)));
            if (branch.rest().isPresent()) {
                OnnxModel rest = branch.rest().get();
                made.putAll(splice(branch.of().name(), rest, restInputs(branch, rest, taps)));
            }
            for (Map.Entry<String, Ref> output : made.entrySet()) {
                String name = output(branch, output.getKey());
                TensorType type = Objects.requireNonNull(given.get(name)).type();
                builder.output(name, output.getValue(), type);
            }
        }
    }

    private Map<String, Ref> bottomInputs() {
        Map<String, Ref> connected = new LinkedHashMap<>();
        common.bottom().inspect().inputs().forEach(input -> connected.put(input.name(), ref(inputs, input.name())));
        return connected;
    }

    private Map<String, Ref> restInputs(Branch branch, OnnxModel rest, Map<String, Ref> taps) {
        Map<String, Ref> connected = new LinkedHashMap<>();
        for (Inspection.Value input : rest.inspect().inputs()) {
            String from = branch.from().get(input.name());
            connected.put(
                    input.name(), from == null ? ref(inputs, Sample.place(branch, input.name())) : ref(taps, from));
        }
        return connected;
    }

    private Map<String, Ref> splice(String name, OnnxModel part, Map<String, Ref> connected) throws OnnxException {
        Scope scope = builder.scope(name);
        List<String> outputs =
                part.inspect().outputs().stream().map(Inspection.Value::name).toList();
        return scope.splice(part, connected, outputs);
    }

    private static Ref ref(Map<String, Ref> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
