package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives an input, an output or a size of a model another name. */
final class Renaming {
    /** A name within an expression such as {@code floor(width/2)+1}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final OnnxModel model;
    private final String old;
    private final String fresh;

    Renaming(OnnxModel model, String old, String fresh) throws SurgeryException {
        this.model = model;
        this.old = old;
        this.fresh = fresh;
        if (fresh.isBlank()) {
            throw new SurgeryException("'" + old + "' would have no name", "Say what to call it");
        }
    }

    OnnxModel input() throws OnnxException, SurgeryException {
        List<String> names = names(model.inspect().inputs());
        require("input", names);
        Workpiece piece = piece();
        piece.redirect(Map.of(old, fresh));
        rename(piece.graph().getInputBuilderList(), old, fresh);
        if (piece.isOutput(old)) {
            piece.identity(fresh, old);
        }
        return piece.done();
    }

    OnnxModel output() throws OnnxException, SurgeryException {
        require("output", names(model.inspect().outputs()));
        Workpiece piece = piece();
        if (piece.isInput(old) || piece.weights().containsKey(old)) {
            piece.identity(old, fresh);
        } else {
            piece.redirect(Map.of(old, fresh));
        }
        rename(piece.graph().getOutputBuilderList(), old, fresh);
        return piece.done();
    }

    private Workpiece piece() throws SurgeryException {
        Workpiece piece = new Workpiece(model);
        if (piece.isTaken(fresh)) {
            throw new SurgeryException(
                    Workpiece.nameOf(model) + " has a tensor named '" + fresh + "' already", "Choose another name");
        }
        return piece;
    }

    private static List<String> names(List<Inspection.Value> values) {
        return values.stream().map(Inspection.Value::name).toList();
    }

    private void require(String what, List<String> names) throws SurgeryException {
        if (!names.contains(old)) {
            throw new SurgeryException(
                    Workpiece.nameOf(model) + " has no " + what + " named '" + old + "'", Workpiece.near(old, names));
        }
    }

    private static void rename(List<ValueInfoProto.Builder> values, String from, String to) {
        values.stream().filter(value -> value.getName().equals(from)).forEach(value -> value.setName(to));
    }

    OnnxModel dimension() throws OnnxException, SurgeryException {
        Set<String> names = new TreeSet<>();
        GraphProto whole = model.proto().getGraph();
        List.of(whole.getInputList(), whole.getOutputList(), whole.getValueInfoList())
                .forEach(values -> values.forEach(value -> addNames(value, names)));
        require("size", List.copyOf(names));
        if (names.contains(fresh)) {
            throw new SurgeryException(
                    Workpiece.nameOf(model) + " has a size named '" + fresh + "' already, and the two may differ",
                    "Choose another name");
        }
        Workpiece piece = new Workpiece(model);
        GraphProto.Builder graph = piece.graph().addAllValueInfo(whole.getValueInfoList());
        List.of(graph.getInputBuilderList(), graph.getOutputBuilderList(), graph.getValueInfoBuilderList())
                .forEach(values -> values.forEach(this::renameSizes));
        Renamer inside = new Renamer(Map.of(), new Sizes());
        List<NodeProto> nodes = new ArrayList<>(piece.nodes());
        piece.nodes().clear();
        nodes.forEach(node -> piece.nodes().add(Graphs.inside(node).isEmpty() ? node : inside.node(node)));
        return piece.done();
    }

    private static void addNames(ValueInfoProto value, Set<String> names) {
        for (Dimension dim : value.getType().getTensorType().getShape().getDimList()) {
            Matcher found = NAME.matcher(dim.getDimParam());
            while (found.find()) {
                names.add(found.group());
            }
        }
    }

    private void renameSizes(ValueInfoProto.Builder value) {
        if (value.getType().getTensorType().hasShape()) {
            TypeProto.Tensor.Builder type = value.getTypeBuilder().getTensorTypeBuilder();
            type.getShapeBuilder().getDimBuilderList().stream()
                    .filter(dim -> !dim.getDimParam().isEmpty())
                    .forEach(dim -> dim.setDimParam(renamed(dim.getDimParam())));
        }
    }

    private String renamed(String expression) {
        return NAME.matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().equals(old) ? fresh : found.group()));
    }

    /** Sizes within graphs inside operators are the same sizes. */
    private final class Sizes implements Renamer.Rules {
        @Override
        public String tensor(String name) {
            return name;
        }

        @Override
        public String node(NodeProto node) {
            return node.getName();
        }

        @Override
        public String dimension(String name) {
            return renamed(name);
        }

        @Override
        public NodeProto call(NodeProto node) {
            return node;
        }
    }
}
