package dev.amalgam.cli;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.Npy;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of an amalgamation that can be given other files. */
record Inputs(Typing typing, String fileName) {
    /** An input. */
    record Input(NodeId node, boolean picture) {
        /** The values in a file. */
        Tensor read(Path path) throws KindException, ProjectException {
            boolean numpy = path.toString().endsWith(".npy");
            return picture && !numpy ? Pictures.read(path) : Npy.read(path);
        }
    }

    Map<NodeId, Tensor> read(Map<String, Path> files) throws Failure, KindException, ProjectException {
        Map<NodeId, Tensor> values = new HashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Input input = named(file.getKey());
            if (!Files.isRegularFile(file.getValue())) {
                throw new Failure(Exit.FILE, "There is no file '" + file.getValue() + "'. Check the path.");
            }
            values.put(input.node(), input.read(file.getValue()));
        }
        return values;
    }

    Input named(String name) throws Failure {
        List<TypedNode> sources =
                typing.ordered().stream().filter(Inputs::isSource).toList();
        Optional<TypedNode> found =
                sources.stream().filter(node -> node.id().name().equals(name)).findFirst();
        if (found.isEmpty()) {
            List<String> names = sources.stream().map(node -> node.id().name()).toList();
            throw new Failure(
                    Exit.USAGE,
                    fileName + " has no input named '" + name + "'. It has: " + String.join(", ", names) + ".");
        }
        var type = found.get().outputs().firstEntry().getValue().type();
        boolean picture =
                type.element() == ElementType.UINT8 && type.shape().dims().size() == 3;
        return new Input(found.get().id(), picture);
    }

    private static boolean isSource(TypedNode node) {
        try {
            Optional<Feed> feed = node.kind().feed(node.chosen());
            return feed.isPresent();
        } catch (KindException e) {
            return false;
        }
    }
}
