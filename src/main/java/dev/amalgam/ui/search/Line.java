package dev.amalgam.ui.search;

import dev.amalgam.tensor.Representation;
import java.util.Optional;

/**
 * One line of a list that is searched.
 *
 * @param <T> what is chosen from it
 */
public sealed interface Line<T> {
    /** The name of a group; it cannot be chosen. */
    record Heading<T>(String title) implements Line<T> {}

    /**
     * Something to choose.
     *
     * @param value what it stands for
     * @param glyph the sign before its title, if it has one
     * @param title what people call it
     * @param note a few words at the end of the line, such as keys; may be empty
     * @param help what is said of it, below the list, while it is the one that Enter would take
     */
    record Choice<T>(T value, Optional<Representation> glyph, String title, String note, String help)
            implements Line<T> {}
}
