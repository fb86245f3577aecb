package dev.amalgam.run.worker;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A model in the runtime.
 *
 * @param session the session
 * @param inputs the inputs that must be given
 * @param outputs the names of its outputs
 * @param lastMs how long it last ran
 */
record LoadedModel(
        OrtSession session, Map<String, NodeInfo> inputs, Set<String> outputs, AtomicReference<Double> lastMs) {
    /** Shorter than anybody needs to be told of before it is over. */
    private static final double QUICK_MS = 5;

    static LoadedModel of(OrtSession session) throws OrtException {
        return new LoadedModel(
                session,
                session.getInputInfo(),
                session.getOutputNames(),
                new AtomicReference<>(Double.POSITIVE_INFINITY));
    }

    /** Whether it will most likely be over before anybody could be told that it runs. */
    boolean isQuick() {
        return lastMs.get() < QUICK_MS;
    }
}
