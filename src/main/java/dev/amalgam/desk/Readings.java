package dev.amalgam.desk;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts the values of a run into the words of {@link Reading}, as the kinds' views say. */
public final class Readings {
    private final Typing typing;
    private final Function<PortRef, Optional<Tensor>> values;

    /** Readings of these values, by output. */
    public Readings(Typing typing, Function<PortRef, Optional<Tensor>> values) {
        this.typing = typing;
        this.values = values;
    }

    /** What a node's main result says; a result node says what the node says that it is wired to. */
    public Optional<Reading> of(NodeId id) {
        return typing.node(id).flatMap(typed -> typed.kind().isResult() ? result(typed) : own(typed));
    }

    private Optional<Reading> result(TypedNode typed) {
        return typing.graph().wiresInto(typed.id()).stream().findFirst().flatMap(wire -> {
            PortRef from = wire.from();
            Optional<TypedNode> source = typing.node(from.node());
            boolean main = source.map(
                            node -> node.outputs().firstEntry().getKey().equals(from.port()))
                    .orElse(false);
            // Of what ships only the result itself may be there.
            return main ? source.flatMap(this::own).or(() -> plain(from)) : plain(from);
        });
    }

    private Optional<Reading> own(TypedNode typed) {
        if (typed.isBypassed()) {
            return plain(port(typed, ""));
        }
        try {
            return switch (typed.kind().view(typed.chosen(), typing.components())) {
                case View.Plain(String output) -> plain(port(typed, output));
                case View.Mask(String mask, String picture) -> overlay(typed, mask, picture);
                case View.Boxes view -> new Located(typing, values, typed).boxes(view);
                case View.Keypoints view -> new Located(typing, values, typed).keypoints(view);
                case View.Wave(String output, int rate) ->
                    values.apply(port(typed, output)).map(samples -> new Reading.Wave(samples, rate));
                case View.Ranking(String labels, String scores) -> ranking(typed, labels, scores);
                case View.Switches view -> switches(typed, view);
            };
        } catch (KindException e) {
            return Optional.empty();
        }
    }

    private static PortRef port(TypedNode typed, String output) {
        return new PortRef(
                typed.id(), output.isEmpty() ? typed.outputs().firstEntry().getKey() : output);
    }

    private Optional<Reading> overlay(TypedNode typed, String mask, String picture) {
        Optional<Tensor> under =
                typing.graph().wireInto(new PortRef(typed.id(), picture)).flatMap(wire -> values.apply(wire.from()));
        return under.flatMap(pixels -> values.apply(port(typed, mask)).map(over -> new Reading.Overlay(pixels, over)));
    }

    private Optional<Reading> ranking(TypedNode typed, String labels, String scores) {
        List<String> text = values.apply(port(typed, "")).map(Tensor::strings).orElse(List.of());
        return values.apply(port(typed, labels))
                .flatMap(names -> values.apply(port(typed, scores))
                        .map(numbers -> new Reading.Ranking(ranked(names.strings(), numbers), text)));
    }

    private static List<Reading.Score> ranked(List<String> names, Tensor numbers) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Reading.Score(names.get(i), numbers.floats().get(i)))
                .toList();
    }

    private Optional<Reading> switches(TypedNode typed, View.Switches view) {
        return values.apply(port(typed, view.scores()))
                .flatMap(scores -> values.apply(port(typed, view.decisions()))
                        .map(decisions -> new Reading.Switches(switches(view, scores, decisions))));
    }

    private static List<Reading.Switch> switches(View.Switches view, Tensor scores, Tensor decisions) {
        List<Reading.Switch> switches = new ArrayList<>();
        for (int i = 0; i < view.labels().size() && i < scores.elements(); i++) {
            switches.add(new Reading.Switch(
                    view.labels().get(i),
                    scores.floats().get(i),
                    view.thresholds().get(i),
                    decisions.bytes().get(i) != 0));
        }
        return switches;
    }

    /** What an output says, as its type and representation suggest. */
    public Optional<Reading> of(PortRef port) {
        return plain(port);
    }

    private Optional<Reading> plain(PortRef port) {
        return values.apply(port).flatMap(tensor -> typing.output(port).map(type -> plain(port, tensor, type)));
    }

    private Reading plain(PortRef port, Tensor tensor, PortType type) {
        long[] dims = tensor.dims();
        if (tensor.element() == ElementType.STRING) {
            return new Reading.Text(tensor.strings());
        }
        if (tensor.element() == ElementType.UINT8 && dims.length == 3 && dims[2] == 3) {
            return new Reading.Picture(tensor);
        }
        if (tensor.element() != ElementType.FLOAT32 || tensor.elements() == 0) {
            return new Reading.Numbers(tensor);
        }
        Form form = type.representation().form();
        return switch (dims.length) {
            case 4 -> new Reading.Mosaic(tensor);
            case 2 ->
                form == Form.LOGITS || form == Form.SOFT
                        ? new Reading.Bars(tensor, ColumnNames.of(typing, port, dims[1]))
                        : new Reading.Strip(tensor);
            default -> new Reading.Numbers(tensor);
        };
    }
}
