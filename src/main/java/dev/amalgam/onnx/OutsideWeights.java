package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Puts the weights of a model into one file beside it, as external data of
 * <a href="https://github.com/onnx/onnx/blob/main/docs/ExternalData.md">ONNX</a>. The file is named by what it holds, so that
 * one that a model refers to is never written over.
 */
final class OutsideWeights {
    /** Smaller ones stay in the model, in bytes: shapes and axes are read by every tool. */
    private static final int LEAST = 1 << 10;

    /** Where weights begin, so that a runtime can map them. */
    private static final int PAGE = 1 << 12;

    private static final int CHUNK = 1 << 24;

    private final MessageDigest digest = Hash.digest();
    private final List<Long> offsets = new ArrayList<>();
    private long end;

    /**
     * A model whose weights lie in a file.
     *
     * @param model that names the file
     * @param file beside where the model is to be
     */
    record Moved(ModelProto model, Path file) {}

    /** @param stem what the name of the file begins with */
    static Moved write(ModelProto model, Path folder, String stem) throws IOException {
        return new OutsideWeights().move(model, folder, stem);
    }

    private Moved move(ModelProto model, Path folder, String stem) throws IOException {
        Path fresh = folder.resolve("." + stem + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(model.getGraph(), fresh);
            Path file = folder.resolve(stem + "." + Hash.hex(digest).substring(0, 16) + ".data");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return new Moved(refer(model, file.getFileName().toString()), file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void fill(GraphProto graph, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (TensorProto weight : graph.getInitializerList()) {
                if (isMoved(weight)) {
                    put(channel, ByteBuffer.allocate((int) (-end & (PAGE - 1))));
                    offsets.add(end);
                    put(channel, weight.getRawData().asReadOnlyByteBuffer().slice());
                }
            }
            channel.force(true);
        }
    }

    private void put(FileChannel channel, ByteBuffer bytes) throws IOException {
        for (int at = 0; at < bytes.capacity(); at += CHUNK) {
            ByteBuffer chunk = bytes.slice(at, Math.min(CHUNK, bytes.capacity() - at));
            digest.update(chunk.duplicate());
            while (chunk.hasRemaining()) {
                end += channel.write(chunk);
            }
        }
    }

    private static boolean isMoved(TensorProto weight) {
        return weight.getRawData().size() >= LEAST;
    }

    private ModelProto refer(ModelProto model, String location) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        int next = 0;
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            if (isMoved(graph.getInitializer(i))) {
                graph.setInitializer(i, outside(graph.getInitializer(i), location, offsets.get(next++)));
            }
        }
        return model.toBuilder().setGraph(graph).build();
    }

    private static TensorProto outside(TensorProto weight, String location, long offset) {
        return weight.toBuilder()
                .clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", Long.toString(offset)))
                .addExternalData(
                        entry("length", Integer.toString(weight.getRawData().size())))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
