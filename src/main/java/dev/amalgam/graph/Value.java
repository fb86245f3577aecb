package dev.amalgam.graph;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The value of a setting, as plain data: what a file can say and a person can type. */
public sealed interface Value {
    /** Yes or no. */
    record Flag(boolean on) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** A number that may have a fraction. @throws IllegalArgumentException unless it is finite */
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a number must be finite: " + number);
            }
        }
    }

    /** Text, or the name of a choice. */
    record Text(String text) implements Value {}

    /**
     * A file that the amalgamation needs, or a folder of pictures.
     *
     * @param path relative to the folder of the amalgamation, with {@code /} between the parts; absolute only while unsaved;
     *     that of a folder ends with {@code /}
     * @param sha256 of its bytes in lower-case hexadecimal, empty where it was never seen, and for folders
     * @param version the component's version, empty for plain files
     */
    record FileRef(String path, String sha256, String version) implements Value {
        /** A file not seen yet. */
        public static FileRef unseen(String path) {
            return new FileRef(path, "", "");
        }

        /** Whether it is a folder, of which the content may change from day to day. */
        public boolean isFolder() {
            return path.endsWith("/");
        }
    }

    /** Several values in order. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values, such as one row of a table. */
    record Fields(SortedMap<String, Value> fields) implements Value {
        public Fields {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }
}
