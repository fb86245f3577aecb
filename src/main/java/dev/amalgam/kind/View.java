package dev.amalgam.kind;

import java.util.List;

/** How the main result of a node is best shown, on its card and in reports. Ports are named; an empty name means the first. */
public sealed interface View {
    /** One output, as its type and representation suggest: picture, mosaic, strip, bars, text, numbers. */
    record Plain(String output) implements View {}

    /**
     * A mask over a picture.
     *
     * @param mask the output float32[H,W] with values from 0 to 1
     * @param picture the <em>input</em> uint8[H,W,3] that it lies over
     */
    record Mask(String mask, String picture) implements View {}

    /**
     * Boxes over a picture.
     *
     * @param boxes the output float32[M,4]: left, top, right, bottom in pixels of the picture
     * @param labels the output string[M]
     * @param scores the output float32[M]
     * @param picture the <em>input</em> uint8[H,W,3] that they lie over
     */
    record Boxes(String boxes, String labels, String scores, String picture) implements View {}

    /**
     * Points over a picture.
     *
     * @param points the output float32[M,2]: x and y in pixels of the picture
     * @param scores the output float32[M]
     * @param picture the <em>input</em> uint8[H,W,3] that they lie over
     */
    record Keypoints(String points, String scores, String picture) implements View {}

    /**
     * Sound.
     *
     * @param output float32[samples] or float32[channels,samples]
     * @param rate samples in a second
     */
    record Wave(String output, int rate) implements View {}

    /**
     * Names with scores, best first.
     *
     * @param labels the output string[…,k]
     * @param scores the output float32[…,k], in the same order
     */
    record Ranking(String labels, String scores) implements View {}

    /**
     * Independent decisions.
     *
     * @param scores the output float32[N,L]
     * @param decisions the output [N,L] of 0 and 1
     * @param labels the L names
     * @param thresholds the L thresholds
     */
    record Switches(String scores, String decisions, List<String> labels, List<Double> thresholds) implements View {}
}
