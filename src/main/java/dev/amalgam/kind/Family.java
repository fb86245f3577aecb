package dev.amalgam.kind;

/** The groups of the palette, in its order: what is added first when one builds from the signal to the decision. */
public enum Family {
    SOURCE("Sources"),
    PRE_STEM("Pre-stem"),
    MODEL("Bottoms and models"),
    REPRESENTATION("Representations"),
    TASK("Tasks"),
    COMBINE("Combine"),
    TENSOR("Tensors"),
    RESULT("Outputs");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** The heading for people. */
    public String title() {
        return title;
    }
}
