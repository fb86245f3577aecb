package dev.amalgam.run.worker;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.amalgam.run.channel.FromWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The types of a model's inputs and outputs, from the runtime's own inference. */
final class Ports {
    private Ports() {}

    /** Loads the model without rewriting it, so that every tensor is still there. What is no tensor is left out. */
    static Map<String, FromWorker.Port> of(NativeRuntime runtime, String model) throws OrtException, IOException {
        if (!Files.exists(Path.of(model))) {
            throw new NoSuchFileException(model);
        }
        Map<String, FromWorker.Port> ports = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            options.disablePerSessionThreads();
            // Weights are only looked at, so packing them for speed would be lost time.
            options.addConfigEntry("session.disable_prepacking", "1");
            try (OrtSession session = runtime.environment().createSession(model, options)) {
                session.getInputInfo().values().forEach(info -> add(ports, info));
                session.getOutputInfo().values().forEach(info -> add(ports, info));
            }
        }
        return ports;
    }

    private static void add(Map<String, FromWorker.Port> ports, NodeInfo node) {
        if (node.getInfo() instanceof TensorInfo info) {
            OrtTensors.element(info)
                    .ifPresent(element -> ports.put(node.getName(), new FromWorker.Port(element, axes(info))));
        }
    }

    /** The sizes with their names, as the runtime tells both. */
    static List<FromWorker.Axis> axes(TensorInfo info) {
        long[] sizes = info.getShape();
        String[] names = info.getDimensionNames();
        return IntStream.range(0, sizes.length)
                .mapToObj(axis -> new FromWorker.Axis(sizes[axis], axis < names.length ? names[axis] : ""))
                .toList();
    }
}
