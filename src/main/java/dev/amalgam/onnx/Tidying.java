package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Drops weights that nothing reads, operators that no output needs, and all but one of equal weights. */
final class Tidying {
    private Tidying() {}

    static OnnxModel of(OnnxModel model) throws OnnxException {
        Workpiece piece = new Workpiece(model);
        Map<String, String> firsts = new HashMap<>();
        Map<String, String> doubles = new HashMap<>();
        piece.weights().forEach((name, weight) -> {
            TensorProto canonical = WeightPool.canonical(weight);
            String first = firsts.putIfAbsent(model.hashes().of(canonical), name);
            if (first != null && !piece.isOutput(name)) {
                doubles.put(name, first);
            }
        });
        Set<String> gone = new HashSet<>(doubles.keySet());
        piece.removeWeights(gone);
        piece.redirect(doubles);
        return piece.swept();
    }
}
