package dev.amalgam.run.engine;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.WeightFiles;
import dev.amalgam.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The models of regions as files, where the worker can load them; each content is written once. Every change of a node makes
 * another model, so those that were not used for longest go when all take too much room.
 */
final class ModelFiles {
    private static final long MOST_BYTES = 1L << 30;

    private final Path folder;
    private final long most;
    private final Map<Path, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Path, Set<Path>> weights = new HashMap<>();
    /** Of each file of weights, which models may share, counted once. */
    private final Map<Path, Long> weightSizes = new HashMap<>();

    private final Set<Path> inUse = new HashSet<>();
    private final Map<Path, Integer> held = new HashMap<>();

    /** @param folder of nobody else; made when it is first needed */
    ModelFiles(Path folder) {
        this(folder, MOST_BYTES);
    }

    ModelFiles(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * The file of a region's model, which stays at least until the next {@link #trim}.
     *
     * @throws RunException where it cannot be written
     */
    Path file(Region region) throws LoweringException, RunException {
        return file(region, (model, file) -> model.write(file));
    }

    /** The same for one of several models that may have the same large weights, which lie in files of their own. */
    Path sharing(Region region) throws LoweringException, RunException {
        return file(region, (model, file) -> {
            Set<Path> files = WeightFiles.write(model, file);
            weights.put(file, files);
            for (Path weight : files) {
                weightSizes.put(weight, Files.size(weight));
            }
        });
    }

    private interface Form {
        void write(OnnxModel model, Path file) throws IOException;
    }

    private Path file(Region region, Form form) throws LoweringException, RunException {
        Path file = path(region);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                form.write(region.source().build(), file);
            }
            sizes.put(file, Files.size(file));
        } catch (IOException e) {
            throw new RunException(
                    "The model of '" + region.name() + "' cannot be written for the worker (" + e.getMessage()
                            + "). Make room in the folder for temporary files.",
                    e);
        }
        inUse.add(file);
        return file;
    }

    /** As {@link #file}; it stays until it was let go of as often as it was held. */
    void hold(Region region) throws LoweringException, RunException {
        held.merge(file(region), 1, Integer::sum);
    }

    void letGo(Region region) {
        held.computeIfPresent(path(region), (_, times) -> times == 1 ? null : times - 1);
    }

    private Path path(Region region) {
        return folder.resolve(region.modelKey() + ".onnx");
    }

    /** Makes room, once a run is over. */
    void trim() throws IOException {
        long bytes = sum(sizes) + sum(weightSizes);
        Iterator<Map.Entry<Path, Long>> eldest = sizes.entrySet().iterator();
        while (bytes > most && eldest.hasNext()) {
            Map.Entry<Path, Long> model = eldest.next();
            if (!inUse.contains(model.getKey()) && !held.containsKey(model.getKey())) {
                long before = sum(weightSizes);
                WeightFiles.delete(model.getKey());
                Set<Path> had = weights.remove(model.getKey());
                deleteUnused(had == null ? Set.of() : had);
                bytes -= model.getValue() + before - sum(weightSizes);
                eldest.remove();
            }
        }
        inUse.clear();
    }

    private void deleteUnused(Set<Path> files) throws IOException {
        for (Path file : files) {
            if (weights.values().stream().noneMatch(others -> others.contains(file))) {
                Files.deleteIfExists(file);
                weightSizes.remove(file);
            }
        }
    }

    private static long sum(Map<Path, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
