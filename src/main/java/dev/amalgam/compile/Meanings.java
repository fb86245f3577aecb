package dev.amalgam.compile;

import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Representation.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the outputs of a node represent, given what flows into it. */
record Meanings(List<NodeTyping.Incoming> incoming, Map<String, PortType> inputs) {
    Representation of(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Is(Representation representation) -> representation;
            case Meaning.SameAs(String input) -> ofInput(input);
            case Meaning.UnitLengthOf(String input) -> ofInput(input).withUnitLength();
            case Meaning.DenseOf(List<String> joined) ->
                Representation.dense(joined.stream().flatMap(this::segments).toList());
        };
    }

    private Representation ofInput(String input) {
        return Optional.ofNullable(inputs.get(input))
                .map(PortType::representation)
                .orElse(Representation.RAW);
    }

    /** What is dense already keeps its segments; anything else is one. */
    private Stream<Segment> segments(String input) {
        PortType type = inputs.get(input);
        if (type == null || type.type().shape().dims().isEmpty()) {
            return Stream.empty();
        }
        if (type.representation().form() == Form.DENSE) {
            return type.representation().segments().stream();
        }
        Dim columns = type.type().shape().dims().getLast();
        return incoming.stream()
                .filter(in -> in.wire().to().port().equals(input))
                .map(in -> new Segment(in.wire().from().toString(), columns));
    }
}
