package dev.amalgam.kind;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Answers;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files that the nodes of an amalgamation refer to, opened, checked and kept. Each method throws {@link KindException}
 * with the code {@code missing-file}, {@code hash-mismatch} or {@code bad-file}.
 */
public interface Components {
    /** A model; the same object as long as the file stays the same. */
    OnnxModel model(FileRef file) throws KindException;

    /**
     * The types of all tensors of a model's top graph as the runtime tells them; what the file itself says, as long as the
     * runtime has not answered yet or has refused.
     */
    Map<String, TensorType> types(FileRef model) throws KindException;

    /**
     * A model after the steps of a recipe; the same object as long as the file stays the same and the runtime has nothing new to
     * tell about it. The code is {@code bad-step} where a step cannot be made.
     */
    default OnnxModel edited(FileRef file, Recipe recipe) throws KindException {
        try {
            return recipe.apply(model(file), Answers.NONE).model();
        } catch (RecipeException e) {
            throw KindException.of(e);
        }
    }

    /** As {@link #types(FileRef)}, of a model after the steps of a recipe. */
    default Map<String, TensorType> types(FileRef model, Recipe recipe) throws KindException {
        return types(model);
    }

    /** A tensor from a NumPy file ({@code .npy}), or the table float32[rows,columns] in a CSV file ({@code .csv}). */
    Tensor tensor(FileRef file) throws KindException;

    /** The names in a label file: a JSON array of strings, or one name a line. */
    List<String> labels(FileRef file) throws KindException;

    /** Where a file lies; it is there and is a plain file, or the folder that the reference says it is. */
    Path path(FileRef file) throws KindException;

    /** The same file by a name that holds in any folder; as it is where there is no such file. */
    default FileRef everywhere(FileRef file) {
        return file;
    }

    /** The same file by its name from the folder of this amalgamation; as it is where it lies elsewhere. */
    default FileRef here(FileRef file) {
        return file;
    }

    /**
     * The SHA-256 of a file's bytes as they are now, in lower-case hexadecimal; of a folder: of the names, sizes and times of
     * what is in it.
     */
    String sha256(FileRef file) throws KindException;
}
