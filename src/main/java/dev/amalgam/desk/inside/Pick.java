package dev.amalgam.desk.inside;

/** What is chosen inside a model. */
public sealed interface Pick {
    /** Nothing: it is about the model as a whole. */
    record Nothing() implements Pick {}

    /** An operator, by its place. */
    record Operator(int place) implements Pick {}

    /** A group, open or closed. */
    record Group(Part.Group group) implements Pick {}

    /** A tensor: an input, an output, or what an operator makes. */
    record Tensor(String name) implements Pick {}

    /** A weight. */
    record Weight(String name) implements Pick {}
}
