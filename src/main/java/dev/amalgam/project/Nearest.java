package dev.amalgam.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name in a folder that is most like one that is not there. */
final class Nearest {
    /** More names than a person has, and few enough to compare at once. */
    private static final int MOST_NAMES = 5_000;

    private Nearest() {}

    /** The nearest name beside {@code missing}, where one differs in a third of its letters at most. */
    static Optional<String> name(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String wanted = SmallFile.name(missing);
        try (Stream<Path> names = Files.list(folder)) {
            return names.limit(MOST_NAMES)
                    .map(SmallFile::name)
                    .filter(name -> distance(wanted, name) <= wanted.length() / 3)
                    .min(Comparator.comparingInt((String name) -> distance(wanted, name))
                            .thenComparing(Comparator.naturalOrder()));
        } catch (IOException e) {
            return Optional.empty(); // A remedy is a courtesy: the missing file is the error.
        }
    }

    /** Edit distance without regard to case (Levenshtein 1966). */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        java.util.Arrays.setAll(above, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
