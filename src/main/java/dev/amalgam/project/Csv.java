package dev.amalgam.project;

import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables of numbers as text: a row a line, with commas, semicolons or tabs between the numbers, and a point in those that have
 * a fraction. A first line without a number names the columns and is left out, and so are empty lines.
 */
public final class Csv {
    private static final int MOST_BYTES = 64 << 20;
    private static final String REMEDY = "Save it with a comma between the numbers and a point in them";

    private Csv() {}

    /**
     * Reads a table.
     *
     * @return float32[rows,columns]
     * @throws ProjectException {@code missing-file}, {@code too-large} above 64 MB, {@code unreadable}, or {@code bad-file} where
     *     a line is shorter or longer than the first, or something is no number
     */
    public static Tensor read(Path file) throws ProjectException {
        String text = SmallFile.text(file, MOST_BYTES);
        List<String> lines = text.lines().toList();
        String separator = separator(lines);
        float[][] rows = new float[lines.size()][];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || (count == 0 && isHeading(line, separator))) {
                continue;
            }
            float[] row = row(file, i + 1, line.split(separator, -1));
            if (count > 0 && row.length != rows[0].length) {
                throw bad(
                        file,
                        "line " + (i + 1) + " has " + row.length + " numbers, but " + rows[0].length + " are expected");
            }
            rows[count++] = row;
        }
        if (count == 0) {
            throw bad(file, "there is no number in it");
        }
        return tensor(rows, count);
    }

    private static String separator(List<String> lines) {
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.contains("\t") ? "\t" : first.contains(";") ? ";" : ",";
    }

    private static boolean isHeading(String line, String separator) {
        for (String cell : line.split(separator, -1)) {
            if (isNumber(cell)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String cell) {
        try {
            Float.parseFloat(cell.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static float[] row(Path file, int line, String[] cells) throws ProjectException {
        float[] row = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                row[i] = Float.parseFloat(cells[i].strip());
            } catch (NumberFormatException e) {
                throw bad(file, "'" + cut(cells[i].strip()) + "' in line " + line + " is no number");
            }
        }
        return row;
    }

    private static String cut(String cell) {
        return cell.length() > 20 ? cell.substring(0, 20) + "…" : cell;
    }

    private static Tensor tensor(float[][] rows, int count) {
        int columns = rows[0].length;
        float[] values = new float[Math.multiplyExact(count, columns)];
        for (int row = 0; row < count; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return Tensor.floats(new long[] {count, columns}, values);
    }

    private static ProjectException bad(Path file, String why) {
        return new ProjectException("bad-file", SmallFile.name(file) + " cannot be used as a table: " + why, REMEDY);
    }
}
