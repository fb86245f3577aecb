package dev.amalgam.desk.cost;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Model files that are there while something is measured. */
final class Models implements AutoCloseable {
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    Models(Path folder) {
        this.folder = folder;
    }

    /** A model that can be run. */
    record Ready(
            String name,
            OnnxModel model,
            Path path,
            long bytes,
            Map<String, Tensor> feeds,
            Set<String> outputs,
            List<NodeId> nodes) {
        Ready {
            feeds = Map.copyOf(feeds);
            outputs = Set.copyOf(outputs);
            nodes = List.copyOf(nodes);
        }
    }

    /** Writes a region's model; of these values, by name of input, those that it does not take are left out. */
    Ready ready(Region region, Map<String, Tensor> values) throws LoweringException, IOException {
        OnnxModel model = region.source().build();
        Path path = write(model);
        Map<String, Tensor> feeds = new HashMap<>(values);
        feeds.keySet().retainAll(region.inputs().keySet());
        return new Ready(
                region.name() + ".onnx",
                model,
                path,
                Files.size(path),
                feeds,
                region.outputs().keySet(),
                region.nodes());
    }

    Path write(OnnxModel model) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(UUID.randomUUID() + ".onnx");
        written.add(path);
        model.write(path);
        return path;
    }

    @Override
    public void close() throws IOException {
        for (Path path : written) {
            Files.deleteIfExists(path);
        }
    }
}
