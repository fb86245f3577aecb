package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The highest of many scores, by their names or, where they have none, their place in the row. */
final class BarsPreview extends BarList {
    private static final int SHOWN = 12;

    BarsPreview(Reading.Bars reading, Form form, double width, double height) {
        super(
                highest(reading.tensor()).size(),
                form,
                width,
                height,
                Texts.get("preview.bars", reading.tensor().type()));
        Samples samples = new Samples(reading.tensor());
        List<Integer> highest = highest(reading.tensor());
        double best = highest.isEmpty() ? 1 : Math.max(1, samples.finiteAt(highest.getFirst()));
        for (int i = 0; i < rows(); i++) {
            double score = samples.at(highest.get(i));
            row(i, label(reading, highest.get(i)), score / best, score(score), i == 0 ? "first" : "further");
        }
    }

    private static String label(Reading.Bars reading, int column) {
        return column < reading.labels().size() ? reading.labels().get(column) : "#" + column;
    }

    /** The places of the highest scores of the first row, best first. */
    private static List<Integer> highest(Tensor tensor) {
        Samples samples = new Samples(tensor);
        long[] dims = tensor.dims();
        int columns = dims.length == 0 ? 1 : (int) Math.min(dims[dims.length - 1], samples.count());
        return IntStream.range(0, columns)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -samples.finiteAt(i)))
                .limit(SHOWN)
                .toList();
    }
}
