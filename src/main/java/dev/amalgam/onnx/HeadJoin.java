package dev.amalgam.onnx;

import static java.util.Objects.requireNonNull;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Mismatch;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a model at a tensor and puts another model behind it, whose outputs are those of the whole. */
final class HeadJoin {
    private final OnnxModel base;
    private final Map<String, TensorType> baseTypes;
    private final OnnxModel head;
    private final Map<String, TensorType> headTypes;

    HeadJoin(OnnxModel base, Map<String, TensorType> baseTypes, OnnxModel head, Map<String, TensorType> headTypes) {
        this.base = base;
        this.baseTypes = baseTypes;
        this.head = head;
        this.headTypes = headTypes;
    }

    /** @param wanted the input of the head that takes the tensor; empty where it has only one */
    OnnxModel at(String tensor, String wanted) throws OnnxException, SurgeryException {
        String input = input(wanted);
        OnnxModel bottom = base.cut(List.of(tensor));
        requireFits(tensor, input);
        GraphBuilder builder = new GraphBuilder(base.origin());
        Map<String, Ref> inputs = inputs(builder, bottom, baseTypes);
        Ref joint =
                builder.scope("bottom").splice(bottom, inputs, List.of(tensor)).get(tensor);
        Map<String, Ref> others = new LinkedHashMap<>();
        for (Inspection.Value value : head.inspect().inputs()) {
            if (!value.name().equals(input)) {
                others.put(value.name(), input(builder, head, value, headTypes));
            }
        }
        others.put(input, joint);
        List<String> outputs =
                head.inspect().outputs().stream().map(Inspection.Value::name).toList();
        Map<String, Ref> made = builder.scope("head").splice(head, others, outputs);
        for (Inspection.Value output : head.inspect().outputs()) {
            builder.output(
                    free(builder, output.name()),
                    requireNonNull(made.get(output.name())),
                    type(head, output, headTypes));
        }
        // The head calls sizes otherwise than the bottom does.
        Workpiece whole = new Workpiece(builder.build());
        whole.forgetOutputTypes();
        return whole.done();
    }

    private String input(String wanted) throws SurgeryException {
        List<String> names =
                head.inspect().inputs().stream().map(Inspection.Value::name).toList();
        if (wanted.isEmpty() && names.size() == 1) {
            return names.getFirst();
        }
        if (!names.contains(wanted)) {
            throw new SurgeryException(
                    wanted.isEmpty()
                            ? "the head " + Workpiece.nameOf(head) + " has " + names.size() + " inputs"
                            : "the head " + Workpiece.nameOf(head) + " has no input named '" + wanted + "'",
                    Workpiece.near(wanted, names));
        }
        return wanted;
    }

    private void requireFits(String tensor, String input) throws SurgeryException {
        TensorType from = baseTypes.get(tensor);
        TensorType to = headTypes.get(input);
        Optional<Mismatch> unlike = from == null || to == null
                ? Optional.empty()
                : new Unifier().unify(to.apart("head"), from.apart("bottom"));
        if (unlike.isPresent()) {
            throw new SurgeryException(
                    "the tensor '" + tensor + "' is " + from + ", and the input '" + input + "' of "
                            + Workpiece.nameOf(head) + " takes " + to,
                    "Choose another tensor or another head");
        }
    }

    private static Map<String, Ref> inputs(GraphBuilder builder, OnnxModel model, Map<String, TensorType> types)
            throws SurgeryException {
        Map<String, Ref> inputs = new LinkedHashMap<>();
        for (Inspection.Value value : model.inspect().inputs()) {
            inputs.put(value.name(), input(builder, model, value, types));
        }
        return inputs;
    }

    private static Ref input(
            GraphBuilder builder, OnnxModel model, Inspection.Value value, Map<String, TensorType> types)
            throws SurgeryException {
        return builder.input(free(builder, value.name()), type(model, value, types));
    }

    private static TensorType type(OnnxModel model, Inspection.Value value, Map<String, TensorType> types)
            throws SurgeryException {
        TensorType type =
                Optional.ofNullable(types.get(value.name())).or(value::type).orElse(null);
        if (type == null || !(type.element() instanceof ElementType)) {
            throw new SurgeryException(
                    "'" + value.name() + "' of " + Workpiece.nameOf(model) + " is " + value.typeText()
                            + ", and only tensors can be joined",
                    "Choose a model whose inputs and outputs are tensors");
        }
        return type;
    }

    /** A head may call an output as the bottom calls an input. */
    private static String free(GraphBuilder builder, String name) {
        String free = name;
        while (builder.declares(free)) {
            free = free + "_2";
        }
        return free;
    }
}
