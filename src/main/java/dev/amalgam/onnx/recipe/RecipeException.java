package dev.amalgam.onnx.recipe;

import java.io.Serial;

/** A step that cannot be made on the model that the steps before it give. */
public final class RecipeException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    RecipeException(int number, Step step, String why, String remedy) {
        super("Step " + number + ", " + step.name() + ": " + why);
        this.remedy = remedy;
    }

    /** What to do, one sentence without the final stop. */
    public String remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
