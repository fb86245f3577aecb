package dev.amalgam.onnx;

/**
 * How large a model may be before it is refused. Nothing native sees a model beyond them.
 *
 * @param fileBytes bytes of the model file itself; protobuf cannot hold 2 GiB
 * @param tensorBytes bytes of one tensor, be it a weight or a result whose size stands in the model
 * @param nodes operators to execute, with every call of a function counted in full
 * @param depth nested protobuf messages; one graph within a graph costs three
 * @param projectBytes bytes of the project that an exported model carries, unpacked
 */
public record Limits(long fileBytes, long tensorBytes, long nodes, int depth, int projectBytes) {
    /** What every real model we know stays far below. */
    public static final Limits DEFAULT = new Limits(Integer.MAX_VALUE, 2L << 30, 1_000_000, 100, 64 << 20);
}
