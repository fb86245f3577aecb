package dev.amalgam.run.worker;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A model in the runtime.
 *
 * @param session the session
 * @param inputs the inputs that must be given
 * @param outputs the names of its outputs
 * @param lastNanos how long it last ran
 */
record LoadedModel(OrtSession session, Map<String, NodeInfo> inputs, Set<String> outputs, AtomicLong lastNanos) {
    /** Shorter than anybody needs to be told of before it is over. */
    private static final long QUICK_NANOS = 5_000_000;

    static LoadedModel of(OrtSession session) throws OrtException {
        return new LoadedModel(
                session, session.getInputInfo(), session.getOutputNames(), new AtomicLong(Long.MAX_VALUE));
    }

    /** Whether it will most likely be over before anybody could be told that it runs. */
    boolean isQuick() {
        return lastNanos.get() < QUICK_NANOS;
    }
}
