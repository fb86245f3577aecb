package dev.amalgam.run.channel;

import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.ElementType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of each frame and of each small step as plain bytes, because JSON would take longer than all else that they
 * need beside the runtime. A first byte that no JSON begins with says which; then numbers, big-endian, and texts as UTF-8 behind their length.
 */
final class FrameCodec {
    private static final int ASKED = 1;
    private static final int ANSWERED = 2;
    private static final int FINISHED = 3;
    private static final int VALUES = 4;
    private static final int STARTED = 5;

    private FrameCodec() {}

    /** The bytes of a frame; empty for other messages and for what failed, which are seldom. */
    static Optional<byte[]> encode(Object message) throws IOException {
        return switch (message) {
            case ToWorker.Frame frame -> bytes(ASKED, frame.id(), out -> write(out, frame));
            case FromWorker.Frame frame
            when frame.failure().isEmpty() -> bytes(ANSWERED, frame.id(), out -> write(out, frame));
            case FromWorker.Finished finished
            when finished.result().failure().isEmpty() ->
                bytes(FINISHED, finished.id(), out -> write(out, finished.result()));
            case FromWorker.Started started -> bytes(STARTED, started.id(), out -> write(out, started));
            case FromWorker.Values some -> bytes(VALUES, some.id(), out -> writeRefs(out, some.values()));
            default -> Optional.empty();
        };
    }

    /** The message of such bytes; empty where they are none. @throws IOException where they end too soon */
    static Optional<Object> decode(byte[] body) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        return switch (in.read()) {
            case ASKED -> Optional.of(new ToWorker.Frame(in.readInt(), in.readInt(), readRefs(in)));
            case ANSWERED ->
                Optional.of(new FromWorker.Frame(
                        in.readInt(),
                        readRefs(in),
                        in.readDouble(),
                        readText(in),
                        Optional.of(readText(in)).filter(note -> !note.isEmpty()),
                        Optional.empty()));
            case FINISHED ->
                Optional.of(new FromWorker.Finished(
                        in.readInt(),
                        new StepResult(
                                readText(in), in.readDouble(), in.readDouble(), in.readBoolean(), Optional.empty())));
            case STARTED -> Optional.of(new FromWorker.Started(in.readInt(), readText(in), in.readBoolean()));
            case VALUES -> Optional.of(new FromWorker.Values(in.readInt(), readRefs(in)));
            default -> Optional.empty();
        };
    }

    /** What follows the kind and the number of a message. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static Optional<byte[]> bytes(int kind, int id, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(kind);
        out.writeInt(id);
        content.write(out);
        return Optional.of(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, ToWorker.Frame asked) throws IOException {
        out.writeInt(asked.lane());
        writeRefs(out, asked.feeds());
    }

    private static void write(DataOutputStream out, FromWorker.Frame answered) throws IOException {
        writeRefs(out, answered.values());
        out.writeDouble(answered.ms());
        writeText(out, answered.device());
        writeText(out, answered.deviceNote().orElse(""));
    }

    private static void write(DataOutputStream out, StepResult finished) throws IOException {
        writeText(out, finished.step());
        out.writeDouble(finished.ms());
        out.writeDouble(finished.loadMs());
        out.writeBoolean(finished.cached());
    }

    private static void write(DataOutputStream out, FromWorker.Started started) throws IOException {
        writeText(out, started.step());
        out.writeBoolean(started.quick());
    }

    private static void writeRefs(DataOutputStream out, Map<String, TensorRef> refs) throws IOException {
        out.writeInt(refs.size());
        for (Map.Entry<String, TensorRef> named : refs.entrySet()) {
            TensorRef ref = named.getValue();
            writeText(out, named.getKey());
            out.writeByte(ref.element().code());
            out.writeInt(ref.dims().size());
            for (long size : ref.dims()) {
                out.writeLong(size);
            }
            out.writeInt(ref.file());
            out.writeLong(ref.offset());
            out.writeLong(ref.length());
        }
    }

    private static Map<String, TensorRef> readRefs(DataInputStream in) throws IOException {
        Map<String, TensorRef> refs = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            refs.put(readText(in), readRef(in));
        }
        return refs;
    }

    private static TensorRef readRef(DataInputStream in) throws IOException {
        int code = in.readUnsignedByte();
        ElementType element = ElementType.ofCode(code)
                .orElseThrow(() -> new IOException("Not a message: there is no element type " + code));
        int axes = in.readInt();
        List<Long> dims = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            dims.add(in.readLong());
        }
        return new TensorRef(element, dims, in.readInt(), in.readLong(), in.readLong());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("Not a message: a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
