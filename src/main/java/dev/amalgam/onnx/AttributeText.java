package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Attributes as people type them: {@code 1}, {@code 0.5}, {@code [1, 2]}, {@code SAME_UPPER}. */
final class AttributeText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private AttributeText() {}

    /** @param like the type that it has so far; where it has none, what is typed tells */
    static AttributeProto parse(String name, String value, Optional<AttributeType> like) throws SurgeryException {
        AttributeType type = like.orElseGet(() -> typeOf(value));
        AttributeProto.Builder built = AttributeProto.newBuilder().setName(name).setType(type);
        try {
            return switch (type) {
                case INT -> built.setI(Long.parseLong(value)).build();
                case FLOAT -> built.setF(Float.parseFloat(value)).build();
                case STRING -> built.setS(ByteString.copyFromUtf8(value)).build();
                case INTS ->
                    built.addAllInts(items(value).stream().map(Long::valueOf).toList())
                            .build();
                case FLOATS ->
                    built.addAllFloats(items(value).stream().map(Float::valueOf).toList())
                            .build();
                case STRINGS ->
                    built.addAllStrings(items(value).stream()
                                    .map(ByteString::copyFromUtf8)
                                    .toList())
                            .build();
                default -> throw refused(name, value, type);
            };
        } catch (NumberFormatException e) {
            throw refused(name, value, type);
        }
    }

    private static SurgeryException refused(String name, String value, AttributeType type) {
        return new SurgeryException(
                "the attribute '" + name + "' is of the type " + type + " and cannot be '" + value + "'",
                "Write whole numbers as 1, others as 0.5, lists as [1, 2]");
    }

    private static AttributeType typeOf(String value) {
        boolean list = value.startsWith("[") && value.endsWith("]");
        List<String> items = list ? items(value) : List.of(value);
        if (items.stream().allMatch(item -> WHOLE.matcher(item).matches())) {
            return list ? AttributeType.INTS : AttributeType.INT;
        }
        if (items.stream().allMatch(item -> REAL.matcher(item).matches())) {
            return list ? AttributeType.FLOATS : AttributeType.FLOAT;
        }
        return list ? AttributeType.STRINGS : AttributeType.STRING;
    }

    private static List<String> items(String list) {
        String inner = list.replaceAll("^\\[|\\]$", "").strip();
        return inner.isEmpty()
                ? List.of()
                : Arrays.stream(inner.split(",")).map(String::strip).toList();
    }
}
