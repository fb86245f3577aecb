package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes away, puts in and changes single operators of a model's top graph; one is known by the tensor that it makes. */
final class Operators {
    private final Workpiece piece;
    private final String tensor;

    Operators(OnnxModel model, String tensor) {
        this.piece = new Workpiece(model);
        this.tensor = tensor;
    }

    /** @param passed which of its inputs takes the place of what it made; empty for the first */
    OnnxModel delete(String passed) throws OnnxException, SurgeryException {
        NodeProto gone = piece.maker(tensor);
        requireOneResult(gone);
        String passes = passed(gone, passed);
        piece.nodes().remove(gone);
        if (piece.isOutput(tensor)) {
            takeOver(passes);
        } else {
            piece.redirect(Map.of(tensor, passes));
        }
        piece.forgetOutputTypes();
        return piece.swept();
    }

    private void requireOneResult(NodeProto gone) throws SurgeryException {
        for (String other : gone.getOutputList()) {
            if (!other.equals(tensor) && !other.isEmpty() && piece.isRead(other)) {
                throw new SurgeryException(
                        "the " + Graphs.describe(gone) + " also makes '" + other + "', which is read",
                        "Take away first what reads it");
            }
        }
    }

    private String passed(NodeProto gone, String wanted) throws SurgeryException {
        List<String> reads =
                gone.getInputList().stream().filter(name -> !name.isEmpty()).toList();
        if (reads.isEmpty()) {
            throw new SurgeryException(
                    "the " + Graphs.describe(gone) + " reads nothing that could take its place",
                    "Choose an operator that has an input");
        }
        if (!wanted.isEmpty() && !reads.contains(wanted)) {
            throw new SurgeryException(
                    "the " + Graphs.describe(gone) + " does not read '" + wanted + "'", Workpiece.near(wanted, reads));
        }
        return wanted.isEmpty() ? reads.getFirst() : wanted;
    }

    /** An output keeps its name: what is passed on has it from now on, unless it has one to keep itself. */
    private void takeOver(String passes) {
        boolean keeps = piece.isInput(passes)
                || piece.isOutput(passes)
                || piece.weights().containsKey(passes);
        if (keeps) {
            piece.identity(passes, tensor);
        } else {
            piece.redirect(Map.of(passes, tensor));
        }
    }

    /** @param more what the new operator reads beside the tensor that it is put on */
    OnnxModel insert(String operator, List<String> more, List<String> attributes)
            throws OnnxException, SurgeryException {
        NodeProto.Builder node = named(NodeProto.newBuilder(), operator);
        String before = piece.freshTensor(tensor + "/before");
        if (piece.isInput(tensor)) {
            piece.redirect(Map.of(tensor, before));
            piece.nodes().add(finished(node.addInput(tensor).addAllInput(more).addOutput(before), attributes));
        } else {
            NodeProto maker = piece.maker(tensor);
            List<String> makes = new ArrayList<>(maker.getOutputList());
            makes.replaceAll(name -> name.equals(tensor) ? before : name);
            piece.replace(
                    maker,
                    maker.toBuilder().clearOutput().addAllOutput(makes).build(),
                    finished(node.addInput(before).addAllInput(more).addOutput(tensor), attributes));
        }
        requireKnown(more);
        piece.forgetOutputTypes();
        return piece.done();
    }

    /** @param reads what the operator reads from now on; none for what it reads now */
    OnnxModel replace(String operator, List<String> reads, List<String> attributes)
            throws OnnxException, SurgeryException {
        NodeProto old = piece.maker(tensor);
        NodeProto.Builder node =
                named(old.toBuilder().clearAttribute().clearDomain().clearOverload(), operator);
        if (!reads.isEmpty()) {
            requireKnown(reads);
            node.clearInput().addAllInput(reads);
        }
        piece.replace(old, finished(node, attributes));
        piece.forgetOutputTypes();
        return piece.swept();
    }

    /** @param value the attribute as text; empty takes it away */
    OnnxModel attribute(String name, String value) throws OnnxException, SurgeryException {
        NodeProto old = piece.maker(tensor);
        Optional<AttributeProto> known = old.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
        if (known.isEmpty() && value.isEmpty()) {
            throw new SurgeryException(
                    "the " + Graphs.describe(old) + " has no attribute '" + name + "' to take away",
                    Workpiece.near(
                            name,
                            old.getAttributeList().stream()
                                    .map(AttributeProto::getName)
                                    .toList()));
        }
        NodeProto.Builder node = old.toBuilder().clearAttribute();
        old.getAttributeList().stream()
                .filter(attribute -> !attribute.getName().equals(name))
                .forEach(node::addAttribute);
        if (!value.isEmpty()) {
            node.addAttribute(AttributeText.parse(name, value, known.map(AttributeProto::getType)));
        }
        piece.replace(old, node.build());
        piece.forgetOutputTypes();
        return piece.done();
    }

    private NodeProto.Builder named(NodeProto.Builder node, String operator) throws SurgeryException {
        int end = operator.indexOf("::");
        String domain = end < 0 ? "" : Dialect.domain(operator.substring(0, end));
        String type = end < 0 ? operator : operator.substring(end + 2);
        Dialect dialect = piece.dialect();
        boolean declared = dialect.opsets().containsKey(domain);
        boolean unknown = domain.isEmpty()
                && OpsetTable.since(domain, type, dialect.version(domain)).isEmpty();
        if (unknown || !declared || type.isEmpty()) {
            throw new SurgeryException(
                    piece.origin() + " cannot have an operator " + operator + ": its operator set "
                            + (declared ? domain + " " + dialect.version(domain) : domain) + " has none",
                    OpsetTable.first(domain, type) > 0
                            ? "Raise the operator set to " + OpsetTable.first(domain, type) + " before"
                            : "Choose an operator that ONNX has");
        }
        if (!domain.isEmpty()) {
            node.setDomain(domain);
        }
        return node.setOpType(type);
    }

    private NodeProto finished(NodeProto.Builder node, List<String> attributes) throws SurgeryException {
        for (String attribute : attributes) {
            int equals = attribute.indexOf('=');
            if (equals < 1) {
                throw new SurgeryException(
                        "'" + attribute + "' is no attribute", "Write it as name=value, such as axis=1");
            }
            node.addAttribute(AttributeText.parse(
                    attribute.substring(0, equals).strip(),
                    attribute.substring(equals + 1).strip(),
                    Optional.<AttributeType>empty()));
        }
        return node.setName(piece.freshNode(tensor + "/" + node.getOpType())).build();
    }

    private void requireKnown(List<String> reads) throws SurgeryException {
        for (String name : reads) {
            if (!piece.isTaken(name)) {
                throw new SurgeryException(
                        piece.origin() + " has no tensor named '" + name + "'",
                        "Choose an input, a weight or what an operator makes");
            }
        }
    }
}
