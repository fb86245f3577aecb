package dev.amalgam.desk;

import dev.amalgam.desk.values.Histogram;
import dev.amalgam.desk.values.Projection;
import dev.amalgam.desk.values.Reduction;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** What a result says, ready to be drawn or told. The values are those the runtime gave; nothing is computed anew. */
public sealed interface Reading {
    /** A picture: uint8[H,W,3], RGB. */
    record Picture(Tensor pixels) implements Reading {}

    /** A mask float32[H,W] from 0 to 1 over a picture uint8[H,W,3]. */
    record Overlay(Tensor picture, Tensor mask) implements Reading {}

    /** Boxes over a picture uint8[H,W,3]. */
    record Boxes(Tensor picture, List<Box> boxes) implements Reading {}

    /** A box in pixels of its picture, and how sure it is. */
    record Box(String label, double score, double left, double top, double right, double bottom) {}

    /** Points over a picture uint8[H,W,3]. */
    record Keypoints(Tensor picture, List<Mark> marks) implements Reading {}

    /** A point in pixels of its picture, and how sure it is. */
    record Mark(double x, double y, double score) {}

    /** Names with scores, best first; {@code text} is what the exported file says, line by line. */
    record Ranking(List<Score> scores, List<String> text) implements Reading {}

    /** A name and how much speaks for it. */
    record Score(String label, double score) {}

    /** Independent decisions. */
    record Switches(List<Switch> switches) implements Reading {}

    /** A label that is on where its score reaches its threshold. */
    record Switch(String label, double score, double threshold, boolean on) {}

    /** Channels side by side: float32[N,C,H,W]. */
    record Mosaic(Tensor tensor) implements Reading {}

    /** A vector as a strip of bars: float32[N,D]. */
    record Strip(Tensor tensor) implements Reading {}

    /** The highest of many scores, float32[N,K]; {@code labels} are the names of the K columns, or none. */
    record Bars(Tensor tensor, List<String> labels) implements Reading {
        public Bars {
            labels = List.copyOf(labels);
        }

        /** Scores that have no names. */
        public Bars(Tensor tensor) {
            this(tensor, List.of());
        }
    }

    /** One plane of a tensor [N,C,H,W], or of what has fewer axes, as a field of colours; counted over N and C. */
    record Field(Tensor tensor, int plane) implements Reading {}

    /** One plane made of all channels of a tensor [N,C,H,W]. */
    record Reduced(Tensor tensor, Reduction how) implements Reading {}

    /** How the values are spread. */
    record Spread(Histogram histogram) implements Reading {}

    /** The embeddings seen before that are nearest to this one, nearest first. */
    record Neighbours(List<Neighbour> nearest) implements Reading {}

    /** One of them: what it is of, a small picture of that where there is one, and the cosine to it. */
    record Neighbour(String label, Optional<Tensor> picture, double cosine) {}

    /**
     * The embeddings seen so far as points of a plane.
     *
     * @param seen what each point is of
     * @param places in their order
     * @param now which of them is the present one, -1 for none
     */
    record Scatter(List<Seen> seen, Projection places, int now) implements Reading {}

    /**
     * Sound: float32[samples] or float32[channels,samples], from -1 to 1.
     *
     * @param rate samples in a second
     */
    record Wave(Tensor samples, int rate) implements Reading {}

    /** Lines of text. */
    record Text(List<String> lines) implements Reading {}

    /** Whatever else there is, as numbers. */
    record Numbers(Tensor tensor) implements Reading {}
}
