package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one amalgamation, found beside it, checked against the hashes that it was saved with, opened once and kept
 * as long as they stay the same. Safe for use by several threads.
 *
 * <p>A relative path stays inside the folder of the amalgamation's file, links followed. An absolute one names a file that
 * its person chose elsewhere; see {@link #lock}.
 */
public final class ComponentStore implements Components {
    private static final Set<String> KEPT_CODES = Set.of("missing-file", "hash-mismatch");

    private final Places places;
    private final ModelTypes runtime;
    private final FileCache cache = new FileCache();
    private final EditedModels edited;

    /**
     * The files of an amalgamation.
     *
     * @param folder the folder that its file is in, empty while it is unsaved
     * @param runtime who knows the types inside models
     */
    public ComponentStore(Optional<Path> folder, ModelTypes runtime) {
        this.places = new Places(folder.map(Path::toAbsolutePath));
        this.runtime = runtime;
        this.edited = new EditedModels(runtime);
    }

    @Override
    public OnnxModel model(FileRef file) throws KindException {
        return load(file, OnnxModel.class, OnnxModel::read);
    }

    @Override
    public Map<String, TensorType> types(FileRef file) throws KindException {
        return types(model(file));
    }

    private Map<String, TensorType> types(OnnxModel model) {
        Map<String, TensorType> types = declared(model.inspect());
        runtime.types(model).ifPresent(types::putAll);
        return types;
    }

    @Override
    public OnnxModel edited(FileRef file, Recipe recipe) throws KindException {
        try {
            return edited.get(original(file, recipe), recipe);
        } catch (RecipeException e) {
            throw KindException.of(e);
        }
    }

    /** A recipe belongs to the file that it was made for. */
    private OnnxModel original(FileRef file, Recipe recipe) throws KindException {
        try {
            return model(file);
        } catch (KindException e) {
            if (recipe.isEmpty() || !e.code().equals("hash-mismatch")) {
                throw e;
            }
            throw new KindException(
                    e.code(), e.setting(), e.getMessage() + "; the recipe was made for that one", e.remedy());
        }
    }

    @Override
    public Map<String, TensorType> types(FileRef file, Recipe recipe) throws KindException {
        return types(edited(file, recipe));
    }

    private static Map<String, TensorType> declared(Inspection model) {
        Map<String, TensorType> types = new HashMap<>();
        model.interior().forEach(it -> it.type().ifPresent(type -> types.put(it.tensor(), type)));
        model.inputs().forEach(it -> it.type().ifPresent(type -> types.put(it.name(), type)));
        model.outputs().forEach(it -> it.type().ifPresent(type -> types.put(it.name(), type)));
        return types;
    }

    @Override
    public Tensor tensor(FileRef file) throws KindException {
        boolean table = file.path().toLowerCase(Locale.ROOT).endsWith(".csv");
        return load(file, Tensor.class, table ? Csv::read : Npy::read);
    }

    @Override
    public List<String> labels(FileRef file) throws KindException {
        return load(file, Labels.class, Labels::read).names();
    }

    @Override
    public Path path(FileRef file) throws KindException {
        return load(file, Path.class, path -> path);
    }

    @Override
    public String sha256(FileRef file) throws KindException {
        try {
            return hash(places.find(file));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** The same file with the hash that it has now: what a person wants who replaced it on purpose. */
    public FileRef asItIsNow(FileRef file) throws KindException {
        return new FileRef(file.path(), sha256(file), file.version());
    }

    /**
     * Makes an amalgamation ready to be saved in a folder: what lies in that folder is referred to from there, what lies
     * elsewhere by its absolute path, and a file that was never seen gets the hash that it has now. A file that is not there
     * keeps its reference, because a missing photo must not stand against saving.
     *
     * @param folder where the amalgamation will be saved; it may be another one than so far
     */
    public Amalgamation lock(Amalgamation graph, Path folder) {
        Places target = new Places(Optional.of(folder.toAbsolutePath()));
        return FileRefs.map(graph, file -> locked(file, target));
    }

    /**
     * A reference to a file that a person chose, relative where it lies beside the amalgamation, with the hash that it has
     * now; a folder has none, because it may change.
     */
    public FileRef reference(Path file) throws KindException {
        String path = file.toAbsolutePath().normalize().toString();
        if (!Files.isDirectory(file)) {
            return locked(asItIsNow(FileRef.unseen(path)), places);
        }
        try {
            // A folder has no hash that is kept, but from now on it is known what is in it.
            hash(file);
        } catch (IOException e) {
            throw refused(e);
        }
        return locked(FileRef.unseen(path + "/"), places);
    }

    @Override
    public FileRef everywhere(FileRef file) {
        return expressed(file, new Places(Optional.empty()));
    }

    @Override
    public FileRef here(FileRef file) {
        return expressed(file, places);
    }

    private FileRef locked(FileRef file, Places target) {
        try {
            String sha256 = file.sha256().isEmpty() && !file.isFolder() ? hash(places.find(file)) : file.sha256();
            return expressed(new FileRef(file.path(), sha256, file.version()), target);
        } catch (IOException e) {
            return file; // Typing reports it on its node, with the reason.
        }
    }

    private FileRef expressed(FileRef file, Places target) {
        try {
            return new FileRef(target.express(places.find(file)), file.sha256(), file.version());
        } catch (IOException e) {
            return file;
        }
    }

    private <T> T load(FileRef file, Class<T> made, FileCache.Loader<T> loader) throws KindException {
        try {
            Path path = places.find(file);
            requireHash(file, path);
            return cache.get(path, made, loader);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private void requireHash(FileRef file, Path path) throws IOException {
        if (!file.sha256().isEmpty() && !file.sha256().equals(hash(path))) {
            throw new ProjectException(
                    "hash-mismatch",
                    file.path() + " is not the file that was saved: its SHA-256 is " + hash(path) + ", and "
                            + file.sha256() + " was expected",
                    "Take the file as it is now, or restore the old one");
        }
    }

    private String hash(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return cache.get(path, Listing.class, Listing::of).sha256();
        }
        return cache.get(path, Sha256.class, Sha256::of).hex();
    }

    private static KindException refused(IOException e) {
        return switch (e) {
            case ProjectException it
            when KEPT_CODES.contains(it.code()) -> new KindException(it.code(), "", it.getMessage(), it.remedy());
            case ProjectException it -> new KindException("bad-file", "", it.getMessage(), it.remedy());
            default -> new KindException("bad-file", "", String.valueOf(e.getMessage()), "Choose another file");
        };
    }
}
