package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The top graph of a model in a form that can be compared with others: its operators as of operator sets that all have in
 * common, attributes that say only the usual left out, weights by their values wherever they are stored.
 */
public final class CanonicalGraph {
    private final OnnxModel model;
    private final Forms forms;
    private final Map<String, TensorProto> weights = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final List<Operator> operators = new ArrayList<>();

    /**
     * An operator as it stands in the model.
     *
     * @param reads the tensors that it reads, those that graphs inside it use too
     * @param makes the tensors that it makes
     * @param parts what it is in the common operator sets: itself, or several nodes that mean the same together
     */
    public record Operator(List<String> reads, List<String> makes, List<CanonicalNode> parts) {
        public Operator {
            reads = List.copyOf(reads);
            makes = List.copyOf(makes);
            parts = List.copyOf(parts);
        }
    }

    private CanonicalGraph(OnnxModel model, Map<String, Integer> opsets) {
        this.model = model;
        this.forms = new Forms(new Functions(model.proto().getFunctionsList()), model.hashes());
        GraphProto graph = model.proto().getGraph();
        graph.getInitializerList().forEach(weight -> weights.put(weight.getName(), weight));
        Dialect dialect =
                Dialect.of(model.proto().getOpsetImportList(), FloatingType.of(model.proto()), model.origin());
        UniqueNames names = new UniqueNames();
        Graphs.defined(graph).forEach(names::unique);
        Upgrade upgrade = new Upgrade(opsets, name -> weight(name), names, names);
        for (NodeProto node : model.ordered()) {
            Optional<TensorProto> constant = Tensors.ofConstant(node);
            constant.ifPresentOrElse(
                    value -> weights.put(node.getOutput(0), value),
                    () -> operators.add(operator(node, upgrade, dialect, opsets)));
        }
    }

    /** The same graphs, all as of the latest operator set that one of them is written for. */
    public static List<CanonicalGraph> of(List<OnnxModel> models) {
        Map<String, Integer> latest = new HashMap<>();
        models.forEach(model ->
                model.inspect().opset().forEach((domain, version) -> latest.merge(domain, version, Math::max)));
        return models.stream().map(model -> new CanonicalGraph(model, latest)).toList();
    }

    private Operator operator(NodeProto node, Upgrade upgrade, Dialect dialect, Map<String, Integer> latest) {
        List<CanonicalNode> parts = new ArrayList<>();
        try {
            for (NodeProto part : upgrade.upgrade(node, dialect)) {
                Optional<TensorProto> constant = Tensors.ofConstant(part);
                constant.ifPresentOrElse(
                        value -> weights.put(part.getOutput(0), value),
                        () -> parts.add(new CanonicalNode(part, latest, forms)));
            }
        } catch (OnnxException e) {
            // It cannot be said in the later operator set, so it is only equal to what is written in its own.
            parts.add(new CanonicalNode(node, dialect.opsets(), forms));
        }
        return new Operator(
                List.copyOf(Graphs.reads(node)),
                node.getOutputList().stream().filter(name -> !name.isEmpty()).toList(),
                parts);
    }

    /** The model that this is the graph of. */
    public OnnxModel model() {
        return model;
    }

    /** Its operators, each after what it reads; what only makes a weight is none. */
    public List<Operator> operators() {
        return List.copyOf(operators);
    }

    /** Whether a tensor is a weight. */
    public boolean isWeight(String tensor) {
        return weights.containsKey(tensor);
    }

    /** The hash of a weight's element type, sizes and values; empty where the tensor is none. */
    public Optional<String> hash(String tensor) {
        TensorProto weight = weights.get(tensor);
        return weight == null
                ? Optional.empty()
                : Optional.of(hashes.computeIfAbsent(tensor, _ -> forms.weight(weight)));
    }

    /** A weight; empty where the tensor is none, or is of an element type that is not known here. */
    public Optional<Tensor> weight(String tensor) {
        return Optional.ofNullable(weights.get(tensor)).flatMap(Tensors::toTensor);
    }
}
