package dev.amalgam.kind;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that are only in memory, by path. */
public final class TestFiles implements Components {
    private final Map<String, Object> files = new HashMap<>();

    /** Puts a tensor, a list of labels or a model at a path. */
    public TestFiles put(String path, Object content) {
        files.put(path, content);
        return this;
    }

    @Override
    public OnnxModel model(FileRef file) throws KindException {
        return as(OnnxModel.class, file);
    }

    /** What the model says itself; its inner tensors as the runtime tells them. */
    @Override
    public Map<String, TensorType> types(FileRef file) throws KindException {
        return RealRuntime.types(model(file));
    }

    @Override
    public OnnxModel edited(FileRef file, Recipe recipe) throws KindException {
        try {
            return recipe.apply(model(file), RealRuntime.ANSWERS).model();
        } catch (RecipeException e) {
            throw KindException.of(e);
        }
    }

    @Override
    public Map<String, TensorType> types(FileRef file, Recipe recipe) throws KindException {
        return RealRuntime.types(edited(file, recipe));
    }

    @Override
    public Tensor tensor(FileRef file) throws KindException {
        return as(Tensor.class, file);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> labels(FileRef file) throws KindException {
        return as(List.class, file);
    }

    @Override
    public Path path(FileRef file) {
        return Path.of(file.path());
    }

    @Override
    public String sha256(FileRef file) {
        return file.sha256();
    }

    private <T> T as(Class<T> type, FileRef file) throws KindException {
        @Nullable Object content = files.get(file.path());
        if (!type.isInstance(content)) {
            throw new KindException("missing-file", "", "There is no " + file.path(), "Choose another file");
        }
        return type.cast(content);
    }
}
