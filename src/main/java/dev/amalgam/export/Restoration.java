package dev.amalgam.export;

import dev.amalgam.export.Manifest.Part;
import dev.amalgam.export.Manifest.Weight;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.WiringRules;
import dev.amalgam.onnx.Limits;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.FileRefs;
import dev.amalgam.project.JsonText;
import dev.amalgam.project.Npy;
import dev.amalgam.project.PackedProject;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.SafeFile;
import dev.amalgam.project.Sha256;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores an amalgamation from a model that was exported with its project. Files are found by their hash, beside the model
 * or where they were, or else taken out of the model and put into a folder. The model may be a stranger's: what it says is
 * checked against the limits and the hashes like any other file.
 */
public final class Restoration {
    private final OnnxModel whole;
    private final Nearby nearby;
    private final Shelf shelf;
    private final Map<String, String> notes;
    private final List<String> found = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, FileRef> known = new HashMap<>();

    private Restoration(Path file, OnnxModel whole, Path folder) {
        this.whole = whole;
        this.notes = whole.inspect().metadata();
        this.nearby = new Nearby(file);
        this.shelf = new Shelf(folder);
    }

    /** Whether a file is a model that carries its project. Reads no weights. */
    public static boolean isPossible(Path file) {
        try {
            return OnnxModel.read(file).inspect().metadata().containsKey(FileNotes.PROJECT);
        } catch (OnnxException e) {
            return false;
        }
    }

    /**
     * Restores an amalgamation.
     *
     * @param folder where files go that are taken out of the model; made where it is missing
     * @throws ProjectException {@code no-project} where the model carries none, {@code bad-project} where it is damaged, {@code
     *     too-large} beyond {@link Limits#projectBytes}
     * @throws IOException where the model cannot be read, or a file cannot be written
     */
    public static Restored restore(Path file, Path folder) throws IOException {
        return new Restoration(file, OnnxModel.read(file), folder).restore();
    }

    private Restored restore() throws IOException {
        String packed = notes.get(FileNotes.PROJECT);
        if (packed == null) {
            throw new ProjectException(
                    "no-project",
                    whole.origin() + " does not carry the amalgamation that it was made of",
                    "Use it as a component, or export it again with its project");
        }
        PackedProject project = PackedProject.parse(packed, whole.origin(), Limits.DEFAULT);
        Amalgamation graph = taken(project.graph(), manifest());
        Map<FileRef, FileRef> places = new HashMap<>();
        for (FileRef file : FileRefs.of(graph)) {
            places.put(file, located(file, project));
        }
        String name = Ingredient.name(whole.origin()).replaceFirst("(?i)\\.onnx$", "");
        return new Restored(name, FileRefs.map(graph, file -> places.getOrDefault(file, file)), found, taken, missing);
    }

    private Manifest manifest() throws ProjectException {
        try {
            String text = notes.getOrDefault(FileNotes.PARTS, "{\"parts\": [], \"weights\": []}");
            return Manifest.of(Tree.of(JsonText.parse(text, "The list of components in " + whole.origin())));
        } catch (IllegalArgumentException e) {
            throw damaged("its list of components is not one: " + e.getMessage());
        }
    }

    private ProjectException damaged(String why) {
        return new ProjectException(
                "bad-project",
                "The project inside " + whole.origin() + " is damaged: " + why,
                "Fetch the file again, or use it as a component");
    }

    /** The amalgamation with those files that are in the model, unless they are found elsewhere. */
    private Amalgamation taken(Amalgamation graph, Manifest manifest) throws IOException {
        List<Edit> edits = new ArrayList<>();
        for (Part part : manifest.parts()) {
            Optional<FileRef> file = reference(graph, part.node(), part.setting());
            if (file.isPresent() && nearby.find(file.get()).isEmpty()) {
                edits.addAll(edits(graph, part, file.get()));
            }
        }
        for (Weight weight : manifest.weights()) {
            Optional<FileRef> file = reference(graph, weight.node(), weight.setting());
            if (file.isPresent() && nearby.find(file.get()).isEmpty()) {
                edits.add(change(weight.node(), weight.setting(), numbers(weight)));
            }
        }
        return switch (new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("Restore", edits))) {
            case Outcome.Applied applied -> applied.graph();
            case Outcome.Refused refused -> throw damaged(refused.refusal().sentence());
        };
    }

    private static Edit change(String node, String setting, FileRef file) {
        return new Edit.Change(new NodeId(node), setting, Optional.of(file));
    }

    private static Optional<FileRef> reference(Amalgamation graph, String node, String setting) {
        return Optional.of(node)
                .filter(NodeId::isValid)
                .flatMap(name -> graph.node(new NodeId(name)))
                .map(it -> it.settings().values().get(setting))
                .filter(FileRef.class::isInstance)
                .map(FileRef.class::cast);
    }

    /** What was done to the component when it was joined is done already. */
    private List<Edit> edits(Amalgamation graph, Part part, FileRef file) throws IOException {
        List<Edit> edits = new ArrayList<>();
        edits.add(change(part.node(), part.setting(), component(part, file)));
        Node node = graph.node(new NodeId(part.node())).orElseThrow();
        if (node.settings().values().containsKey("recipe")) {
            edits.add(new Edit.Change(node.id(), "recipe", Optional.empty()));
        }
        return edits;
    }

    private FileRef component(Part part, FileRef file) throws IOException {
        if (part.taps().isEmpty()) {
            throw damaged("the component '" + part.node() + "' has no results in it");
        }
        try {
            OnnxModel model = whole.component(part.scope(), part.inputs(), part.types(), part.taps());
            Path path = shelf.place(Ingredient.name(file.path()), "onnx");
            shelf.spend(model.inspect().weightBytes());
            model.write(path);
            return took(path, file.version());
        } catch (OnnxException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private FileRef numbers(Weight weight) throws IOException {
        Tensor stored = whole.weight(weight.tensor())
                .orElseThrow(() -> damaged("there is no weight '" + weight.tensor() + "' in it"));
        try {
            long[] dims = weight.sizes().stream().mapToLong(size -> size).toArray();
            Tensor numbers = Tensor.of(stored.element(), dims, stored.bytes());
            Path path = shelf.place(weight.node() + "-" + weight.setting() + ".npy", "npy");
            shelf.spend(stored.bytes().remaining());
            Npy.write(path, numbers);
            return took(path, "");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw damaged("the weight '" + weight.tensor() + "' has other sizes: " + e.getMessage());
        }
    }

    private FileRef took(Path path, String version) throws ProjectException {
        FileRef file = new FileRef(path.toString(), Sha256.of(path).hex(), version);
        taken.add(path.getFileName().toString());
        known.put(file.sha256(), file);
        return file;
    }

    /** Where a file is: taken out by now, found, or unpacked; as it is where there is none. */
    private FileRef located(FileRef file, PackedProject project) throws IOException {
        FileRef before = known.get(file.sha256());
        if (before != null) {
            return before;
        }
        Optional<Path> near = nearby.find(file);
        if (near.isPresent()) {
            found.add(near.get().getFileName().toString());
            return remembered(near.get(), file);
        }
        byte[] bytes = project.files().get(file.sha256());
        if (bytes == null) {
            missing.add(Ingredient.name(file.path()));
            return file;
        }
        Path path = shelf.place(Ingredient.name(file.path()), "file");
        SafeFile.write(path, bytes);
        taken.add(path.getFileName().toString());
        return remembered(path, file);
    }

    private FileRef remembered(Path path, FileRef file) {
        FileRef there = new FileRef(path.toString(), file.sha256(), file.version());
        known.put(file.sha256(), there);
        return there;
    }
}
