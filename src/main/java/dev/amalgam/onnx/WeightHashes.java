package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What weights are equal: hashes of element type, sizes and values. One instance belongs to a model and all models cut from
 * it, so that a large weight is hashed once however often the model is joined into a graph.
 */
final class WeightHashes {
    /** By identity: to compare the values themselves would cost what the hash is to save. */
    private final Map<ByteString, String> byValues = Collections.synchronizedMap(new IdentityHashMap<>());

    /** The hash of a weight in its canonical form (see {@link WeightPool}); its name plays no part. */
    String of(TensorProto weight) {
        TensorProto header = weight.toBuilder().clearName().clearRawData().build();
        String values = byValues.computeIfAbsent(weight.getRawData(), raw -> Hash.sha256(raw.asReadOnlyByteBuffer()));
        MessageDigest digest = Hash.digest();
        digest.update(header.toByteArray());
        digest.update(values.getBytes(StandardCharsets.US_ASCII));
        return Hash.hex(digest);
    }
}
