package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a node says the same after its operator changed, by operator and version. Only what is exact stands here. Source: onnx,
 * Changelog.md, where each version of each operator is described.
 */
final class Rewrites {
    /** Their version 6 only lost the attribute {@code consumed_inputs}; these changed otherwise too. */
    private static final Set<String> OTHER_CHANGES_IN_6 = Set.of("Cast", "Tile", "Selu");

    private Rewrites() {}

    /** The nodes that mean in {@code version} what the node meant before; empty where that cannot be said exactly. */
    static Optional<List<NodeProto>> apply(Rewrite r, int version) {
        return r.hasParameter()
                ? Optional.empty()
                : switch (r.node().getOpType() + " " + version) {
                    case "Squeeze 13", "Unsqueeze 13", "ReduceSum 13" -> RewriteForms.numbersToInput(r, "axes", 1);
                    case "ReduceL1 18",
                            "ReduceL2 18",
                            "ReduceLogSum 18",
                            "ReduceLogSumExp 18",
                            "ReduceMax 18",
                            "ReduceMean 18",
                            "ReduceMin 18",
                            "ReduceProd 18",
                            "ReduceSumSquare 18" -> RewriteForms.numbersToInput(r, "axes", 1);
                    case "Split 2" -> only(r.input(1).isEmpty(), RewriteForms.defaultAxis(r, 0));
                    case "Split 13" -> RewriteForms.numbersToInput(r, "split", 1);
                    case "Split 18" -> RewriteForms.splitEvenly(r);
                    case "Concat 4" -> RewriteForms.defaultAxis(r, 1);
                    case "Reshape 5" -> RewriteForms.numbersToInput(r.drop("consumed_inputs"), "shape", 1);
                    case "Slice 10" -> RewriteForms.slice(r);
                    case "TopK 10" -> RewriteForms.topK(r);
                    case "Pad 2" -> done(r.rename("paddings", "pads"));
                    case "Pad 11" -> RewriteForms.pad(r);
                    case "Clip 11" -> RewriteForms.clip(r);
                    case "Softmax 13", "LogSoftmax 13", "Hardmax 13" -> RewriteForms.flattened(r);
                    case "Gemm 7" -> done(r.drop("broadcast"));
                    case "DFT 20" -> RewriteForms.fourierAxis(r);
                    case "Upsample 9" -> RewriteForms.realsToInput(r, "scales", 1);
                    case "Upsample 10" -> RewriteForms.upsample(r);
                    case "Resize 11" -> RewriteForms.resize(r);
                    case "Scatter 11" -> done(r.operator("ScatterElements"));
                    case "RoiAlign 16" -> done(r.set("coordinate_transformation_mode", "output_half_pixel"));
                    case "GridSample 20" -> done(r.set("mode", RewriteForms.gridMode(r)));
                    default -> conditional(r, version);
                };
    }

    /** What means the same unless a rarely used side of it is used. */
    private static Optional<List<NodeProto>> conditional(Rewrite r, int version) {
        return switch (r.node().getOpType() + " " + version) {
            case "BatchNormalization 7", "Dropout 7" ->
                only(r.number("is_test").orElse(0L) != 0, done(r.drop("is_test")));
            case "BatchNormalization 9" -> only(r.number("spatial").orElse(1L) == 1, done(r.drop("spatial")));
            case "BatchNormalization 14", "Dropout 10" -> only(r.results() == 1, done(r));
            case "Dropout 12" -> done(r.drop("ratio"));
            case "Resize 13" ->
                only(!r.text("coordinate_transformation_mode").equals(Optional.of("tf_half_pixel_for_nn")), done(r));
            case "Add 7",
                    "Sub 7",
                    "Mul 7",
                    "Div 7",
                    "Pow 7",
                    "And 7",
                    "Or 7",
                    "Xor 7",
                    "Equal 7",
                    "Greater 7",
                    "Less 7" -> only(!r.has("axis"), done(r.drop("broadcast")));
            default ->
                only(
                        version == 6 && !OTHER_CHANGES_IN_6.contains(r.node().getOpType()),
                        done(r.drop("consumed_inputs")));
        };
    }

    private static Optional<List<NodeProto>> only(boolean same, Optional<List<NodeProto>> nodes) {
        return same ? nodes : Optional.empty();
    }

    private static Optional<List<NodeProto>> done(Rewrite r) {
        return Optional.of(r.done());
    }
}
