package dev.amalgam.graph;

import java.util.function.Function;

/** What became of an edit. */
public sealed interface Outcome {
    /** It was made. */
    record Applied(Amalgamation graph) implements Outcome {}

    /** It was not, and nothing changed. */
    record Refused(Refusal refusal) implements Outcome {}

    /** The next step, where the last one was made. */
    default Outcome then(Function<Amalgamation, Outcome> next) {
        return switch (this) {
            case Applied applied -> next.apply(applied.graph());
            case Refused refused -> refused;
        };
    }
}
