package dev.amalgam.kind;

import dev.amalgam.onnx.recipe.RecipeException;

/** Why a node cannot have a signature or be lowered: a setting, a file, or what is inside a file. */
public final class KindException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String setting;
    private final String remedy;

    /**
     * @param code for scripts, in lower case with hyphens, such as {@code missing-file}
     * @param setting the setting it is about, empty where it is about none
     * @param message what is wrong, one sentence without the final stop
     * @param remedy what to do, one sentence without the final stop
     */
    public KindException(String code, String setting, String message, String remedy) {
        super(message);
        this.code = code;
        this.setting = setting;
        this.remedy = remedy;
    }

    /** A setting that cannot be as it is. */
    public static KindException setting(String setting, String why, String remedy) {
        return new KindException(
                "bad-setting", setting, "The setting '" + setting + "' cannot be used: " + why, remedy);
    }

    /** A step of a recipe that cannot be made. */
    public static KindException of(RecipeException step) {
        return new KindException("bad-step", "recipe", step.getMessage(), step.remedy());
    }

    /** For scripts, such as {@code missing-file}. */
    public String code() {
        return code;
    }

    /** The setting it is about, empty where it is about none. */
    public String setting() {
        return setting;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
