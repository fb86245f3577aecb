package dev.amalgam.compile;

import dev.amalgam.compile.NodeTyping.Incoming;
import dev.amalgam.compile.NodeTyping.Result;
import dev.amalgam.graph.Node;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.TensorType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/** What a bypassed node gives: it keeps the ports of its kind and passes on what comes in. */
final class Bypass {
    private Bypass() {}

    /** Each output passes on the first input that has its element type and its number of axes; sizes may be others. */
    static Result infer(Node node, Result active, List<Incoming> incoming) {
        return active.typed().map(typed -> infer(node, typed, incoming)).orElse(active);
    }

    private static Result infer(Node node, TypedNode typed, List<Incoming> incoming) {
        SequencedMap<String, String> sources = new LinkedHashMap<>();
        SequencedMap<String, PortType> outputs = new LinkedHashMap<>(typed.outputs());
        typed.outputs()
                .forEach((output, type) -> source(typed, type.type()).ifPresent(input -> {
                    sources.put(output, input);
                    outputs.replace(output, typed.inputs().get(input));
                }));
        // Where a type above is not known, that is told there.
        boolean known = incoming.stream().allMatch(in -> in.type().isPresent());
        Optional<Problem> problem = typed.outputs().keySet().stream()
                .filter(output -> known && !sources.containsKey(output))
                .findFirst()
                .map(output -> nothingFits(node, typed, output));
        boolean sound = sources.size() == outputs.size() && incoming.stream().allMatch(Incoming::sound);
        TypedNode bypassed = new TypedNode(
                node, typed.kind(), typed.chosen(), typed.signature(), typed.inputs(), outputs, sources, sound);
        return new Result(Optional.of(bypassed), problem.stream().toList());
    }

    private static Optional<String> source(TypedNode typed, TensorType output) {
        return typed.signature().inputs().stream()
                .map(Input::name)
                .filter(input -> Optional.ofNullable(typed.inputs().get(input))
                        .filter(type -> fits(type.type(), output))
                        .isPresent())
                .findFirst();
    }

    private static boolean fits(TensorType input, TensorType output) {
        boolean open = !(input.element() instanceof ElementType && output.element() instanceof ElementType);
        OptionalInt axes = input.shape().rank();
        OptionalInt wanted = output.shape().rank();
        return (open || input.element().equals(output.element()))
                && (axes.isEmpty() || wanted.isEmpty() || axes.equals(wanted));
    }

    private static Problem nothingFits(Node node, TypedNode typed, String output) {
        PortType type = typed.outputs().get(output);
        String why = typed.inputs().isEmpty()
                ? "nothing comes in that it could pass on"
                : "no input has the element type and the axes of its output '" + output + "', " + type;
        return Problem.error(
                "nothing-fits",
                node.id(),
                output,
                "'" + node.id() + "' is bypassed, but " + why,
                "Activate it, or mute it");
    }
}
