package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The top graph of a model while it is changed; the model stays as it is. Weights that older files also list as inputs are
 * none here, and what the file says of tensors inside is forgotten, because it may no longer hold.
 */
final class Workpiece {
    /** The first version of the file format in which a weight need not be listed as input. */
    private static final int FREE_WEIGHTS = 4;

    private final OnnxModel model;
    private final ModelProto.Builder proto;
    private final GraphProto.Builder graph;
    private final List<NodeProto> nodes;
    private final UniqueNames tensors = new UniqueNames();
    private final UniqueNames nodeNames = new UniqueNames();

    Workpiece(OnnxModel model) {
        this.model = model;
        this.proto = model.proto().toBuilder();
        this.nodes = new ArrayList<>(model.ordered());
        GraphProto whole = model.proto().getGraph();
        this.graph = whole.toBuilder().clearInput().addAllInput(Graphs.inputs(whole));
        graph.clearValueInfo();
        proto.setIrVersion(Math.max(proto.getIrVersion(), FREE_WEIGHTS));
        takenNames(whole).forEach(tensors::unique);
        nodes.forEach(node -> nodeNames.unique(node.getName()));
    }

    private static Set<String> takenNames(GraphProto graph) {
        Set<String> names = new HashSet<>(Graphs.defined(graph));
        Graphs.forEachNode(
                graph.getNodeList(), node -> Graphs.inside(node).forEach(inner -> names.addAll(Graphs.defined(inner))));
        return names;
    }

    /** What to call the model in messages: its file without the folders. */
    String origin() {
        return nameOf(model);
    }

    static String nameOf(OnnxModel model) {
        String origin = model.origin();
        return origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
    }

    Dialect dialect() {
        return Dialect.of(proto.getOpsetImportList(), FloatingType.of(model.proto()), origin());
    }

    ModelProto.Builder proto() {
        return proto;
    }

    GraphProto.Builder graph() {
        return graph;
    }

    /** The operators, each after what it reads as long as nothing was added; to be changed in place. */
    List<NodeProto> nodes() {
        return nodes;
    }

    boolean isTaken(String tensor) {
        return tensors.isTaken(tensor);
    }

    String freshTensor(String wanted) {
        return tensors.unique(wanted);
    }

    String freshNode(String wanted) {
        return nodeNames.unique(wanted);
    }

    UniqueNames tensorNames() {
        return tensors;
    }

    UniqueNames nodeNames() {
        return nodeNames;
    }

    boolean isInput(String tensor) {
        return graph.getInputList().stream().anyMatch(input -> input.getName().equals(tensor));
    }

    boolean isOutput(String tensor) {
        return graph.getOutputList().stream()
                .anyMatch(output -> output.getName().equals(tensor));
    }

    boolean isRead(String tensor) {
        return isOutput(tensor)
                || nodes.stream().anyMatch(node -> Graphs.reads(node).contains(tensor));
    }

    /** The operator that makes a tensor. */
    NodeProto maker(String tensor) throws SurgeryException {
        Optional<NodeProto> maker = nodes.stream()
                .filter(node -> node.getOutputList().contains(tensor))
                .findFirst();
        if (tensor.isEmpty() || maker.isEmpty()) {
            List<String> made = model.inspect().interior().stream()
                    .map(Inspection.Interior::tensor)
                    .toList();
            throw new SurgeryException(
                    "no operator of " + origin() + " makes a tensor named '" + tensor + "'", near(tensor, made));
        }
        return maker.get();
    }

    /** The remedy for a name that is not there. */
    static String near(String wrong, List<String> names) {
        return Nearest.to(wrong, names, 1).stream()
                .findFirst()
                .map(name -> "Choose '" + name + "'")
                .orElse("Choose one of the " + names.size() + " that there are");
    }

    void replace(NodeProto old, NodeProto... news) {
        int place = nodes.indexOf(old);
        nodes.remove(place);
        nodes.addAll(place, List.of(news));
    }

    /** Whoever reads one tensor reads another from now on, in graphs inside operators too. */
    void redirect(Map<String, String> reads) {
        Renamer renamer = new Renamer(reads, SameNames.RULES);
        nodes.replaceAll(renamer::node);
    }

    /** Passes a tensor on under another name. */
    void identity(String from, String to) {
        add("Identity", Attributes.NONE, List.of(from), to);
    }

    void add(String operator, Attributes attributes, List<String> reads, String... makes) {
        nodes.add(NodeProto.newBuilder()
                .setName(freshNode(makes[0] + "/" + operator))
                .setOpType(operator)
                .addAllInput(reads)
                .addAllOutput(List.of(makes))
                .addAllAttribute(attributes.protos())
                .build());
    }

    /** Every dense weight by name: initialisers and Constant operators. */
    Map<String, TensorProto> weights() {
        Map<String, TensorProto> weights = new LinkedHashMap<>();
        graph.getInitializerList().forEach(weight -> weights.put(weight.getName(), weight));
        nodes.forEach(node -> Tensors.ofConstant(node).ifPresent(value -> weights.put(node.getOutput(0), value)));
        return weights;
    }

    /** The float32 weights of at least so many elements. */
    Map<String, TensorProto> largeFloats(int least) {
        Map<String, TensorProto> large = weights();
        large.values()
                .removeIf(
                        weight -> weight.getDataType() != ElementType.FLOAT32.code() || Guard.elements(weight) < least);
        return large;
    }

    /** Takes weights away, so that operators can make tensors of their names. */
    void removeWeights(Set<String> names) {
        List<TensorProto> kept = graph.getInitializerList().stream()
                .filter(weight -> !names.contains(weight.getName()))
                .toList();
        graph.clearInitializer().addAllInitializer(kept);
        nodes.removeIf(node -> Tensors.ofConstant(node).isPresent() && names.contains(node.getOutput(0)));
    }

    String addWeight(String wanted, Tensor value) {
        String name = freshTensor(wanted);
        addWeightNamed(name, value);
        return name;
    }

    void addWeightNamed(String name, Tensor value) {
        graph.addInitializer(Tensors.toProto(value).toBuilder().setName(name));
    }

    /** The file no longer says what type these outputs have: a runtime tells. */
    void forgetOutputTypes() {
        for (int i = 0; i < graph.getOutputCount(); i++) {
            graph.setOutput(
                    i, ValueInfoProto.newBuilder().setName(graph.getOutput(i).getName()));
        }
    }

    OnnxModel done() throws OnnxException {
        graph.clearNode().addAllNode(NodeOrder.topological(nodes, origin()));
        return model.with(proto.setGraph(graph).build());
    }

    /** The same without operators and weights that no output needs; the inputs stay. */
    OnnxModel swept() throws OnnxException {
        List<String> outputs =
                graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
        ModelProto cut = new Cutter(done().proto(), origin()).cut(List.of(), outputs);
        GraphProto.Builder kept = cut.getGraph().toBuilder().clearInput().addAllInput(graph.getInputList());
        return model.with(cut.toBuilder().setGraph(kept).build());
    }
}
