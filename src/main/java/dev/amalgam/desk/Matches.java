package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.WiringRules;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Signature.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which kinds could be wired to a port: one node of each is put beside the amalgamation and judged by the rules that judge
 * every wire. A kind that has no ports before a file is chosen for it is not among them.
 */
public final class Matches {
    /**
     * A kind that fits.
     *
     * @param kind the kind, as it is with its standard settings
     * @param port its first port that fits
     */
    public record Match(Kind kind, String port) {}

    private final PortRef port;
    private final boolean input;
    private final Typing trial;
    private final Edits edits;

    private Matches(PortRef port, boolean input, Typing trial) {
        this.port = port;
        this.input = input;
        this.trial = trial;
        this.edits = new Edits(trial);
    }

    /**
     * The kinds with a port that fits, in the order of the palette.
     *
     * @param typing the types of the amalgamation
     * @param port a port of it
     * @param input whether that is an input; where it is taken nothing fits
     */
    public static List<Match> of(Typing typing, PortRef port, boolean input) {
        Map<NodeId, Kind> tried = new LinkedHashMap<>();
        Names names = Names.in(typing.graph());
        typing.catalogue().kinds().forEach(kind -> tried.put(names.titled("try " + kind.name()), kind));
        Matches matches = new Matches(port, input, typing.next(with(tried, typing.graph())));
        List<Match> found = new ArrayList<>();
        tried.forEach((id, kind) -> matches.port(id).ifPresent(name -> found.add(new Match(kind, name))));
        return found;
    }

    private static Amalgamation with(Map<NodeId, Kind> tried, Amalgamation graph) {
        List<Edit> adds = new ArrayList<>();
        tried.forEach(
                (id, kind) -> adds.add(new Edit.Add(new Node(id, kind.name(), Settings.NONE), new Position(0, 0))));
        return switch (new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("Try", adds))) {
            case Outcome.Applied(Amalgamation all) -> all;
            case Outcome.Refused(var refusal) -> throw new IllegalStateException(refusal.sentence());
        };
    }

    private Optional<String> port(NodeId node) {
        return trial.node(node).stream()
                .flatMap(typed -> input ? typed.outputs().keySet().stream() : inputs(typed))
                .filter(name -> fits(new PortRef(node, name)))
                .findFirst();
    }

    /** Those that have to be wired come first. */
    private static Stream<String> inputs(TypedNode typed) {
        return typed.signature().inputs().stream()
                .sorted(Comparator.comparing(Input::optional))
                .map(Input::name);
    }

    private boolean fits(PortRef other) {
        return (input ? edits.refuse(trial.graph(), other, port) : edits.refuse(trial.graph(), port, other)).isEmpty();
    }
}
