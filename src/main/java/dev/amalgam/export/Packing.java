package dev.amalgam.export;

import dev.amalgam.compile.Joined;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.export.Manifest.Part;
import dev.amalgam.export.Manifest.Weight;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.part.WeightSource;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.project.FileRefs;
import dev.amalgam.project.PackedProject;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs an amalgamation for the model that is made of it: models and large weights are in the model anyway, other files come
 * along where they are small. What flows into sources, such as a photo, stays with whoever exports.
 */
final class Packing {
    private static final long LARGEST_FILE = 256 << 10;
    private static final long MOST_BYTES = 8 << 20;

    private final Typing typing;
    private final Components components;
    private final Joined joined;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private long room = MOST_BYTES;

    Packing(Typing typing, Joined joined) throws KindException {
        this.typing = typing;
        this.components = typing.components();
        this.joined = joined;
        for (Ingredient ingredient : Ingredient.of(typing)) {
            pack(ingredient);
        }
    }

    /** The amalgamation, without the folders of whoever exports. */
    PackedProject project() {
        Amalgamation graph = FileRefs.map(typing.graph(), this::withoutFolder);
        return new PackedProject(graph, files);
    }

    Manifest manifest() {
        return new Manifest(parts, weights);
    }

    private FileRef withoutFolder(FileRef file) {
        String path = file.isFolder()
                ? Ingredient.name(file.path().substring(0, file.path().length() - 1)) + "/"
                : Path.of(file.path()).isAbsolute() ? Ingredient.name(file.path()) : file.path();
        return new FileRef(path, file.isFolder() ? "" : hash(file), file.version());
    }

    private String hash(FileRef file) {
        try {
            return file.sha256().isEmpty() ? components.sha256(file) : file.sha256();
        } catch (KindException e) {
            return ""; // A file that is not there is missing wherever the project is opened.
        }
    }

    private void pack(Ingredient ingredient) throws KindException {
        Optional<Joined.Component> component = joined.components().stream()
                .filter(it ->
                        it.node().equals(ingredient.node()) && it.setting().equals(ingredient.setting()))
                .findFirst();
        if (component.isPresent()) {
            parts.add(part(component.get()));
        } else if (!packed(ingredient.file())) {
            weight(ingredient).ifPresent(weights::add);
        }
    }

    private static Part part(Joined.Component component) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (Inspection.Value input : component.model().inspect().inputs()) {
            input.type().ifPresent(type -> types.put(input.name(), type));
        }
        return new Part(
                component.node().name(),
                component.setting(),
                component.scope(),
                component.inputs(),
                types,
                component.taps());
    }

    private boolean packed(FileRef file) throws KindException {
        try {
            Path path = components.path(file);
            long size = Files.size(path);
            if (size > LARGEST_FILE || size > room) {
                return false;
            }
            if (files.putIfAbsent(components.sha256(file), Files.readAllBytes(path)) == null) {
                room -= size;
            }
            return true;
        } catch (IOException e) {
            return false; // Then it has to be found by its hash.
        }
    }

    private Optional<Weight> weight(Ingredient ingredient) throws KindException {
        Optional<Chosen> chosen = typing.node(ingredient.node()).map(TypedNode::chosen);
        if (chosen.isEmpty() || !WeightSource.is(chosen.get(), ingredient.setting())) {
            return Optional.empty();
        }
        Optional<Tensor> numbers = WeightSource.read(chosen.get(), components, ingredient.setting());
        return numbers.flatMap(it -> joined.model()
                .weightLike(it)
                .map(tensor -> new Weight(
                        ingredient.node().name(),
                        ingredient.setting(),
                        tensor,
                        Arrays.stream(it.dims()).boxed().toList())));
    }
}
