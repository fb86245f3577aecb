package dev.amalgam.onnx;

import java.util.function.BiFunction;

/**
 * How large a model may be before it is refused. Nothing native sees a model beyond them. Who trusts a larger one raises them for
 * the whole program by options of its Java: {@code -Damalgam.limit.nodes=5000000}, {@code tensor-bytes}, {@code depth} and {@code
 * project-bytes} likewise.
 *
 * @param fileBytes bytes of the model file itself; protobuf cannot hold 2 GiB
 * @param tensorBytes bytes of one tensor, be it a weight or a result whose size stands in the model
 * @param nodes operators to execute, with every call of a function counted in full
 * @param depth nested protobuf messages; one graph within a graph costs three
 * @param projectBytes bytes of the project that an exported model carries, unpacked
 */
public record Limits(long fileBytes, long tensorBytes, long nodes, int depth, int projectBytes) {
    /** What every real model we know stays far below, or what was chosen instead. */
    public static final Limits DEFAULT = chosen(Long::getLong);

    /** @param option the value of an option of Java by its name, else the second value */
    static Limits chosen(BiFunction<String, Long, Long> option) {
        return new Limits(
                Integer.MAX_VALUE,
                option.apply("amalgam.limit.tensor-bytes", 2L << 30),
                option.apply("amalgam.limit.nodes", 1_000_000L),
                Math.toIntExact(option.apply("amalgam.limit.depth", 100L)),
                Math.toIntExact(option.apply("amalgam.limit.project-bytes", 64L << 20)));
    }
}
