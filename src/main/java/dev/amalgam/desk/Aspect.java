package dev.amalgam.desk;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way to look at a value. Which make sense depends on its type and representation. */
public enum Aspect {
    /** A picture, or what was found in it, drawn over it. */
    PICTURE,
    /** Channels side by side. */
    MOSAIC,
    /** One channel by itself. */
    CHANNEL,
    /** The mean over all channels. */
    MEAN,
    /** The maximum over all channels. */
    MAX,
    /** A field of numbers as colours. */
    HEAT,
    /** A vector as a strip. */
    STRIP,
    /** The embeddings nearest to this one. */
    NEIGHBOURS,
    /** The embeddings seen so far, as points of a plane. */
    PROJECTION,
    /** Labels with bars. */
    BARS,
    /** Lines of text. */
    TEXT,
    /** How the values are spread. */
    HISTOGRAM,
    /** The values themselves. */
    TABLE;

    /**
     * The aspects of a value, the most telling first; never none.
     *
     * @param form the form of its representation
     * @param main what its card shows of it, where it is the main result of a node
     */
    public static List<Aspect> of(Tensor value, Form form, Optional<Reading> main) {
        List<Aspect> aspects = new ArrayList<>();
        main.map(Aspect::of).filter(aspect -> aspect != TABLE).ifPresent(aspects::add);
        boolean numbers = value.element() != ElementType.STRING && value.elements() > 0;
        if (numbers && value.element() == ElementType.FLOAT32) {
            aspects.addAll(fields(value.dims(), form));
        }
        if (numbers && value.elements() > 1) {
            aspects.add(HISTOGRAM);
        }
        aspects.add(TABLE);
        return aspects.stream().distinct().toList();
    }

    private static List<Aspect> fields(long[] dims, Form form) {
        return switch (dims.length) {
            case 4 -> dims[1] > 1 ? List.of(MOSAIC, CHANNEL, MEAN, MAX) : List.of(CHANNEL);
            case 3 -> List.of(HEAT);
            case 2 -> rows(dims, form);
            default -> List.of();
        };
    }

    private static List<Aspect> rows(long[] dims, Form form) {
        return switch (form) {
            case EMBEDDING, DENSE -> List.of(STRIP, NEIGHBOURS, PROJECTION);
            case LOGITS, SOFT, HARD -> List.of(BARS);
            default -> dims[0] > 1 && dims[1] > 1 ? List.of(HEAT) : List.of(STRIP);
        };
    }

    /** The aspect that a reading shows. */
    public static Aspect of(Reading reading) {
        return switch (reading) {
            case Reading.Picture _, Reading.Overlay _, Reading.Boxes _, Reading.Keypoints _ -> PICTURE;
            case Reading.Ranking _, Reading.Switches _, Reading.Bars _ -> BARS;
            case Reading.Mosaic _ -> MOSAIC;
            case Reading.Field _ -> HEAT;
            case Reading.Reduced reduced ->
                switch (reduced.how()) {
                    case MEAN -> MEAN;
                    case MAX -> MAX;
                };
            case Reading.Strip _, Reading.Wave _ -> STRIP;
            case Reading.Neighbours _ -> NEIGHBOURS;
            case Reading.Scatter _ -> PROJECTION;
            case Reading.Spread _ -> HISTOGRAM;
            case Reading.Text _ -> TEXT;
            case Reading.Numbers _ -> TABLE;
        };
    }
}
