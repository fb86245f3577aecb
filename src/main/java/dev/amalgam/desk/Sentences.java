package dev.amalgam.desk;

import dev.amalgam.desk.Reading.Score;
import dev.amalgam.desk.Reading.Switch;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Collectors;

/** What a task says, in words a person would use. Pure: the same reading always makes the same sentence. */
public final class Sentences {
    /** Where a mask is said to mark something: half of its range. */
    private static final double MARKED = 0.5;

    /** How much the second of a ranking must have for it to be worth a word. */
    private static final double WORTH_SAYING = 0.05;

    private Sentences() {}

    /** One sentence with its final stop, such as {@code decide says Egyptian cat (0.62), then tabby (0.19).} */
    public static String of(String task, Reading reading) {
        return task + " " + predicate(reading) + ".";
    }

    /** The shortest answer, for a headline: {@code Egyptian cat}; empty where a reading has none. */
    public static String headline(Reading reading) {
        return switch (reading) {
            case Reading.Ranking ranking
            when !ranking.scores().isEmpty() ->
                firstName(ranking.scores().getFirst().label());
            case Reading.Switches switches -> names(switches);
            case Reading.Text text when !text.lines().isEmpty() -> text.lines().getFirst();
            default -> "";
        };
    }

    private static String predicate(Reading reading) {
        return switch (reading) {
            case Reading.Ranking(List<Score> scores, List<String> text) -> ranking(scores, text);
            case Reading.Switches switches -> {
                String on = names(switches);
                yield on.isEmpty() ? "raises nothing" : "raises " + on;
            }
            case Reading.Overlay(Tensor picture, Tensor mask) ->
                "marks " + Figures.percent(marked(mask)) + " of the photo";
            case Reading.Picture(Tensor pixels) -> "gives a picture, " + size(pixels);
            case Reading.Text(List<String> lines) -> lines.isEmpty() ? "says nothing" : "says " + list(lines);
            case Reading.Numbers(Tensor tensor) -> numbers(tensor);
            case Reading.Boxes found -> boxes(found.boxes());
            case Reading.Keypoints found -> "marks " + found.marks().size() + " points of the photo";
            case Reading.Wave(Tensor samples, int rate) -> "gives sound, " + samples.type();
            case Reading.Mosaic(Tensor tensor) -> "gives " + tensor.type();
            case Reading.Strip(Tensor tensor) -> "gives " + tensor.type();
            case Reading.Bars bars -> "gives " + bars.tensor().type();
            case Reading.Field field -> "gives " + field.tensor().type();
            case Reading.Reduced reduced -> "gives " + reduced.tensor().type();
            case Reading.Spread _ -> "gives numbers";
            case Reading.Neighbours _, Reading.Scatter _ -> "gives an embedding";
        };
    }

    private static String boxes(List<Reading.Box> boxes) {
        return boxes.isEmpty()
                ? "finds nothing"
                : "finds "
                        + list(boxes.stream().map(box -> firstName(box.label())).toList());
    }

    private static String ranking(List<Score> scores, List<String> text) {
        if (scores.isEmpty()) {
            return text.isEmpty() ? "says nothing" : "says " + text.getFirst();
        }
        String first = "says " + scored(scores.getFirst());
        return scores.size() > 1 && scores.get(1).score() >= WORTH_SAYING
                ? first + ", then " + scored(scores.get(1))
                : first;
    }

    private static String scored(Score score) {
        return firstName(score.label()) + " (" + Figures.score(score.score()) + ")";
    }

    /** Label files list synonyms with commas between them; the first is the usual one. */
    private static String firstName(String label) {
        return label.split(",")[0].strip();
    }

    private static String names(Reading.Switches switches) {
        return list(switches.switches().stream()
                .filter(Switch::on)
                .map(Switch::label)
                .toList());
    }

    private static String list(List<String> words) {
        return words.size() <= 4
                ? String.join(", ", words)
                : words.stream().limit(3).collect(Collectors.joining(", ")) + " and " + (words.size() - 3) + " more";
    }

    private static double marked(Tensor mask) {
        FloatBuffer values = mask.floats();
        int count = 0;
        for (int i = 0; i < values.limit(); i++) {
            count += values.get(i) >= MARKED ? 1 : 0;
        }
        return values.limit() == 0 ? 0 : (double) count / values.limit();
    }

    /** Width × height of uint8[height,width,3]. */
    private static String size(Tensor pixels) {
        long[] dims = pixels.dims();
        return dims.length == 3 ? dims[1] + " × " + dims[0] : pixels.type().toString();
    }

    private static String numbers(Tensor tensor) {
        boolean single = tensor.elements() == 1;
        if (single && tensor.element() == ElementType.FLOAT32) {
            return "is " + Figures.number(tensor.floats().get(0));
        }
        return single && tensor.element() == ElementType.INT64
                ? "is " + tensor.longs().get(0)
                : "gives " + tensor.type();
    }
}
