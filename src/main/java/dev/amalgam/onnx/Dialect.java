package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.amalgam.tensor.ElementType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operator sets that a model, a function or this program writes its operators in.
 *
 * @param opsets the version of each domain; ONNX's own is empty
 * @param own whether an operator newer than that version is meant as of its first one
 * @param floating the one floating element type of all its tensors, where there is one
 * @param origin whose dialect it is, for messages
 */
record Dialect(Map<String, Integer> opsets, boolean own, Optional<ElementType> floating, String origin) {
    /** What {@link Scope#op} speaks. */
    static final Dialect OWN = new Dialect(
            Map.of("", GraphBuilder.OPSET, "ai.onnx.ml", GraphBuilder.ML_OPSET),
            true,
            Optional.empty(),
            "the graph itself");

    Dialect {
        opsets = Map.copyOf(opsets);
    }

    static Dialect of(List<OperatorSetIdProto> imports, Optional<ElementType> floating, String origin) {
        Map<String, Integer> opsets = new HashMap<>();
        for (OperatorSetIdProto set : imports) {
            opsets.merge(domain(set.getDomain()), (int) set.getVersion(), Math::max);
        }
        return new Dialect(opsets, false, floating, origin);
    }

    /** ONNX's own domain has two names. */
    static String domain(String written) {
        return Tensors.isDefault(written) ? "" : written;
    }

    /** The version of a domain; 1 where it is not declared, as is usual for functions. */
    int version(String domain) {
        return opsets.getOrDefault(domain, 1);
    }

    /** The version in which the operator last changed, as this dialect sees it; unknown ones may change in every version. */
    int since(String domain, String operator) {
        int version = version(domain);
        int otherwise = own ? OpsetTable.first(domain, operator) : version;
        return OpsetTable.since(domain, operator, version).orElse(otherwise);
    }
}
