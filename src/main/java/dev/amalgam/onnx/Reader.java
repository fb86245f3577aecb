package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.amalgam.onnx.OnnxException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns bytes into a checked model. Weights stay slices of the mapped file. */
final class Reader {
    private final String origin;
    private final Limits limits;

    Reader(String origin, Limits limits) {
        this.origin = origin;
        this.limits = limits;
    }

    OnnxModel read(Path file) throws OnnxException {
        if (Files.isDirectory(file)) {
            throw new OnnxException(Reason.UNREADABLE, origin + " is a folder. Choose the .onnx file inside it.");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > limits.fileBytes()) {
                throw tooLarge(channel.size());
            }
            return parse(channel.map(MapMode.READ_ONLY, 0, channel.size()), Optional.of(file));
        } catch (OnnxException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new OnnxException(
                    Reason.UNREADABLE, "There is no file " + origin + ". Was it moved? Choose it again.", e);
        } catch (IOException e) {
            throw new OnnxException(
                    Reason.UNREADABLE, origin + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
        }
    }

    OnnxModel parse(ByteBuffer bytes, Optional<Path> file) throws OnnxException {
        WireCheck.check(bytes.duplicate(), origin);
        ModelProto model = proto(bytes);
        new Guard(model, origin, limits).check();
        new References(model, origin).check();
        Optional<Path> folder = file.map(path -> path.toAbsolutePath().getParent());
        ModelProto complete = new ExternalData(folder, origin).resolve(model);
        new SizeEstimate(complete, origin, limits).check();
        return new OnnxModel(complete, origin, file, Optional.of(bytes.asReadOnlyBuffer()), new WeightHashes());
    }

    private ModelProto proto(ByteBuffer bytes) throws OnnxException {
        try {
            CodedInputStream in =
                    UnsafeByteOperations.unsafeWrap(bytes.duplicate()).newCodedInput();
            in.enableAliasing(true);
            in.setRecursionLimit(limits.depth());
            return ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new OnnxException(Reason.UNREADABLE, origin + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** protobuf tells its refusals apart by their texts only. */
    private OnnxException refusal(InvalidProtocolBufferException e) {
        return String.valueOf(e.getMessage()).contains("too many levels of nesting")
                ? new OnnxException(
                        Reason.TOO_DEEP,
                        origin + " holds graphs within graphs more than " + limits.depth()
                                + " messages deep, which no real model does. Use a model from a source you trust.",
                        e)
                : new OnnxException(
                        Reason.DAMAGED,
                        origin + " begins like an ONNX model, but its content is damaged (" + e.getMessage()
                                + "). Download or export it again.",
                        e);
    }

    private OnnxException tooLarge(long size) {
        return new OnnxException(
                Reason.TOO_LARGE,
                origin + " has " + size + " bytes; a model file may have " + limits.fileBytes()
                        + ". Export it with its weights in a separate file.");
    }
}
