package dev.amalgam.run.worker;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import dev.amalgam.run.StepFailure;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.tensor.ElementType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds values against what a model expects, because the runtime misses some faults and words others badly. */
final class Inputs {
    private Inputs() {}

    static Optional<StepFailure> check(LoadedModel model, Map<String, OnnxTensor> given, Set<String> wanted) {
        return foreign("input", given.keySet(), model.inputs().keySet())
                .or(() -> foreign("output", wanted, model.outputs()))
                .or(() -> check(model, given));
    }

    private static Optional<StepFailure> foreign(String what, Set<String> named, Set<String> known) {
        return named.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> new StepFailure.Refused(
                        "the model has no " + what + " '" + name + "'; it has " + String.join(", ", known)));
    }

    private static Optional<StepFailure> check(LoadedModel model, Map<String, OnnxTensor> given) {
        for (NodeInfo node : model.inputs().values()) {
            Optional<StepFailure> failure = check(node, given);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<StepFailure> check(NodeInfo node, Map<String, OnnxTensor> given) {
        String name = node.getName();
        OnnxTensor value = given.get(name);
        if (!(node.getInfo() instanceof TensorInfo expected)) {
            return Optional.of(new StepFailure.Refused("the input '" + name + "' is no tensor (" + node.getInfo()
                    + "), and only tensors pass between nodes"));
        }
        if (value == null) {
            return Optional.of(new StepFailure.MissingInput(name, text(expected)));
        }
        TensorInfo got = value.getInfo();
        OptionalInt dimension = disagreeing(expected.getShape(), got.getShape());
        boolean fits = expected.onnxType == got.onnxType && sameRank(expected, got) && dimension.isEmpty();
        return fits
                ? Optional.empty()
                : Optional.of(new StepFailure.WrongInput(name, dimension, text(expected), text(got)));
    }

    /** The runtime reports no axes both for a single number and where nothing is known; so nothing is held against it. */
    private static boolean sameRank(TensorInfo expected, TensorInfo got) {
        return expected.getShape().length == 0 || expected.getShape().length == got.getShape().length;
    }

    private static OptionalInt disagreeing(long[] expected, long[] got) {
        for (int axis = 0; axis < expected.length && expected.length == got.length; axis++) {
            if (expected[axis] >= 0 && expected[axis] != got[axis]) {
                return OptionalInt.of(axis);
            }
        }
        return OptionalInt.empty();
    }

    private static String text(TensorInfo info) {
        String element = OrtTensors.element(info).map(ElementType::toString).orElse(info.onnxType.name());
        return Ports.axes(info).stream().map(Inputs::text).collect(Collectors.joining(",", element + "[", "]"));
    }

    private static String text(FromWorker.Axis axis) {
        if (axis.size() >= 0) {
            return Long.toString(axis.size());
        }
        return axis.name().isEmpty() ? "?" : axis.name();
    }
}
