package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import dev.amalgam.onnx.OnnxException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes a model so that a crash leaves the old file or the new one, never half of one. */
final class Writer {
    private static final int CHUNK = 1 << 20;

    private Writer() {}

    static void write(ModelProto model, Path target, String origin) throws IOException {
        requireFits(model, origin);
        Path absolute = target.toAbsolutePath();
        Path folder = Objects.requireNonNull(absolute.getParent(), "a file has a folder");
        Path temporary = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            fill(model, temporary);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(ModelProto model, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                OutputStream out = Channels.newOutputStream(channel)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out, CHUNK);
            model.writeTo(coded);
            coded.flush();
            channel.force(true);
        }
    }

    /** Makes the move itself last; Windows can neither open a folder nor needs it. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** protobuf counts bytes in an int. */
    private static void requireFits(ModelProto model, String origin) throws OnnxException {
        long[] bytes = new long[1];
        Graphs.forEachTensor(model, weight -> bytes[0] += weight.getRawData().size());
        if (bytes[0] > Integer.MAX_VALUE - (64L << 20)) {
            throw new OnnxException(
                    Reason.TOO_LARGE,
                    origin + " has " + bytes[0] + " bytes of weights; one ONNX file holds less than 2 GiB. "
                            + "Use smaller models, or weights of fewer bits.");
        }
    }
}
