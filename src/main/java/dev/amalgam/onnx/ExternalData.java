package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.UnsafeByteOperations;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings weights that lie in other files into the model, as slices of those files mapped. A model may only name plain files
 * below its own folder: the runtime would follow a hard link to any file of this disk. Source: onnx, ExternalData.md.
 */
final class ExternalData {
    private final Optional<Path> folder;
    private final String origin;
    private final Map<String, Path> checked = new HashMap<>();

    ExternalData(Optional<Path> folder, String origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /** The model with every weight inside; the same where none is outside. */
    ModelProto resolve(ModelProto model) throws OnnxException {
        boolean[] any = new boolean[1];
        Graphs.forEachTensor(model, weight -> any[0] |= isExternal(weight));
        if (!any[0]) {
            return model;
        }
        ModelProto.Builder built = model.toBuilder().setGraph(resolve(model.getGraph()));
        for (int i = 0; i < model.getFunctionsCount(); i++) {
            built.setFunctions(i, resolve(model.getFunctions(i)));
        }
        return built.build();
    }

    private static boolean isExternal(TensorProto weight) {
        return weight.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    private FunctionProto resolve(FunctionProto function) throws OnnxException {
        FunctionProto.Builder built = function.toBuilder();
        for (int i = 0; i < function.getNodeCount(); i++) {
            built.setNode(i, resolve(function.getNode(i)));
        }
        return built.build();
    }

    private GraphProto resolve(GraphProto graph) throws OnnxException {
        GraphProto.Builder built = graph.toBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            built.setInitializer(i, resolve(graph.getInitializer(i)));
        }
        for (int i = 0; i < graph.getNodeCount(); i++) {
            built.setNode(i, resolve(graph.getNode(i)));
        }
        return built.build();
    }

    private NodeProto resolve(NodeProto node) throws OnnxException {
        NodeProto.Builder built = node.toBuilder();
        for (int i = 0; i < node.getAttributeCount(); i++) {
            built.setAttribute(i, resolve(node.getAttribute(i)));
        }
        return built.build();
    }

    private AttributeProto resolve(AttributeProto attribute) throws OnnxException {
        AttributeProto.Builder built = attribute.toBuilder();
        if (attribute.hasT()) {
            built.setT(resolve(attribute.getT()));
        }
        if (attribute.hasG()) {
            built.setG(resolve(attribute.getG()));
        }
        for (int i = 0; i < attribute.getTensorsCount(); i++) {
            built.setTensors(i, resolve(attribute.getTensors(i)));
        }
        for (int i = 0; i < attribute.getGraphsCount(); i++) {
            built.setGraphs(i, resolve(attribute.getGraphs(i)));
        }
        return built.build();
    }

    private TensorProto resolve(TensorProto weight) throws OnnxException {
        if (!isExternal(weight)) {
            return weight;
        }
        TensorProto inside = weight.toBuilder()
                .clearExternalData()
                .clearDataLocation()
                .setRawData(UnsafeByteOperations.unsafeWrap(map(weight)))
                .build();
        Guard.checkStored(inside, origin);
        return inside;
    }

    private ByteBuffer map(TensorProto weight) throws OnnxException {
        Map<String, String> facts = new HashMap<>();
        for (StringStringEntryProto fact : weight.getExternalDataList()) {
            facts.put(fact.getKey(), fact.getValue());
        }
        Path file = file(facts.getOrDefault("location", ""), weight);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long offset = number(facts, "offset", 0, weight);
            long length = number(facts, "length", needed(weight).orElse(channel.size() - offset), weight);
            if (offset < 0 || length < 0 || length > Integer.MAX_VALUE || offset > channel.size() - length) {
                throw new OnnxException(
                        Reason.MISSING_DATA,
                        "The weight " + weight.getName() + " of " + origin + " is said to be bytes " + offset + " to "
                                + (offset + length) + " of " + file.getFileName() + ", which has " + channel.size()
                                + ". Fetch both files again.");
            }
            return length == 0 ? ByteBuffer.allocate(0) : channel.map(MapMode.READ_ONLY, offset, length);
        } catch (OnnxException e) {
            throw e;
        } catch (IOException e) {
            throw new OnnxException(Reason.MISSING_DATA, missing(weight, file.toString()), e);
        }
    }

    private static Optional<Long> needed(TensorProto weight) {
        return ElementType.ofCode(weight.getDataType()).map(element -> element.bytes(Guard.elements(weight)));
    }

    private long number(Map<String, String> facts, String key, long otherwise, TensorProto weight)
            throws OnnxException {
        try {
            return facts.containsKey(key) ? Long.parseLong(facts.get(key).strip()) : otherwise;
        } catch (NumberFormatException e) {
            throw new OnnxException(
                    Reason.DAMAGED,
                    "The weight " + weight.getName() + " of " + origin + " has the " + key + " '" + facts.get(key)
                            + "', which is no number. Export the model again.",
                    e);
        }
    }

    private Path file(String location, TensorProto weight) throws OnnxException {
        Path known = checked.get(location);
        if (known == null) {
            known = check(location, weight);
            checked.put(location, known);
        }
        return known;
    }

    private Path check(String location, TensorProto weight) throws OnnxException {
        Path base = folder.orElseThrow(() -> new OnnxException(
                Reason.MISSING_DATA,
                origin + " has weights in " + location + ", but was not read from a file. Read it by its path."));
        Path relative = path(location, weight);
        Path file = base;
        for (Path part : relative) {
            file = file.resolve(part);
            if (part.toString().equals("..") || Files.isSymbolicLink(file)) {
                throw forbidden(
                        location, weight, part + (part.toString().equals("..") ? " leaves" : " is a link out of"));
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new OnnxException(Reason.MISSING_DATA, missing(weight, location));
        }
        if (links(file) > 1) {
            throw forbidden(location, weight, "it has a second name (a hard link), perhaps outside");
        }
        return file;
    }

    private Path path(String location, TensorProto weight) throws OnnxException {
        try {
            Path path = Path.of(location);
            if (location.isBlank() || path.isAbsolute() || path.getRoot() != null) {
                throw forbidden(location, weight, "it is not relative to");
            }
            return path;
        } catch (InvalidPathException e) {
            throw forbidden(location, weight, "that is no path inside");
        }
    }

    /** How many names the file has; 1 where the file system does not tell. */
    private static int links(Path file) throws OnnxException {
        try {
            return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                    : 1;
        } catch (IOException e) {
            throw new OnnxException(Reason.MISSING_DATA, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String missing(TensorProto weight, String location) {
        return "The weight " + weight.getName() + " of " + origin + " lies in the file " + location
                + ", which is not there or cannot be read. Put it beside the model.";
    }

    private OnnxException forbidden(String location, TensorProto weight, String why) {
        return new OnnxException(
                Reason.FORBIDDEN_PATH,
                "The weight " + weight.getName() + " of " + origin + " lies in '" + location + "': " + why
                        + " the model's folder. Copy the file beside the model.");
    }
}
