package dev.amalgam.export;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tensors inside a certificate: type, and the values as Base64 of the raw little-endian bytes or as a list of strings. */
final class TensorJson {
    private TensorJson() {}

    static Map<String, Object> write(Tensor tensor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", tensor.type().toString());
        if (tensor.element() == ElementType.STRING) {
            json.put("strings", tensor.strings());
        } else {
            byte[] bytes = new byte[tensor.bytes().remaining()];
            tensor.bytes().get(bytes);
            json.put("base64", Base64.getEncoder().encodeToString(bytes));
        }
        return json;
    }

    /** @throws IllegalArgumentException where it is no tensor */
    static Tensor read(Tree json) {
        TensorType type = TensorType.parse(json.text("type"));
        long[] dims = type.shape().dims().stream()
                .mapToLong(dim -> dim.known().orElseThrow(IllegalArgumentException::new))
                .toArray();
        if (!(type.element() instanceof ElementType element)) {
            throw new IllegalArgumentException("not an element type: " + type.element());
        }
        if (element == ElementType.STRING) {
            List<?> strings = json.get("strings", List.class);
            return Tensor.strings(dims, strings.stream().map(String::valueOf).toList());
        }
        return Tensor.of(element, dims, ByteBuffer.wrap(Base64.getDecoder().decode(json.text("base64"))));
    }
}
