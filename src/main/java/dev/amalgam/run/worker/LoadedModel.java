package dev.amalgam.run.worker;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Set;

/**
 * A model in the runtime.
 *
 * @param session the session
 * @param inputs the inputs that must be given
 * @param outputs the names of its outputs
 */
record LoadedModel(OrtSession session, Map<String, NodeInfo> inputs, Set<String> outputs) {
    static LoadedModel of(OrtSession session) throws OrtException {
        return new LoadedModel(session, session.getInputInfo(), session.getOutputNames());
    }
}
