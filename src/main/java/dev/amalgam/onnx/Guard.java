package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.ElementType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Refuses models that contradict themselves or would be far too much work, before any native code sees them. */
final class Guard {
    private final ModelProto model;
    private final String origin;
    private final Limits limits;
    private final Functions functions;
    private final IdentityHashMap<FunctionProto, Long> expanded = new IdentityHashMap<>();

    Guard(ModelProto model, String origin, Limits limits) {
        this.model = model;
        this.origin = origin;
        this.limits = limits;
        this.functions = new Functions(model.getFunctionsList());
    }

    void check() throws OnnxException {
        if (model.getIrVersion() >= 3 && model.getOpsetImportCount() == 0) {
            throw new OnnxException(
                    Reason.TRUNCATED,
                    origin + " is incomplete: it names no operator set, which usually stands at its end. "
                            + "Fetch the file again.");
        }
        if (expand(model.getGraph().getNodeList()) > limits.nodes()) {
            throw tooLarge("more than " + limits.nodes() + " operators to execute, every call of a function counted");
        }
        List<TensorProto> weights = new ArrayList<>();
        Graphs.forEachTensor(model, weights::add);
        for (TensorProto weight : weights) {
            check(weight);
        }
    }

    /** Nodes to execute; stops counting beyond the limit, so that nested functions cannot overflow it. */
    private long expand(List<NodeProto> nodes) throws OnnxException {
        List<NodeProto> all = new ArrayList<>();
        Graphs.forEachNode(nodes, all::add);
        long count = 0;
        for (NodeProto node : all) {
            Optional<FunctionProto> called = functions.calledBy(node);
            count += 1 + (called.isPresent() ? expand(called.get()) : 0);
            if (count > limits.nodes()) {
                return limits.nodes() + 1;
            }
        }
        return count;
    }

    private long expand(FunctionProto function) throws OnnxException {
        Long known = expanded.get(function);
        if (known != null) {
            if (known < 0) {
                throw new OnnxException(
                        Reason.DAMAGED,
                        "The function " + function.getName() + " of " + origin
                                + " calls itself, which ONNX does not allow. Use a model from a source you trust.");
            }
            return known;
        }
        expanded.put(function, -1L);
        long count = expand(function.getNodeList());
        expanded.put(function, count);
        return count;
    }

    private void check(TensorProto weight) throws OnnxException {
        long elements = elements(weight);
        if (elements < 0) {
            throw damaged(weight, "has the sizes " + weight.getDimsList(), origin);
        }
        long needed = needed(weight);
        if (needed < 0 || needed > limits.tensorBytes()) {
            throw tooLarge("the weight " + weight.getName() + " of the sizes " + weight.getDimsList());
        }
        if (weight.getDataLocation() != TensorProto.DataLocation.EXTERNAL) {
            checkStored(weight, origin);
        }
    }

    /** Refuses a weight that holds more or fewer values than its sizes say. */
    static void checkStored(TensorProto weight, String origin) throws OnnxException {
        Optional<ElementType> element = ElementType.ofCode(weight.getDataType());
        boolean texts = weight.getDataType() == ElementType.STRING.code();
        long stored = texts
                ? weight.getStringDataCount()
                : element.map(type -> Tensors.storedBytes(type, weight)).orElse(0L);
        if (stored != needed(weight)) {
            throw damaged(
                    weight,
                    "needs " + needed(weight) + (texts ? " texts" : " bytes") + " for " + weight.getDimsList()
                            + " but has " + stored,
                    origin);
        }
    }

    /** Bytes, or for texts their number; −1 beyond all bounds, 0 for element types that this program does not know. */
    private static long needed(TensorProto weight) {
        long elements = elements(weight);
        return ElementType.ofCode(weight.getDataType())
                .map(element -> element == ElementType.STRING ? elements : bytes(element, elements))
                .orElse(0L);
    }

    /** The number of elements; −1 where the sizes are negative or their product is beyond all bounds. */
    static long elements(TensorProto weight) {
        long product = 1;
        for (long dim : weight.getDimsList()) {
            if (dim < 0 || Math.multiplyHigh(product, dim) != 0 || product * dim < 0) {
                return -1;
            }
            product *= dim;
        }
        return product;
    }

    private static long bytes(ElementType element, long elements) {
        return elements > Long.MAX_VALUE / 128 ? -1 : element.bytes(elements);
    }

    private static OnnxException damaged(TensorProto weight, String what, String origin) {
        return new OnnxException(
                Reason.DAMAGED,
                "The weight " + weight.getName() + " of " + origin + " " + what + ". Download or export it again.");
    }

    private OnnxException tooLarge(String what) {
        return new OnnxException(
                Reason.TOO_LARGE, origin + " has " + what + ". Use a smaller model, or one from a source you trust.");
    }
}
