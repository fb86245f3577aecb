package dev.amalgam.run.channel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Messages on a pipe: a mark of four bytes, the length as a big-endian int32, and that many bytes of JSON, or those
 * of {@link FrameCodec}. The mark is there because native code may print to the same pipe, a crashing virtual machine for one: whatever stands between two
 * frames is handed to the reader as text.
 */
public final class Frames {
    /** The largest message; tensors do not travel in messages. */
    static final int MAX_BYTES = 16 << 20;

    /** The most that may stand between two frames. */
    static final int MAX_NOISE = 1 << 20;

    static final int MARK = 0xA3A1_6A3E;
    private static final int HEADER = 2 * Integer.BYTES;
    private static final JsonMapper JSON =
            JsonMapper.builder(factory()).addModule(paths()).build();

    private Frames() {}

    /** Without a table of all names ever seen: keys of values are names here, new ones in each message, for ever. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .build();
    }

    /** Paths as they are written: as URIs, the default, each would cost a look at the file system. */
    private static SimpleModule paths() {
        return new SimpleModule()
                .addSerializer(Path.class, ToStringSerializer.instance)
                .addDeserializer(Path.class, new FromStringDeserializer<Path>(Path.class) {
                    @Override
                    protected Path _deserialize(String text, DeserializationContext context) {
                        return Path.of(text);
                    }
                });
    }

    /**
     * Does once what the first message would wait for, so that it can be done while something else is awaited.
     *
     * @param sent a message of the kind to be sent
     * @param received the JSON of a message of the kind to be received
     */
    public static <T> void warmUp(Object sent, Class<T> type, String received) {
        JSON.writeValueAsBytes(sent);
        JSON.readValue(received, type);
    }

    /**
     * Writes one message, without flushing. Calls exclude each other.
     *
     * @throws IOException where the other end is gone, or the message is larger than {@link #MAX_BYTES}
     */
    public static void write(OutputStream out, Object message) throws IOException {
        byte[] body = FrameCodec.encode(message).orElseGet(() -> JSON.writeValueAsBytes(message));
        if (body.length > MAX_BYTES) {
            throw new IOException("A message of " + body.length + " bytes is over the limit of " + MAX_BYTES);
        }
        byte[] frame = ByteBuffer.allocate(HEADER + body.length)
                .putInt(MARK)
                .putInt(body.length)
                .put(body)
                .array();
        synchronized (out) {
            out.write(frame);
        }
    }

    /**
     * Reads the next message.
     *
     * @param noise gets what stood before it, if anything
     * @throws EOFException where the other end is gone
     * @throws IOException where what comes is not a message of this type
     */
    public static <T> T read(InputStream in, Class<T> type, Consumer<byte[]> noise) throws IOException {
        skipToMark(in, noise);
        int length = ByteBuffer.wrap(exactly(in, Integer.BYTES)).getInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("A message of " + length + " bytes is over the limit of " + MAX_BYTES);
        }
        byte[] body = exactly(in, length);
        Optional<Object> frame = FrameCodec.decode(body);
        return frame.isPresent() ? cast(frame.get(), type) : json(body, type);
    }

    private static <T> T cast(Object message, Class<T> type) throws IOException {
        if (!type.isInstance(message)) {
            throw new IOException("Not a message of this type: " + message);
        }
        return type.cast(message);
    }

    private static <T> T json(byte[] body, Class<T> type) throws IOException {
        try {
            T message = JSON.readValue(body, type);
            if (message == null) {
                throw new IOException("Not a message: null");
            }
            return message;
        } catch (JacksonException e) {
            throw new IOException("Not a message: " + e.getOriginalMessage(), e);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The other end is gone in the middle of a message");
        }
        return bytes;
    }

    private static void skipToMark(InputStream in, Consumer<byte[]> noise) throws IOException {
        ByteArrayOutputStream skipped = new ByteArrayOutputStream(0);
        try {
            int window = ByteBuffer.wrap(firstBytes(in, skipped)).getInt();
            while (window != MARK) {
                skipped.write(window >>> 24);
                if (skipped.size() > MAX_NOISE) {
                    throw new IOException("More than " + MAX_NOISE + " bytes that are no message");
                }
                window = window << 8 | next(in, window, skipped);
            }
        } finally {
            if (skipped.size() > 0) {
                noise.accept(skipped.toByteArray());
            }
        }
    }

    private static byte[] firstBytes(InputStream in, ByteArrayOutputStream skipped) throws IOException {
        byte[] first = in.readNBytes(Integer.BYTES);
        if (first.length < Integer.BYTES) {
            skipped.writeBytes(first);
            throw new EOFException("The other end is gone");
        }
        return first;
    }

    private static int next(InputStream in, int window, ByteArrayOutputStream skipped) throws IOException {
        int next = in.read();
        if (next < 0) {
            // The first byte of the window is already among the skipped.
            skipped.write(window >>> 16);
            skipped.write(window >>> 8);
            skipped.write(window);
            throw new EOFException("The other end is gone");
        }
        return next;
    }
}
