package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what the operators of a model compute, from the sizes of its weights and what is known of the others. */
final class Worksheet {
    private final Functions functions;
    private final Map<String, long[]> weights = new HashMap<>();
    private final Map<String, TensorType> types;

    Worksheet(ModelProto model, Map<String, TensorType> types) {
        this.functions = new Functions(model.getFunctionsList());
        this.types = types;
        model.getGraph().getInitializerList().forEach(weight -> weights.put(weight.getName(), Tensors.dims(weight)));
        for (NodeProto node : model.getGraph().getNodeList()) {
            Tensors.ofConstant(node).ifPresent(value -> weights.put(node.getOutput(0), Tensors.dims(value)));
        }
    }

    Work of(List<NodeProto> nodes) {
        return new Work(nodes.stream()
                .filter(node -> node.getOutputCount() > 0)
                .map(this::operator)
                .toList());
    }

    private Work.Operator operator(NodeProto node) {
        boolean calls = functions.calledBy(node).isPresent();
        return new Work.Operator(
                Graphs.operator(node),
                node.getName(),
                node.getOutputList().stream().filter(name -> !name.isEmpty()).toList(),
                List.copyOf(Graphs.reads(node)),
                MultiplyAdds.of(node, this::sizes, calls));
    }

    private Optional<long[]> sizes(String tensor) {
        long[] weight = weights.get(tensor);
        return weight != null
                ? Optional.of(weight)
                : Optional.ofNullable(types.get(tensor)).flatMap(Worksheet::sizes);
    }

    private static Optional<long[]> sizes(TensorType type) {
        boolean known = type.shape().pack().isEmpty()
                && type.shape().dims().stream().allMatch(dim -> dim.known().isPresent());
        return known
                ? Optional.of(type.shape().dims().stream()
                        .map(Dim::known)
                        .mapToLong(size -> size.orElse(0))
                        .toArray())
                : Optional.empty();
    }
}
