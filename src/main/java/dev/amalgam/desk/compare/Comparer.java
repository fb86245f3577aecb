package dev.amalgam.desk.compare;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Readings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs two variants on the same input with one engine, so that what both share is computed once. */
public final class Comparer {
    private final Workspace workspace;

    /** Comparisons of variants of this workspace's document. */
    public Comparer(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A variant that was run. */
    private record Ran(Variant variant, ContentKeys keys, RunReport report) {
        Typing typing() {
            return variant.typing();
        }

        Optional<Tensor> value(PortRef port) {
            return Optional.ofNullable(report.nodes().get(port.node()))
                    .map(NodeOutcome::outputs)
                    .map(outputs -> outputs.get(port.port()));
        }

        Readings readings() {
            return new Readings(typing(), this::value);
        }

        /** The outputs that have a value, each after those it depends on; what a result passes on is of another node. */
        List<PortRef> ports() {
            return typing().ordered().stream()
                    .filter(node -> !node.kind().isResult())
                    .flatMap(node -> node.outputs().keySet().stream().map(port -> new PortRef(node.id(), port)))
                    .filter(port -> value(port).isPresent())
                    .toList();
        }
    }

    /**
     * Compares. What flows into the sources of the document now flows into both, but for a source whose own settings differ.
     * Takes as long as both runs take.
     *
     * @throws RunException where nothing could run at all
     */
    public Comparison compare(Variant one, Variant another, Stop stop) throws RunException {
        Variant first = new Variant(one.title(), workspace.settled(one.typing()));
        Variant second = new Variant(another.title(), workspace.settled(another.typing()));
        Map<NodeId, Tensor> shared = new HashMap<>(flowing());
        shared.keySet().removeIf(source -> !node(first, source).equals(node(second, source)));
        return compared(run(first, shared, stop), run(second, shared, stop));
    }

    private static Optional<Node> node(Variant variant, NodeId id) {
        return variant.typing().graph().node(id);
    }

    private Map<NodeId, Tensor> flowing() {
        Typing now = workspace.document().state().typing();
        return workspace
                .inputs()
                .read(workspace.inputs().moment(now), now.components())
                .values();
    }

    private static Comparison compared(Ran one, Ran other) {
        List<Comparison.Ports> ports = new ArrayList<>();
        Set<PortRef> unmatched = new LinkedHashSet<>(one.ports());
        Set<PortRef> unmatchedThere = new LinkedHashSet<>(other.ports());
        counterparts(one, other).forEach((port, counterpart) -> {
            Deviation deviation = Deviation.between(
                    one.value(port).orElseThrow(), other.value(counterpart).orElseThrow());
            ports.add(new Comparison.Ports(port, counterpart, deviation));
            unmatched.remove(port);
            unmatchedThere.remove(counterpart);
        });
        ports.sort(Comparator.comparing(Comparison.Ports::deviation).reversed());
        return new Comparison(
                one.variant(),
                other.variant(),
                ports,
                results(one, other),
                Stream.concat(unmatched.stream(), unmatchedThere.stream()).toList(),
                problems(one, other));
    }

    private Ran run(Variant variant, Map<NodeId, Tensor> given, Stop stop) throws RunException {
        RunReport report =
                workspace.engine().runNodes(variant.typing(), given, workspace.options(), EngineListener.NONE, stop);
        return new Ran(variant, ContentKeys.of(variant.typing(), given), report);
    }

    /** To each output of the first the one of the second: by the name of its node, or else by what it computes. */
    private static Map<PortRef, PortRef> counterparts(Ran one, Ran other) {
        Map<String, PortRef> byKey = new HashMap<>();
        Set<PortRef> there = new HashSet<>(other.ports());
        there.forEach(port -> other.keys().port(port).ifPresent(key -> byKey.put(key, port)));
        Map<PortRef, PortRef> counterparts = new LinkedHashMap<>();
        for (PortRef port : one.ports()) {
            Optional<PortRef> same = there.contains(port) ? Optional.of(port) : Optional.empty();
            same.or(() -> one.keys().port(port).map(byKey::get)).ifPresent(it -> counterparts.put(port, it));
        }
        return counterparts;
    }

    private static List<Comparison.Results> results(Ran one, Ran other) {
        Set<NodeId> all = new LinkedHashSet<>(resultNodes(one));
        all.addAll(resultNodes(other));
        return all.stream().map(node -> result(node, one, other)).toList();
    }

    /** The results or, where none is marked as one, the nodes that nothing hangs below. */
    private static List<NodeId> resultNodes(Ran ran) {
        List<NodeId> marked = ran.typing().ordered().stream()
                .filter(node -> node.kind().isResult())
                .map(TypedNode::id)
                .toList();
        return marked.isEmpty()
                ? ran.typing().graph().order().stream()
                        .filter(id -> ran.typing().graph().wiresOutOf(id).isEmpty())
                        .toList()
                : marked;
    }

    private static Comparison.Results result(NodeId node, Ran one, Ran other) {
        Optional<Reading> first = one.readings().of(node);
        Optional<Reading> second = other.readings().of(node);
        Optional<Deviation> deviation =
                main(node, one).flatMap(before -> main(node, other).map(now -> Deviation.between(before, now)));
        return new Comparison.Results(node, first, second, deviation, LabelPair.of(first, second));
    }

    private static Optional<Tensor> main(NodeId node, Ran ran) {
        return Optional.ofNullable(ran.report().nodes().get(node))
                .flatMap(outcome -> outcome.outputs().values().stream().findFirst());
    }

    private static List<Problem> problems(Ran one, Ran other) {
        return Stream.of(one, other)
                .flatMap(ran -> ran.report().problems().stream())
                .distinct()
                .toList();
    }
}
