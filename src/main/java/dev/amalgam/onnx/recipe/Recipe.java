package dev.amalgam.onnx.recipe;

import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.SurgeryException;
import java.util.List;

/**
 * The steps that are made on a model before it is used.
 *
 * @param steps in their order
 */
public record Recipe(List<Step> steps) {
    /** The model as it is. */
    public static final Recipe NONE = new Recipe(List.of());

    public Recipe {
        steps = List.copyOf(steps);
    }

    /** Whether nothing is done. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** All steps but the last. @throws java.util.NoSuchElementException where there is none */
    public Recipe withoutLast() {
        return new Recipe(steps.reversed().subList(1, steps.size()).reversed());
    }

    /**
     * The model after all steps.
     *
     * @throws RecipeException where one of them cannot be made
     */
    public Edited apply(OnnxModel original, Answers answers) throws RecipeException {
        return isEmpty() ? new Edited(original, true) : last(withoutLast().apply(original, answers), answers);
    }

    /**
     * The model after the last step.
     *
     * @param before what the other steps made
     * @throws RecipeException where it cannot be made
     */
    public Edited last(Edited before, Answers answers) throws RecipeException {
        Step step = steps.getLast();
        try {
            Edited made = new Making(before.model(), answers).make(step);
            return new Edited(made.model(), made.complete() && before.complete());
        } catch (SurgeryException e) {
            throw new RecipeException(steps.size(), step, e.getMessage(), e.remedy());
        } catch (OnnxException e) {
            String why = String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
            throw new RecipeException(steps.size(), step, why, "Change this step or remove it");
        }
    }
}
