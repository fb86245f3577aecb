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
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes models whose large weights lie in files of their own beside them, named by what they hold: models with equal weights
 * share the files, and a runtime that maps them shares the memory. External data as in
 * <a href="https://github.com/onnx/onnx/blob/main/docs/ExternalData.md">ONNX</a>; a list beside each model names its files.
 * For models that the program hands to its own runtime; nothing is forced to disk.
 */
public final class WeightFiles {
    /** Smaller weights, in bytes, stay in the model. */
    public static final int LEAST = 1 << 20;

    private WeightFiles() {}

    /**
     * Writes a model, and those of its large weights that are not there yet.
     *
     * @return the files of its weights
     */
    public static Set<Path> write(OnnxModel model, Path target) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        GraphProto.Builder graph = model.proto().getGraph().toBuilder();
        for (TensorProto.Builder weight : graph.getInitializerBuilderList()) {
            if (weight.getRawData().size() >= LEAST) {
                Path file = target.resolveSibling(
                        model.hashes().of(weight.clone().clearName().build()) + ".weight");
                put(weight.getRawData().asReadOnlyByteBuffer(), file);
                files.add(file);
                moveOut(weight, file);
            }
        }
        ModelProto outside = model.proto().toBuilder().setGraph(graph).build();
        Files.writeString(list(target), names(files));
        Writer.write(outside, target, model.origin());
        return files;
    }

    /** The files of a model's weights; none where it was not written here. */
    public static Set<Path> of(Path model) throws IOException {
        Path list = list(model);
        return Files.exists(list)
                ? Files.readAllLines(list).stream().map(model::resolveSibling).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Removes a model and its list, but not its weights, which others may have too. */
    public static void delete(Path model) throws IOException {
        Files.deleteIfExists(model);
        Files.deleteIfExists(list(model));
    }

    private static Path list(Path model) {
        return model.resolveSibling(model.getFileName() + ".weights");
    }

    private static String names(Set<Path> files) {
        return files.stream().map(file -> file.getFileName() + "\n").collect(Collectors.joining());
    }

    private static void moveOut(TensorProto.Builder weight, Path file) {
        weight.clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue(file.getFileName().toString()));
    }

    private static void put(ByteBuffer values, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path temporary = file.resolveSibling(UUID.randomUUID() + ".tmp");
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (values.hasRemaining()) {
                channel.write(values);
            }
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
