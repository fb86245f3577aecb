package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tensors in files of their own, as the conformance set of ONNX has them. */
public final class Protos {
    private Protos() {}

    /** A tensor and the name that it has in its file, which may be empty. */
    public record Named(String name, Tensor tensor) {}

    /** What is in a file; empty where it is no tensor, but a sequence or nothing. */
    public static Optional<Named> read(Path file) throws IOException {
        try {
            TensorProto proto = TensorProto.parseFrom(Files.readAllBytes(file));
            return Tensors.toTensor(proto).map(tensor -> new Named(proto.getName(), tensor));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
