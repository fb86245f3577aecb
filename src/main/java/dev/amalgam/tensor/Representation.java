package dev.amalgam.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tensor means, as a set of independent attributes. The shape alone cannot tell logits from an embedding.
 *
 * @param form the place in the chain from signal to decision
 * @param relation how the values of one row depend on each other
 * @param unitLength whether each row has length 1, so that a dot product is a cosine
 * @param segments of a dense embedding: which columns come from where, first column first; empty for all others
 */
public record Representation(Form form, Relation relation, boolean unitLength, List<Segment> segments) {
    /**
     * Columns of a dense embedding that lie side by side.
     *
     * @param source the output that they come from, such as {@code embedding.embedding}
     * @param columns how many they are
     */
    public record Segment(String source, Dim columns) {}

    public Representation {
        segments = List.copyOf(segments);
    }

    /** A representation that is not put together of others. */
    public Representation(Form form, Relation relation, boolean unitLength) {
        this(form, relation, unitLength, List.of());
    }

    /** The input signal. */
    public static final Representation RAW = of(Form.RAW);

    /** Feature maps or token states. */
    public static final Representation ENCODING = of(Form.ENCODING);

    /** A feature vector. */
    public static final Representation EMBEDDING = of(Form.EMBEDDING);

    /** Scores before an activation. */
    public static final Representation LOGITS = of(Form.LOGITS);

    /** Probabilities that exclude each other (softmax). */
    public static final Representation SOFT = new Representation(Form.SOFT, Relation.CONDITIONAL, false);

    /** Probabilities that do not exclude each other (sigmoid). */
    public static final Representation SOFT_INDEPENDENT = new Representation(Form.SOFT, Relation.INDEPENDENT, false);

    /** One choice (arg-max index or one-hot). */
    public static final Representation HARD = new Representation(Form.HARD, Relation.CONDITIONAL, false);

    /** Any number of choices (multi-hot). */
    public static final Representation HARD_INDEPENDENT = new Representation(Form.HARD, Relation.INDEPENDENT, false);

    /** Representations of two or more tasks side by side. */
    public static final Representation DENSE = of(Form.DENSE);

    /** Boxes, masks, keypoints, text. */
    public static final Representation STRUCTURED = of(Form.STRUCTURED);

    /** The forms, from signal to decision; {@code shape} is the typical one. */
    public enum Form {
        RAW("the input signal", "any"),
        ENCODING("high-dimensional latent space: feature maps, token states", "[N,C,H,W] or [N,T,D]"),
        EMBEDDING("low-dimensional latent space: a feature vector", "[N,D]"),
        LOGITS("pre-activation scores", "[N,K]"),
        SOFT("probabilities (soft labels)", "[N,K]"),
        HARD("decisions (hard labels)", "[N] or [N,K]"),
        DENSE("combined representations of several tasks", "[N,D]"),
        STRUCTURED("boxes, masks, keypoints, text", "per type");

        private final String meaning;
        private final String typicalShape;

        Form(String meaning, String typicalShape) {
            this.meaning = meaning;
            this.typicalShape = typicalShape;
        }

        /** What it is, in a few words for people. */
        public String meaning() {
            return meaning;
        }

        /** The shape it usually has, for people. */
        public String typicalShape() {
            return typicalShape;
        }
    }

    /** How the values of one row depend on each other. */
    public enum Relation {
        /** Not a distribution, or not known. */
        NONE,
        /** Exactly one of them is true: they share one unit of probability. */
        CONDITIONAL,
        /** Each is true or false by itself. */
        INDEPENDENT
    }

    /** A representation of that form and no further attribute. */
    public static Representation of(Form form) {
        return new Representation(form, Relation.NONE, false);
    }

    /** Representations side by side. */
    public static Representation dense(List<Segment> segments) {
        return new Representation(Form.DENSE, Relation.NONE, false, segments);
    }

    /** The same, with rows of length 1. */
    public Representation withUnitLength() {
        return new Representation(form, relation, true, segments);
    }

    /** Reads what {@link #toString} prints, in upper or lower case; empty for anything else. */
    public static Optional<Representation> parse(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Arrays.stream(Form.values())
                .flatMap(Representation::all)
                .filter(one -> one.toString().equals(words))
                .findFirst();
    }

    private static Stream<Representation> all(Form form) {
        return Arrays.stream(Relation.values())
                .map(relation -> new Representation(form, relation, false))
                .flatMap(one -> Stream.of(one, one.withUnitLength()));
    }

    /** The form and its attributes in lower case, without the segments, such as {@code soft independent}. */
    @Override
    public String toString() {
        return (form + (relation == Relation.NONE ? "" : " " + relation) + (unitLength ? " unit-length" : ""))
                .toLowerCase(Locale.ROOT);
    }
}
