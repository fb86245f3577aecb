package dev.amalgam.ui.outline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the outline and those below it.
 *
 * @param entry what it stands for
 * @param title what is read first
 * @param note what is read after it; may be empty
 * @param below in the order they are read
 */
record Branch(Entry entry, String title, String note, List<Branch> below) {
    Branch {
        below = List.copyOf(below);
    }

    /** The line for an entry, here or below. */
    Optional<Branch> find(Entry wanted) {
        return all().filter(it -> it.entry().equals(wanted)).findFirst();
    }

    private Stream<Branch> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(Branch::all));
    }

    /** The line in words, for those who hear it. */
    String says() {
        return note.isEmpty() ? title : title + ", " + note;
    }
}
