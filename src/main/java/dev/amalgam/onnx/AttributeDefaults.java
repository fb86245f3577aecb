package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Which attributes say only what holds without them. The table itself is {@code defaults.txt}. */
final class AttributeDefaults {
    /** By {@code Operator.attribute}. */
    private static final Map<String, String> USUAL = load();

    private AttributeDefaults() {}

    /** Whether the node means the same without the attribute. */
    static boolean isUsual(NodeProto node, AttributeProto attribute) {
        if (!Tensors.isDefault(node.getDomain()) || !attribute.getRefAttrName().isEmpty()) {
            return false;
        }
        String usual = USUAL.get(node.getOpType() + "." + attribute.getName());
        if (usual == null) {
            return false;
        }
        // Momentum moves the statistics that batch normalisation gives as further results.
        return usual.equals("*") ? node.getOutputCount() == 1 : says(attribute, usual);
    }

    private static boolean says(AttributeProto attribute, String usual) {
        return switch (attribute.getType()) {
            case INT -> Long.toString(attribute.getI()).equals(usual);
            case FLOAT -> isNumber(usual) && attribute.getF() == Float.parseFloat(usual);
            case STRING -> attribute.getS().equals(ByteString.copyFromUtf8(usual));
            case INTS ->
                usual.endsWith("…")
                        && attribute.getIntsList().stream()
                                .map(String::valueOf)
                                .allMatch(usual.substring(0, usual.length() - 1)::equals);
            default -> false;
        };
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9.]+(e-?[0-9]+)?");
    }

    private static Map<String, String> load() {
        InputStream table = Objects.requireNonNull(AttributeDefaults.class.getResourceAsStream("defaults.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Map<String, String> usual = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line.split(" "), usual));
            return usual;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String[] words, Map<String, String> usual) {
        Stream.of(Arrays.copyOfRange(words, 1, words.length)).forEach(word -> {
            String[] sides = word.split("=", 2);
            usual.put(words[0] + "." + sides[0], sides[1]);
        });
    }
}
