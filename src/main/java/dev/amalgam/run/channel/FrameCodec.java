package dev.amalgam.run.channel;

import dev.amalgam.graph.Optimisation;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepResult;
import dev.amalgam.tensor.ElementType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of each frame, of each run and of each small step as plain bytes, because JSON would take longer than all else that they
 * need beside the runtime. A first byte that no JSON begins with says which; then numbers, big-endian, and texts as UTF-8 behind their length.
 */
final class FrameCodec {
    private static final int ASKED = 1;
    private static final int ANSWERED = 2;
    private static final int FINISHED = 3;
    private static final int VALUES = 4;
    private static final int STARTED = 5;
    private static final int RUN = 6;

    private FrameCodec() {}

    /** The bytes of a frame; empty for other messages and for what failed, which are seldom. */
    static Optional<byte[]> encode(Object message) throws IOException {
        return switch (message) {
            case ToWorker.Run run -> bytes(RUN, run.id(), out -> write(out, run));
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
            case RUN -> Optional.of(readRun(in));
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

    private static void write(DataOutputStream out, ToWorker.Run run) throws IOException {
        writeRefs(out, run.feeds());
        out.writeInt(run.steps().size());
        for (Step step : run.steps()) {
            writeText(out, step.name());
            writeText(out, step.model().toString());
            writeNames(out, step.inputs());
            writeNames(out, step.outputs());
        }
        writeTexts(out, run.fetch());
        writeTexts(out, run.failed());
        RunOptions options = run.options();
        writeText(out, options.device());
        out.writeInt(options.threads());
        writeText(out, options.optimisation().name());
        out.writeLong(options.limit().toNanos());
    }

    private static ToWorker.Run readRun(DataInputStream in) throws IOException {
        int id = in.readInt();
        Map<String, TensorRef> feeds = readRefs(in);
        List<Step> steps = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(new Step(readText(in), Path.of(readText(in)), readNames(in), readNames(in)));
        }
        return new ToWorker.Run(id, feeds, steps, readTexts(in), readTexts(in), readOptions(in));
    }

    private static RunOptions readOptions(DataInputStream in) throws IOException {
        return new RunOptions(
                readText(in), in.readInt(), Optimisation.valueOf(readText(in)), Duration.ofNanos(in.readLong()));
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

    private static void writeNames(DataOutputStream out, Map<String, String> names) throws IOException {
        out.writeInt(names.size());
        for (Map.Entry<String, String> named : names.entrySet()) {
            writeText(out, named.getKey());
            writeText(out, named.getValue());
        }
    }

    private static Map<String, String> readNames(DataInputStream in) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            names.put(readText(in), readText(in));
        }
        return names;
    }

    private static void writeTexts(DataOutputStream out, Set<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            writeText(out, text);
        }
    }

    private static Set<String> readTexts(DataInputStream in) throws IOException {
        Set<String> texts = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(readText(in));
        }
        return texts;
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
