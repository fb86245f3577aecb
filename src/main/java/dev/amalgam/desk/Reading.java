package dev.amalgam.desk;

import dev.amalgam.tensor.Tensor;
import java.util.List;

/** What a result says, ready to be drawn or told. The values are those the runtime gave; nothing is computed anew. */
public sealed interface Reading {
    /** A picture: uint8[H,W,3], RGB. */
    record Picture(Tensor pixels) implements Reading {}

    /** A mask float32[H,W] from 0 to 1 over a picture uint8[H,W,3]. */
    record Overlay(Tensor picture, Tensor mask) implements Reading {}

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

    /** The highest of many scores that have no names: float32[N,K]. */
    record Bars(Tensor tensor) implements Reading {}

    /** Lines of text. */
    record Text(List<String> lines) implements Reading {}

    /** Whatever else there is, as numbers. */
    record Numbers(Tensor tensor) implements Reading {}
}
