package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.Obstacle.Against;
import dev.amalgam.tensor.ElementType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what stands against joining, running or exporting a model, from its file alone. */
public final class Obstacles {
    private final OnnxModel model;
    private final ModelProto proto;
    private final List<Obstacle> found = new ArrayList<>();

    private Obstacles(OnnxModel model) {
        this.model = model;
        this.proto = model.proto();
    }

    /** All of them, those against joining first; none where nothing stands against anything. */
    public static List<Obstacle> of(OnnxModel model) {
        Obstacles obstacles = new Obstacles(model);
        obstacles.operatorSets();
        obstacles.otherDomains();
        obstacles.inputs();
        obstacles.outputs();
        obstacles.random();
        return List.copyOf(obstacles.found);
    }

    /** Operators that cannot be said in the set that this program writes, one line for each operator. */
    private void operatorSets() {
        Optional<ElementType> floating = FloatingType.of(proto);
        Dialect dialect = Dialect.of(proto.getOpsetImportList(), floating, model.origin());
        Map<String, List<NodeProto>> stuck = new LinkedHashMap<>();
        proto.getGraph().getNodeList().forEach(node -> tryIn(node, dialect, stuck));
        for (FunctionProto function : proto.getFunctionsList()) {
            Dialect own = Dialect.of(function.getOpsetImportList(), floating, model.origin());
            function.getNodeList().forEach(node -> tryIn(node, own, stuck));
        }
        stuck.forEach((operator, nodes) -> found.add(new Obstacle(
                Against.FUSING,
                describe(nodes),
                operator + " as of operator set " + dialect.version("") + " means something else in "
                        + GraphBuilder.OPSET + ", and there is no exact way to say it there",
                "Export the model again with operator set " + GraphBuilder.OPSET
                        + "; alone, or beside models of its own set, it joins as it is")));
    }

    private void tryIn(NodeProto node, Dialect dialect, Map<String, List<NodeProto>> stuck) {
        UniqueNames names = new UniqueNames();
        Map<String, Integer> target = Map.of("", GraphBuilder.OPSET, "ai.onnx.ml", GraphBuilder.ML_OPSET);
        try {
            new Upgrade(target, model::weight, names, names).upgrade(node, dialect);
        } catch (OnnxException e) {
            stuck.computeIfAbsent(Graphs.operator(node), _ -> new ArrayList<>()).add(node);
        }
    }

    private static String describe(List<NodeProto> nodes) {
        String first = Graphs.describe(nodes.getFirst());
        return nodes.size() == 1 ? first : first + " and " + (nodes.size() - 1) + " more";
    }

    /** Operators that are none of ONNX's own: only a runtime that knows them runs the file. */
    private void otherDomains() {
        Functions functions = new Functions(proto.getFunctionsList());
        Map<String, List<NodeProto>> foreign = new LinkedHashMap<>();
        Graphs.forEachNode(proto, node -> {
            boolean known = Tensors.isDefault(node.getDomain())
                    || node.getDomain().equals("ai.onnx.ml")
                    || functions.calledBy(node).isPresent();
            if (!known) {
                foreign.computeIfAbsent(Graphs.operator(node), _ -> new ArrayList<>())
                        .add(node);
            }
        });
        foreign.forEach((operator, nodes) -> found.add(new Obstacle(
                Against.EXPORTING,
                describe(nodes),
                operator + " is no operator of ONNX, so what is exported runs only where it is known",
                "Export the model again without it, or ship it with ONNX Runtime")));
    }

    private void inputs() {
        for (ValueInfoProto input : Graphs.inputs(proto.getGraph())) {
            String type = Types.text(input);
            if (Types.tensorType(input).isEmpty() && !type.equals("?")) {
                found.add(new Obstacle(
                        Against.RUNNING,
                        "input " + input.getName(),
                        "It takes " + type + ", and wires carry tensors",
                        "Cut the model behind it: amalgam cut --from"));
            }
        }
    }

    private void outputs() {
        for (ValueInfoProto output : proto.getGraph().getOutputList()) {
            String type = Types.text(output);
            if (Types.tensorType(output).isEmpty() && !type.equals("?")) {
                found.add(new Obstacle(
                        Against.RUNNING,
                        "output " + output.getName(),
                        "It gives " + type + ", and wires carry tensors",
                        "Tap a tensor before it"));
            }
        }
    }

    private void random() {
        List<NodeProto> random = new ArrayList<>();
        Graphs.forEachNode(proto, node -> {
            if (CanonicalNode.isRandom(node)) {
                random.add(node);
            }
        });
        if (!random.isEmpty()) {
            found.add(new Obstacle(
                    Against.EXPORTING,
                    describe(random),
                    "It gives something else whenever it runs, so an export cannot be proved equal",
                    "Make its values an input"));
        }
    }
}
