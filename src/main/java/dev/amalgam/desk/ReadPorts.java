package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.PortRef;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.View;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which tensors the readings of the results are made of, so that what ships can give them too. */
final class ReadPorts {
    private ReadPorts() {}

    static Set<PortRef> of(Typing typing) {
        Set<PortRef> ports = new LinkedHashSet<>();
        for (TypedNode result : typing.ordered()) {
            if (result.kind().isResult()) {
                typing.graph().wiresInto(result.id()).stream()
                        .map(wire -> wire.from().node())
                        .flatMap(node -> typing.node(node).stream())
                        .flatMap(source -> read(typing, source))
                        .forEach(ports::add);
            }
        }
        return ports;
    }

    private static Stream<PortRef> read(Typing typing, TypedNode source) {
        if (source.isBypassed()) {
            return Stream.empty();
        }
        try {
            return switch (source.kind().view(source.chosen(), typing.components())) {
                case View.Plain(String output) -> own(source, output);
                case View.Mask(String mask, String picture) ->
                    Stream.concat(own(source, mask), into(typing, source, picture));
                case View.Boxes view ->
                    Stream.concat(
                            own(source, view.boxes(), view.labels(), view.scores()),
                            into(typing, source, view.picture()));
                case View.Keypoints view ->
                    Stream.concat(own(source, view.points(), view.scores()), into(typing, source, view.picture()));
                case View.Ranking(String labels, String scores) -> own(source, labels, scores, "");
                case View.Wave(String output, int _) -> own(source, output);
                case View.Switches view -> own(source, view.scores(), view.decisions());
            };
        } catch (KindException e) {
            return Stream.empty();
        }
    }

    private static Stream<PortRef> own(TypedNode source, String... outputs) {
        return Stream.of(outputs)
                .map(output -> new PortRef(
                        source.id(),
                        output.isEmpty() ? source.outputs().firstEntry().getKey() : output));
    }

    private static Stream<PortRef> into(Typing typing, TypedNode source, String input) {
        return Optional.ofNullable(input)
                .flatMap(name -> typing.graph().wireInto(new PortRef(source.id(), name)))
                .map(wire -> wire.from())
                .stream();
    }
}
