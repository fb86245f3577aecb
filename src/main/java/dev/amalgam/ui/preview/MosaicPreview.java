package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/** Channels side by side as tiles on one scale; of many channels, those that vary most, in their order. */
final class MosaicPreview extends Plate {
    private static final int GAP = 2;
    private static final int LEAST_TILE = 15;

    /** Image pixels for each pixel of the plate. */
    private static final int DENSITY = 2;

    private final Samples samples;
    private final int channels;
    private final int rows;
    private final int columns;
    private Range range = new Range(0, 1);

    MosaicPreview(Reading.Mosaic reading, Form form, double width, double height) {
        super(width, height, Texts.get("preview.mosaic", reading.tensor().type()));
        Tensor tensor = reading.tensor();
        this.samples = new Samples(tensor);
        long[] dims = tensor.dims();
        this.columns = size(dims, 1);
        this.rows = size(dims, 2);
        // Token states [N,T,D] are one field, not D channels.
        this.channels = dims.length < 4 ? 1 : size(dims, 3);
        if (samples.count() > 0) {
            draw(form == Form.RAW ? Heat.GREY : Heat.WATER);
        }
    }

    private static int size(long[] dims, int fromEnd) {
        return dims.length < fromEnd ? 1 : Math.toIntExact(Math.max(1, dims[dims.length - fromEnd]));
    }

    private Range range(int[] chosen) {
        int area = rows * columns;
        return Range.of(chosen.length * area, i -> samples.finiteAt(chosen[i / area] * area + i % area));
    }

    private void draw(Heat heat) {
        int across = tilesAcross();
        double tile = Math.floor((width + GAP) / across) - GAP;
        int down = Math.max(1, (int) ((height + GAP) / (tile + GAP)));
        double size = Math.min(tile, Math.floor((height + GAP) / down) - GAP);
        int shown = Math.min(channels, across * down);
        int[] chosen = mostVaried(shown);
        range = range(chosen);
        WritableImage image = new WritableImage((int) width * DENSITY, (int) height * DENSITY);
        for (int i = 0; i < shown; i++) {
            int x = (int) (i % across * (size + GAP));
            int line = i / across;
            int y = (int) (line * (size + GAP));
            tile(image.getPixelWriter(), heat, chosen[i], x * DENSITY, y * DENSITY, (int) size * DENSITY);
        }
        ImageView view = new ImageView(image);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setX(Math.floor((width - (Math.min(shown, across) * (size + GAP) - GAP)) / 2));
        getChildren().add(view);
    }

    /** The channels that vary most over the picture, in their own order: most channels of a deep layer say nothing. */
    private int[] mostVaried(int count) {
        double[] spreads =
                IntStream.range(0, channels).mapToDouble(this::variance).toArray();
        return IntStream.range(0, channels)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer channel) -> -spreads[channel]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private double variance(int channel) {
        int area = rows * columns;
        double sum = 0;
        double squares = 0;
        for (int i = channel * area; i < (channel + 1) * area; i++) {
            double value = samples.finiteAt(i);
            sum += value;
            squares += value * value;
        }
        return squares / area - (sum / area) * (sum / area);
    }

    /** As few as hold all channels, down to the least size of a tile. */
    private int tilesAcross() {
        int most = Math.max(1, (int) ((width + GAP) / (LEAST_TILE + GAP)));
        for (int across = 1; across < most; across++) {
            double tile = (width + GAP) / across - GAP;
            int down = (int) ((height + GAP) / (tile + GAP));
            if (across * down >= channels) {
                return across;
            }
        }
        return most;
    }

    private void tile(PixelWriter to, Heat heat, int channel, int left, int top, int size) {
        int start = channel * rows * columns;
        for (int y = 0; y < size; y++) {
            int row = (int) ((long) y * rows / size);
            for (int x = 0; x < size; x++) {
                int column = (int) ((long) x * columns / size);
                double value = samples.finiteAt(start + row * columns + column);
                to.setArgb(left + x, top + y, heat.argb(range.share(value)));
            }
        }
    }
}
