package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.amalgam.onnx.OnnxException.Reason;
import java.nio.ByteBuffer;

/**
 * Looks at the outermost fields of a file, before anything is allocated for it: is this ONNX, and is it all there? Source:
 * the protobuf wire format, and {@code ModelProto} in onnx.proto3.
 */
final class WireCheck {
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final ByteBuffer bytes;
    private final String origin;
    private boolean graph;
    private boolean version;

    private WireCheck(ByteBuffer bytes, String origin) {
        this.bytes = bytes;
        this.origin = origin;
    }

    static void check(ByteBuffer bytes, String origin) throws OnnxException {
        if (!bytes.hasRemaining()) {
            throw new OnnxException(Reason.EMPTY, origin + " is empty (0 bytes). Download or export the model again.");
        }
        new WireCheck(bytes, origin).scan();
    }

    private void scan() throws OnnxException {
        while (bytes.hasRemaining()) {
            int start = bytes.position();
            field();
            if (start == 0 && bytes.position() == 0) {
                throw notOnnx();
            }
        }
        if (!graph && version) {
            throw truncated("it has no graph");
        }
        if (!graph) {
            throw notOnnx();
        }
    }

    private void field() throws OnnxException {
        long tag = varint();
        int number = (int) (tag >>> 3);
        int wire = (int) (tag & 7);
        requireKnown(number, wire);
        if (wire == VARINT) {
            varint();
            version |= number == ModelProto.IR_VERSION_FIELD_NUMBER;
        } else {
            long length = varint();
            if (length < 0 || length > bytes.remaining()) {
                throw graph || version
                        ? truncated(
                                "a part of " + length + " bytes is declared where " + bytes.remaining() + " are left")
                        : notOnnx();
            }
            graph |= number == ModelProto.GRAPH_FIELD_NUMBER;
            bytes.position(bytes.position() + (int) length);
        }
    }

    /** Known fields must have their wire type; unknown ones are from a newer format, but not just any bytes. */
    private void requireKnown(int number, int wire) throws OnnxException {
        boolean number1or5 =
                number == ModelProto.IR_VERSION_FIELD_NUMBER || number == ModelProto.MODEL_VERSION_FIELD_NUMBER;
        boolean known = ModelProto.getDescriptor().findFieldByNumber(number) != null;
        boolean plausible = known
                ? wire == (number1or5 ? VARINT : BYTES)
                : number > 0 && number < 1000 && (wire == VARINT || wire == BYTES);
        if (!plausible) {
            throw notOnnx();
        }
    }

    private long varint() throws OnnxException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw graph || version ? truncated("it ends within a number") : notOnnx();
            }
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw notOnnx();
    }

    private OnnxException truncated(String how) {
        return new OnnxException(
                Reason.TRUNCATED,
                origin + " is incomplete: " + how + ". Probably a download broke off; fetch the file again.");
    }

    private OnnxException notOnnx() {
        return new OnnxException(
                Reason.NOT_ONNX, origin + " is not an ONNX model. Choose a file that was exported as .onnx.");
    }
}
