package dev.amalgam.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a label file: a JSON array of strings, or one name a line. Positions count, so an empty line stands for an
 * empty name, but for those at the end.
 *
 * @param names in the order of the classes
 */
record Labels(List<String> names) {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_NAMES = 1_000_000;

    Labels {
        names = List.copyOf(names);
    }

    /** Reads a file. @throws ProjectException where it is neither, empty, or over a limit */
    static Labels read(Path file) throws ProjectException {
        String name = SmallFile.name(file);
        String text = SmallFile.text(file, MOST_BYTES);
        List<String> names = text.stripLeading().startsWith("[")
                ? array(new Spot(name, "", Json.parse(text, name)))
                : text.stripTrailing().lines().map(String::strip).toList();
        if (names.isEmpty() || text.isBlank()) {
            throw new ProjectException("bad-file", name + " has no names", "Choose a file with a name a line");
        }
        if (text.indexOf('\0') >= 0) {
            throw new ProjectException("bad-file", name + " is no text", "Choose a file with a name a line");
        }
        return new Labels(names);
    }

    private static List<String> array(Spot array) throws ProjectException {
        int count = array.items(MOST_NAMES);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (!array.json().path(i).isString()) {
                throw array.at(i).wrong("a name in quotes");
            }
            names.add(array.json().path(i).stringValue());
        }
        return names;
    }
}
