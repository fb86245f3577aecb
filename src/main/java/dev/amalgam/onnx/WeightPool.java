package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * The weights of a graph under construction: equal ones are stored once, whatever they were called. What looks alike in a few
 * samples is compared in full, so that a weight of which there is one is read only when it is written.
 */
final class WeightPool {
    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 64;

    private final Map<Looks, List<String>> tokens = new HashMap<>();
    private final Map<String, TensorProto> byToken = new LinkedHashMap<>();

    /**
     * What equal weights have in common.
     *
     * @param header all but the values
     * @param bytes of the values
     * @param samples a checksum of some of them
     */
    private record Looks(TensorProto header, int bytes, long samples) {}

    /**
     * The token of this weight: that of an equal one, or a new one.
     *
     * @param token makes the new one
     */
    String add(TensorProto weight, Supplier<String> token) {
        TensorProto canonical = canonical(weight);
        List<String> alike = tokens.computeIfAbsent(looks(canonical), _ -> new ArrayList<>());
        for (String known : alike) {
            if (get(known).getRawData().equals(canonical.getRawData())) {
                return known;
            }
        }
        String fresh = token.get();
        byToken.put(fresh, canonical);
        alike.add(fresh);
        return fresh;
    }

    private static Looks looks(TensorProto weight) {
        ByteBuffer values = weight.getRawData().asReadOnlyByteBuffer().slice();
        CRC32C checksum = new CRC32C();
        int step = Math.max(SAMPLE_BYTES, values.capacity() / SAMPLES);
        for (int at = 0; at < values.capacity(); at += step) {
            checksum.update(values.slice(at, Math.min(SAMPLE_BYTES, values.capacity() - at)));
        }
        return new Looks(
                weight.toBuilder().clearRawData().build(), weight.getRawData().size(), checksum.getValue());
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
