package dev.amalgam.ui.preview;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;

/** The first numbers of a tensor as a small table: the last axis across, all others down. */
final class NumbersPreview extends Plate {
    private static final double PITCH = 16;
    private static final double CELL = 46;

    NumbersPreview(Reading.Numbers reading, double width, double height) {
        super(width, height, Texts.get("preview.numbers", reading.tensor().type()));
        table(reading.tensor());
    }

    private void table(Tensor tensor) {
        long[] dims = tensor.dims();
        int columns = dims.length == 0 ? 1 : (int) Math.min(Integer.MAX_VALUE, dims[dims.length - 1]);
        int rows = columns == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, tensor.elements() / columns);
        int across = Math.min(columns, Math.max(1, (int) (width / CELL)));
        int down = Math.min(rows, Math.max(1, (int) (height / PITCH)));
        double cell = width / Math.max(1, across);
        Samples samples = new Samples(tensor);
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                boolean cut = (column == across - 1 && across < columns) || (row == down - 1 && down < rows);
                String value = cut ? "…" : value(tensor, samples, row * columns + column);
                lineEndingAt(value, (column + 1) * cell - 2, (row + 0.5) * PITCH, cell - 6, cut ? "further" : "first");
            }
        }
    }

    private static String value(Tensor tensor, Samples samples, int index) {
        return tensor.element() == ElementType.STRING ? tensor.strings().get(index) : Figures.number(samples.at(index));
    }
}
