package dev.amalgam.desk;

import dev.amalgam.desk.values.Embeddings;
import dev.amalgam.desk.values.Histogram;
import dev.amalgam.desk.values.Projection;
import dev.amalgam.desk.values.Reduction;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A value that somebody looks at more closely than its card does.
 *
 * @param value the tensor
 * @param main what its card shows of it, where it is the main result of a node, or what its type suggests
 * @param seen the embeddings seen at the same place so far, this one among them; none where it is no embedding
 */
public record Closer(Tensor value, Optional<Reading> main, List<Seen> seen) {
    private static final int NEAREST = 12;

    public Closer {
        seen = List.copyOf(seen);
    }

    /**
     * What an aspect shows; empty where there is nothing to show, and for {@link Aspect#TABLE}, which reads the value itself.
     * Reads all values for some of them, so not for the window's own thread.
     *
     * @param channel which channel, for those aspects that show one
     */
    public Optional<Reading> reading(Aspect aspect, int channel) {
        return switch (aspect) {
            case PICTURE, TEXT -> main;
            case BARS -> main.filter(it -> Aspect.of(it) == aspect).or(() -> Optional.of(new Reading.Bars(value)));
            case MOSAIC -> Optional.of(new Reading.Mosaic(value));
            case CHANNEL, HEAT -> Optional.of(new Reading.Field(value, channel));
            case MEAN -> Optional.of(new Reading.Reduced(value, Reduction.MEAN));
            case MAX -> Optional.of(new Reading.Reduced(value, Reduction.MAX));
            case STRIP -> Optional.of(new Reading.Strip(value));
            case HISTOGRAM -> Histogram.of(value).map(Reading.Spread::new);
            case NEIGHBOURS -> present().map(this::neighbours);
            case PROJECTION -> seen.size() < 2 ? Optional.empty() : Optional.of(scatter());
            case TABLE -> Optional.empty();
        };
    }

    /** The present embedding: the newest. */
    private Optional<Seen> present() {
        return seen.size() < 2 ? Optional.empty() : Optional.of(seen.getLast());
    }

    private Reading neighbours(Seen present) {
        return new Reading.Neighbours(Embeddings.nearest(present, seen, NEAREST).stream()
                .map(near -> new Reading.Neighbour(
                        near.embedding().label(), near.embedding().picture(), near.cosine()))
                .toList());
    }

    private Reading scatter() {
        Projection places = Projection.of(seen.stream().map(Seen::vector).toList());
        return new Reading.Scatter(seen, places, seen.size() - 1);
    }
}
