package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be changed in a model. Each change gives a new model, which shares the weights that stay; the old one is as it was.
 * An operator is known by a tensor that it makes. Each method throws {@link SurgeryException} where the change cannot be made on
 * this model, and {@link OnnxException} where the model itself stands against it.
 */
public final class Surgery {
    private Surgery() {}

    /** The model with types for inputs and outputs of which the file says none. */
    public static OnnxModel declared(OnnxModel model, Map<String, TensorType> types) throws OnnxException {
        GraphProto.Builder graph = model.proto().getGraph().toBuilder();
        graph.getInputBuilderList().forEach(input -> declare(input, types));
        graph.getOutputBuilderList().forEach(output -> declare(output, types));
        return model.with(model.proto().toBuilder().setGraph(graph).build());
    }

    private static void declare(ValueInfoProto.Builder value, Map<String, TensorType> types) {
        TensorType type = types.get(value.getName());
        if (!value.hasType() && type != null && type.element() instanceof ElementType) {
            value.setType(Types.declare(value.getName(), type).getType());
        }
    }

    /**
     * What makes the tensors {@code to} and nothing else; the tensors {@code from} are inputs from now on, where they are needed.
     */
    public static OnnxModel cut(OnnxModel model, List<String> from, List<String> to)
            throws OnnxException, SurgeryException {
        if (to.isEmpty()) {
            throw new SurgeryException("no tensor is named to cut up to", "Name at least one");
        }
        Set<String> known = new LinkedHashSet<>(Graphs.defined(model.proto().getGraph()));
        for (String name : Stream.concat(from.stream(), to.stream()).toList()) {
            if (!known.contains(name)) {
                throw new SurgeryException(
                        Workpiece.nameOf(model) + " has no tensor named '" + name + "'",
                        Workpiece.near(name, List.copyOf(known)));
            }
        }
        return model.cut(from, to);
    }

    /** Gives an input another name. */
    public static OnnxModel renameInput(OnnxModel model, String old, String fresh)
            throws OnnxException, SurgeryException {
        return new Renaming(model, old, fresh).input();
    }

    /** Gives an output another name. */
    public static OnnxModel renameOutput(OnnxModel model, String old, String fresh)
            throws OnnxException, SurgeryException {
        return new Renaming(model, old, fresh).output();
    }

    /** Gives a named size another name, in expressions too. */
    public static OnnxModel renameSize(OnnxModel model, String old, String fresh)
            throws OnnxException, SurgeryException {
        return new Renaming(model, old, fresh).dimension();
    }

    /**
     * Takes an operator away; what read its result reads one of its inputs.
     *
     * @param passed which input; empty for the first
     */
    public static OnnxModel delete(OnnxModel model, String tensor, String passed)
            throws OnnxException, SurgeryException {
        return new Operators(model, tensor).delete(passed);
    }

    /**
     * Puts an operator on a tensor: whoever read the tensor reads its result.
     *
     * @param operator such as {@code Relu} or {@code domain::Name}
     * @param more what it reads beside the tensor
     * @param attributes such as {@code axis=1}
     */
    public static OnnxModel insert(
            OnnxModel model, String tensor, String operator, List<String> more, List<String> attributes)
            throws OnnxException, SurgeryException {
        return new Operators(model, tensor).insert(operator, more, attributes);
    }

    /**
     * Puts an operator in the place of another; its results keep their names.
     *
     * @param reads what it reads; none for what the old one reads
     * @param attributes such as {@code axis=1}; those of the old one are gone
     */
    public static OnnxModel replace(
            OnnxModel model, String tensor, String operator, List<String> reads, List<String> attributes)
            throws OnnxException, SurgeryException {
        return new Operators(model, tensor).replace(operator, reads, attributes);
    }

    /** Sets an attribute of an operator, or takes it away where {@code value} is empty. */
    public static OnnxModel attribute(OnnxModel model, String tensor, String name, String value)
            throws OnnxException, SurgeryException {
        return new Operators(model, tensor).attribute(name, value);
    }

    /** A model without inputs that makes all of this model that does not depend on its inputs; empty where there is nothing. */
    public static Optional<OnnxModel> constants(OnnxModel model) throws OnnxException {
        return new Folding(model).constants();
    }

    /** The model with these values in the place of what makes them; {@code values} are of {@link #constants}. */
    public static OnnxModel fold(OnnxModel model, Map<String, Tensor> values) throws OnnxException {
        return new Folding(model).with(values);
    }

    /** The model without weights that nothing reads, with equal weights once. */
    public static OnnxModel tidy(OnnxModel model) throws OnnxException {
        return Tidying.of(model);
    }

    /** The model for any number of examples; {@code name} is what that number is called. To be proved by running it. */
    public static OnnxModel openBatch(OnnxModel model, String name) throws OnnxException, SurgeryException {
        return new BatchOpening(model, name).open();
    }

    /** The model in a later operator set of ONNX. */
    public static OnnxModel raise(OnnxModel model, int opset) throws OnnxException, SurgeryException {
        return Raising.to(model, opset);
    }

    /** The model with large weights stored as float16; inputs, outputs and computing stay as they are. */
    public static OnnxModel halve(OnnxModel model) throws OnnxException, SurgeryException {
        return Halving.of(model);
    }

    /** The model with large weights in 8 bits and matrix products in whole numbers. */
    public static OnnxModel quantise(OnnxModel model) throws OnnxException, SurgeryException {
        return Quantising.of(model);
    }

    /**
     * The part of a model that makes a tensor, with another model behind it.
     *
     * @param types of the tensors of {@code model}
     * @param headTypes of the tensors of {@code head}
     * @param input which input of the head takes the tensor; empty where it has one
     */
    public static OnnxModel replaceHead(
            OnnxModel model,
            Map<String, TensorType> types,
            String tensor,
            OnnxModel head,
            Map<String, TensorType> headTypes,
            String input)
            throws OnnxException, SurgeryException {
        return new HeadJoin(model, types, head, headTypes).at(tensor, input);
    }
}
