package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The weights of a graph under construction: equal ones are stored once, whatever they were called. */
final class WeightPool {
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, TensorProto> byToken = new LinkedHashMap<>();

    /**
     * The token of this weight: that of an equal one, or a new one.
     *
     * @param hashes remembers the hashes of the model that the weight is from
     * @param token makes the new one
     */
    String add(TensorProto weight, WeightHashes hashes, Supplier<String> token) {
        TensorProto canonical = canonical(weight);
        return tokens.computeIfAbsent(hashes.of(canonical), key -> {
            String fresh = token.get();
            byToken.put(fresh, canonical);
            return fresh;
        });
    }

    boolean contains(String token) {
        return byToken.containsKey(token);
    }

    Collection<String> tokens() {
        return byToken.keySet();
    }

    TensorProto get(String token) {
        return Objects.requireNonNull(byToken.get(token), token);
    }

    /** Numbers always as raw bytes, texts never, no name, no notes: equal weights are equal messages. Raw bytes are shared. */
    static TensorProto canonical(TensorProto weight) {
        TensorProto.Builder built =
                TensorProto.newBuilder().setDataType(weight.getDataType()).addAllDims(weight.getDimsList());
        if (weight.getDataType() == ElementType.STRING.code()) {
            // The runtime refuses texts that have raw bytes too, even none.
            return built.addAllStringData(weight.getStringDataList()).build();
        }
        if (weight.hasRawData()) {
            return built.setRawData(weight.getRawData()).build();
        }
        return Tensors.toTensor(weight)
                .map(Tensor::bytes)
                .map(bytes ->
                        built.setRawData(UnsafeByteOperations.unsafeWrap(bytes)).build())
                .orElseGet(() -> weight.toBuilder().clearName().clearDocString().build());
    }
}
