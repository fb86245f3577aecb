package dev.amalgam.compile;

import static java.util.Objects.requireNonNull;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Form;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Parts an amalgamation into {@link Region}s: one for each node, so that every port can be looked at, or a single one for all
 * that the results need, which is what ships. Both come from the same lowerings. Nodes that are not sound, or
 * of which types are still open, are left out.
 */
public final class Regions {
    private static final String FEED = "feed";
    private static final String IN = "in.";

    private final Typing typing;
    private final Map<NodeId, Tensor> given;
    private final ContentKeys keys;
    private final List<TypedNode> lowerable;

    /** The regions of a typed amalgamation. */
    public Regions(Typing typing) {
        this(typing, Map.of());
    }

    /** The same, where some sources are given other values than their settings say. */
    public Regions(Typing typing, Map<NodeId, Tensor> given) {
        this.typing = typing;
        this.given = Map.copyOf(given);
        this.keys = ContentKeys.of(typing, given);
        this.lowerable = lowerable(typing, keys);
    }

    /** The names of what the nodes compute. */
    public ContentKeys keys() {
        return keys;
    }

    /** Which nodes are left out although nothing is wrong with them: a file is not what it was, or a type is still open. */
    public Map<NodeId, Problem> problems() {
        Map<NodeId, Problem> problems = new LinkedHashMap<>(keys.problems());
        for (TypedNode typed : typing.ordered()) {
            // Told once, where it begins.
            boolean begins = isDefinite(typed.inputs()) && !isDefinite(typed.outputs());
            if (begins && typed.sound() && keys.node(typed.id()).isPresent()) {
                problems.put(typed.id(), open(typed.id()));
            }
        }
        return problems;
    }

    private static Problem open(NodeId node) {
        return Problem.error(
                "types-unknown",
                node,
                "",
                "The runtime has not told the types inside the model",
                "Run it again, and make room in the folder for temporary files if that is full");
    }

    /** The graph inputs and what fills them, of all sound nodes. */
    public List<Source> sources() throws LoweringException {
        List<Source> sources = new ArrayList<>();
        for (TypedNode typed : lowerable) {
            Optional<Feed> feed = feed(typed);
            if (feed.isPresent()) {
                PortType type = typed.outputs().firstEntry().getValue();
                Tensor instead = given.get(typed.id());
                Feed from = instead == null ? feed.get() : new Feed.Constant(instead);
                sources.add(new Source(typed.id(), from, type, feedKey(typed.id())));
            }
        }
        return sources;
    }

    /** A region for each node that computes something. */
    public List<Region> eachNode() throws LoweringException {
        List<Region> regions = new ArrayList<>();
        for (TypedNode typed : lowerable) {
            if (!typed.kind().isResult()) {
                regions.add(alone(typed));
            }
        }
        return regions;
    }

    /** The tensor that a result passes on, and the name it has in the exported file. */
    public record Result(NodeId node, PortRef from, PortType type) {}

    /** The results, in the order of the nodes. */
    public List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (TypedNode typed : lowerable) {
            if (typed.kind().isResult()) {
                Wire wire = typing.graph().wiresInto(typed.id()).getFirst();
                results.add(new Result(
                        typed.id(), wire.from(), typing.output(wire.from()).orElseThrow()));
            }
        }
        return results;
    }

    /**
     * One region with all that the results need; its inputs are named as the sources, its outputs as the results.
     *
     * @param name of the graph in the file
     * @throws LoweringException where a node stands against it, or there is no result that can be computed
     */
    public Region fused(String name) throws LoweringException {
        return fused(name, Set.of());
    }

    /**
     * The same, with other tensors inside as outputs too, each named by its port. What is fed in, is a result anyway or plays no
     * part for the results is left out.
     */
    public Region fused(String name, Set<PortRef> shown) throws LoweringException {
        return fused(name, shown, named());
    }

    /** One region with all that some of the results need and nothing else. */
    public Region fused(String name, List<Result> results) throws LoweringException {
        return fused(name, Set.of(), results);
    }

    private Region fused(String name, Set<PortRef> shown, List<Result> results) throws LoweringException {
        if (results.isEmpty()) {
            throw LoweringException.nothing();
        }
        List<TypedNode> inside = needed(results);
        List<PortRef> inner = inner(shown, inside, results);
        String modelKey = modelKey(name, inside, results, inner);
        Map<String, String> inputs = new LinkedHashMap<>();
        for (TypedNode typed : inside) {
            if (feed(typed).isPresent()) {
                inputs.put(typed.id().name(), feedKey(typed.id()));
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        results.forEach(r -> outputs.put(r.node().name(), Region.fusedKey(key(r.from()), modelKey)));
        inner.forEach(port -> outputs.put(port.toString(), Region.fusedKey(key(port), modelKey)));
        List<NodeId> nodes = inside.stream().map(TypedNode::id).toList();
        return new Region(
                name,
                nodes,
                inputs,
                Map.of(),
                outputs,
                modelKey,
                () -> lower(name, inside, results, inner).build());
    }

    /**
     * All that the results need as one model, as it ships, and where its components are in it.
     *
     * @param name of the graph in the file
     * @param form whether nodes of the canvas become functions
     * @throws LoweringException where a node stands against it, or there is no result that can be computed
     */
    public Joined joined(String name, Form form) throws LoweringException {
        List<Result> results = named();
        if (results.isEmpty()) {
            throw LoweringException.nothing();
        }
        return lower(name, needed(results), results, List.of()).join(form);
    }

    private static List<PortRef> inner(Set<PortRef> shown, List<TypedNode> inside, List<Result> results)
            throws LoweringException {
        List<PortRef> inner = new ArrayList<>();
        for (TypedNode typed : inside) {
            if (feed(typed).isEmpty()) {
                typed.outputs().keySet().stream()
                        .map(port -> new PortRef(typed.id(), port))
                        .filter(shown::contains)
                        .filter(port -> results.stream()
                                .noneMatch(result -> result.from().equals(port)))
                        .forEach(inner::add);
            }
        }
        return inner;
    }

    private String modelKey(String name, List<TypedNode> inside, List<Result> results, List<PortRef> inner)
            throws LoweringException {
        Hasher hasher = new Hasher().text(name);
        for (TypedNode typed : inside) {
            hasher.text(typed.id().name()).text(modelKey(typed));
            typing.graph()
                    .wiresInto(typed.id())
                    .forEach(wire ->
                            hasher.text(wire.to().port()).text(wire.from().toString()));
        }
        results.forEach(
                result -> hasher.text(result.node().name()).text(result.from().toString()));
        inner.forEach(port -> hasher.text(port.toString()));
        return hasher.hex();
    }

    private Lower lower(String name, List<TypedNode> inside, List<Result> results, List<PortRef> inner)
            throws LoweringException {
        Lower lower = new Lower(name, typing, false);
        for (TypedNode typed : inside) {
            lower.node(typed, typed.id().name(), typed.id().name());
        }
        results.forEach(result ->
                lower.output(result.node().name(), result.from(), result.type().type()));
        for (PortRef port : inner) {
            lower.output(
                    port.toString(), port, typing.output(port).orElseThrow().type());
        }
        return lower;
    }

    private Region alone(TypedNode typed) throws LoweringException {
        Map<String, String> inputs = new LinkedHashMap<>();
        if (feed(typed).isPresent()) {
            inputs.put(FEED, feedKey(typed.id()));
        }
        for (Wire wire : typing.graph().wiresInto(typed.id())) {
            inputs.put(in(wire.to().port()), key(wire.from()));
        }
        Map<String, Tensor> dials = new LinkedHashMap<>();
        dials(typed).forEach((name, number) -> {
            String key = "dial:" + number.type() + ":" + number.sha256();
            inputs.put(Region.dial(name), key);
            dials.put(key, number);
        });
        Map<String, String> outputs = new LinkedHashMap<>();
        typed.outputs().keySet().forEach(port -> outputs.put(out(port), key(new PortRef(typed.id(), port))));
        return new Region(
                typed.id().name(), List.of(typed.id()), inputs, dials, outputs, aloneKey(typed), () -> lower(typed));
    }

    /** An input and an output may share a name, but not in a model. */
    private static String in(String port) {
        return IN + port;
    }

    /** The input of a node that an input of its region is for; what is fed into a source is its own. */
    public static String port(String input) {
        return input.startsWith(IN) ? input.substring(IN.length()) : input;
    }

    private static String out(String port) {
        return "out." + port;
    }

    private OnnxModel lower(TypedNode typed) throws LoweringException {
        // The node's own name plays no part, so that equal nodes share one model.
        Lower lower = new Lower(typed.node().kind(), typing, true);
        for (Wire wire : typing.graph().wiresInto(typed.id())) {
            lower.input(
                    in(wire.to().port()),
                    wire.to(),
                    typing.output(wire.from()).orElseThrow().type());
        }
        lower.node(typed, typed.node().kind(), FEED);
        boolean sized = dials(typed).values().stream()
                .allMatch(number -> number.element().isFloating());
        typed.outputs()
                .forEach((port, type) -> lower.output(
                        out(port), new PortRef(typed.id(), port), sized ? type.type() : unsized(type.type())));
        return lower.build();
    }

    /** A whole number that is turned may turn sizes. */
    private static TensorType unsized(TensorType type) {
        List<Dim> open = new ArrayList<>();
        type.shape().dims().forEach(_ -> open.add(Dim.unknown(Integer.toString(open.size()))));
        return new TensorType(type.element(), new Shape(type.shape().pack(), open));
    }

    private Map<String, Tensor> dials(TypedNode typed) throws LoweringException {
        try {
            return typed.dials(typing.components());
        } catch (KindException e) {
            throw new LoweringException(typed.id(), e);
        }
    }

    private List<TypedNode> needed(List<Result> results) {
        SequencedSet<NodeId> needed = new LinkedHashSet<>();
        for (Result result : results) {
            needed.add(result.from().node());
            needed.addAll(typing.graph().upstream(result.from().node()));
        }
        Map<NodeId, Integer> depths = depths();
        // The order in which nodes were added must not show in the file.
        return lowerable.stream()
                .filter(typed -> needed.contains(typed.id()))
                .sorted(Comparator.comparing((TypedNode typed) -> requireNonNull(depths.get(typed.id())))
                        .thenComparing(TypedNode::id))
                .toList();
    }

    /** The longest way from a source to each node, in wires. */
    private Map<NodeId, Integer> depths() {
        Map<NodeId, Integer> depths = new HashMap<>();
        for (TypedNode typed : lowerable) {
            int depth = typing.graph().wiresInto(typed.id()).stream()
                    .mapToInt(wire -> requireNonNull(depths.get(wire.from().node())) + 1)
                    .max()
                    .orElse(0);
            depths.put(typed.id(), depth);
        }
        return depths;
    }

    private List<Result> named() {
        return results().stream().sorted(Comparator.comparing(Result::node)).toList();
    }

    private static List<TypedNode> lowerable(Typing typing, ContentKeys keys) {
        Map<NodeId, TypedNode> lowerable = new LinkedHashMap<>();
        for (TypedNode typed : typing.ordered()) {
            // What a node is made of must be lowered too, even where its own types leave nothing open.
            boolean reached = typing.graph().wiresInto(typed.id()).stream()
                    .allMatch(wire -> lowerable.containsKey(wire.from().node()));
            if (reached && typed.sound() && keys.node(typed.id()).isPresent() && isDefinite(typed)) {
                lowerable.put(typed.id(), typed);
            }
        }
        return List.copyOf(lowerable.values());
    }

    /** A file must say what its values are made of; until the runtime has told what is inside a model, that is open. */
    private static boolean isDefinite(TypedNode typed) {
        return isDefinite(typed.inputs()) && isDefinite(typed.outputs());
    }

    private static boolean isDefinite(Map<String, PortType> ports) {
        return ports.values().stream().allMatch(port -> port.type().element() instanceof ElementType);
    }

    private String key(PortRef port) {
        return keys.port(port).orElseThrow();
    }

    private String feedKey(NodeId node) {
        return keys.node(node).orElseThrow() + ":feed";
    }

    private static Optional<Feed> feed(TypedNode typed) throws LoweringException {
        try {
            return typed.feed();
        } catch (KindException e) {
            throw new LoweringException(typed.id(), e);
        }
    }

    /** Names a node's own model, in which dials are inputs. */
    private String aloneKey(TypedNode typed) throws LoweringException {
        if (dials(typed).isEmpty()) {
            return modelKey(typed);
        }
        try {
            return keys.loweringWithDials(typed);
        } catch (KindException e) {
            throw new LoweringException(typed.id(), e);
        }
    }

    /** Names a node's part of the model that ships. What is fed into a source is no part of it: another picture is no other model. */
    private String modelKey(TypedNode typed) throws LoweringException {
        if (feed(typed).isPresent()) {
            return typing.sourceModel(typed.id(), () -> lower(typed).sha256());
        }
        try {
            return keys.lowering(typed);
        } catch (KindException e) {
            throw new LoweringException(typed.id(), e);
        }
    }
}
