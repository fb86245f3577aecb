package dev.amalgam.project;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Answers;
import dev.amalgam.onnx.recipe.Edited;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models after the steps of their recipes, so that a step is made once and a further step costs only itself. Safe for use by
 * several threads.
 */
final class EditedModels {
    private static final int MOST = 32;

    private final Answers answers;
    private final Map<Key, Edited> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Edited> eldest) {
            return size() > MOST;
        }
    };

    /** A model is equal to itself alone: the file cache gives the same one as long as the file stays the same. */
    private record Key(OnnxModel original, Recipe recipe) {}

    EditedModels(Answers answers) {
        this.answers = answers;
    }

    /** The same object as long as the runtime has nothing new to tell. */
    OnnxModel get(OnnxModel original, Recipe recipe) throws RecipeException {
        return edited(original, recipe).model();
    }

    private Edited edited(OnnxModel original, Recipe recipe) throws RecipeException {
        if (recipe.isEmpty()) {
            return new Edited(original, true);
        }
        Key key = new Key(original, recipe);
        Edited known = known(key);
        if (known != null) {
            return known;
        }
        Edited fresh = recipe.last(edited(original, recipe.withoutLast()), answers);
        return fresh.complete() ? keep(key, fresh) : fresh;
    }

    private synchronized @Nullable Edited known(Key key) {
        return made.get(key);
    }

    /** Where two threads made the same at once, both get what came first. */
    private synchronized Edited keep(Key key, Edited fresh) {
        Edited other = made.putIfAbsent(key, fresh);
        return other == null ? fresh : other;
    }
}
