package dev.amalgam.cli;

import dev.amalgam.compile.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text for people at a terminal. */
final class Lines {
    private Lines() {}

    /** Where, what, and what to do: {@code figure-3.amalgam: decide: scores: …. Put a Softmax between them.} */
    static String problem(String file, Problem problem) {
        StringBuilder line = new StringBuilder(file).append(": ");
        problem.node().ifPresent(node -> line.append(node).append(": "));
        problem.port().ifPresent(port -> line.append(port).append(": "));
        return line.append(sentence(problem.message()))
                .append(' ')
                .append(sentence(problem.remedy()))
                .toString();
    }

    static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** Columns as wide as their widest cell; the first row is the heading. */
    static String table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i));
                line.append(
                        " ".repeat(i == columns - 1 ? 0 : widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }
}
