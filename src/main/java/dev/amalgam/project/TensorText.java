package dev.amalgam.project;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The values of a tensor as text that other programs read; each number in the fewest digits that give it back exactly. */
public final class TensorText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TensorText() {}

    /** The value at a place in row-major order; {@code ?} for element types without numbers that could be shown. */
    public static String at(Tensor tensor, long index) {
        int i = Math.toIntExact(index);
        ByteBuffer bytes = tensor.bytes();
        return switch (tensor.element()) {
            case STRING -> tensor.strings().get(i);
            case FLOAT32 -> Float.toString(bytes.getFloat(i * Float.BYTES));
            case FLOAT64 -> Double.toString(bytes.getDouble(i * Double.BYTES));
            case FLOAT16 -> Float.toString(Float.float16ToFloat(bytes.getShort(i * Short.BYTES)));
            case BFLOAT16 -> Float.toString(Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE));
            case BOOL, UINT8 -> Integer.toString(Byte.toUnsignedInt(bytes.get(i)));
            case INT8 -> Byte.toString(bytes.get(i));
            case UINT16 -> Integer.toString(Short.toUnsignedInt(bytes.getShort(i * Short.BYTES)));
            case INT16 -> Short.toString(bytes.getShort(i * Short.BYTES));
            case UINT32 -> Integer.toUnsignedString(bytes.getInt(i * Integer.BYTES));
            case INT32 -> Integer.toString(bytes.getInt(i * Integer.BYTES));
            case UINT64 -> Long.toUnsignedString(bytes.getLong(i * Long.BYTES));
            case INT64 -> Long.toString(bytes.getLong(i * Long.BYTES));
            default -> "?";
        };
    }

    /**
     * Lines of values with commas between them: one line for each row of the last axis, whatever axes are around it. Texts
     * stand in quotation marks where they have to (RFC 4180).
     */
    public static String csv(Tensor tensor) {
        long columns = columns(tensor);
        StringBuilder csv = new StringBuilder();
        for (long i = 0; i < tensor.elements(); i++) {
            csv.append(cell(at(tensor, i))).append((i + 1) % columns == 0 ? '\n' : ',');
        }
        return csv.toString();
    }

    private static long columns(Tensor tensor) {
        long[] dims = tensor.dims();
        return dims.length == 0 ? 1 : Math.max(1, dims[dims.length - 1]);
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** Lists in lists, one level for each axis; {@code null} for what is not a finite number, which JSON has no word for. */
    public static String json(Tensor tensor) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(json, tensor, 0, 0, tensor.elements());
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Tensor tensor, int axis, long from, long count) {
        long[] dims = tensor.dims();
        if (axis == dims.length) {
            value(json, tensor, from);
            return;
        }
        json.writeStartArray();
        long each = dims[axis] == 0 ? 0 : count / dims[axis];
        for (long i = 0; i < dims[axis]; i++) {
            write(json, tensor, axis + 1, from + i * each, each);
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Tensor tensor, long index) {
        String value = at(tensor, index);
        if (tensor.element() == ElementType.STRING) {
            json.writeString(value);
        } else if (value.matches("NaN|-?Infinity|\\?")) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }
}
