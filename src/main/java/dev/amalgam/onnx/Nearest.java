package dev.amalgam.onnx;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code " Did you mean conv1?"}, or nothing where no name is near enough or there are too many to compare. */
    static String hint(String wrong, Collection<String> names) {
        return to(wrong, names, 1).stream()
                .findFirst()
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** At most {@code most} names that were probably meant, nearest first; none where none is near or there are too many. */
    public static List<String> to(String wrong, Collection<String> names, int most) {
        if (names.size() > 20_000 || wrong.length() > 200) {
            return List.of();
        }
        int tolerated = Math.max(2, wrong.length() / 3);
        return names.stream()
                .distinct()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= tolerated)
                .filter(name -> distance(wrong, name) <= tolerated)
                .sorted(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(name -> name))
                .limit(most)
                .toList();
    }

    /** Levenshtein's distance, by rows (Wagner and Fischer 1974). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
