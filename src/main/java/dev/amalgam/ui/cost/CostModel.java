package dev.amalgam.ui.cost;

import dev.amalgam.compile.Structure;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.cost.Costs;
import dev.amalgam.desk.cost.FileProfile;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.cost.Spread;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.Stop;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of the cost of one document: what its nodes weigh, how long they took, and what was measured. For the UI thread only. */
public final class CostModel {
    /** What the costs of nodes depend on. */
    private record Basis(Structure structure, Map<NodeId, Map<String, TensorType>> sizes) {}

    private final Workspace workspace;
    private final List<Runnable> listeners = new ArrayList<>();
    private Costs costs = Costs.NONE;
    private Optional<Basis> basis = Optional.empty();
    private LiveState live;
    private Optional<Stop> measuring = Optional.empty();
    private Optional<FileProfile> profile = Optional.empty();
    private Optional<Amalgamation> profiled = Optional.empty();
    private Optional<Sharing> sharing = Optional.empty();
    private Optional<Amalgamation> shared = Optional.empty();

    /** What is known of this one. */
    public CostModel(Workspace workspace) {
        this.workspace = workspace;
        this.live = workspace.live().state();
    }

    /** Something is measured for this document from now on, which ends with it. */
    void measuring(Stop stop) {
        measuring = Optional.of(stop);
    }

    /** Its document is closed. */
    public void close() {
        measuring.ifPresent(Stop::now);
    }

    Workspace workspace() {
        return workspace;
    }

    /** Calls {@code listener} whenever more is known. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Follows a state and its results; where sizes are others than before, costs are read anew in the background. */
    public void show(Document.State state, LiveState now) {
        live = now;
        if (now.isSettled()) {
            read(state, new Basis(Structure.of(state.typing()), sizes(now)));
        }
        tell();
    }

    private void read(Document.State state, Basis next) {
        if (!basis.equals(Optional.of(next))) {
            basis = Optional.of(next);
            Typing typing = state.typing();
            LiveState seen = live;
            UiThread.compute(this, () -> workspace.costs().of(typing, seen), this::show);
        }
    }

    private static Map<NodeId, Map<String, TensorType>> sizes(LiveState live) {
        Map<NodeId, Map<String, TensorType>> sizes = new HashMap<>();
        live.nodes().forEach((node, state) -> {
            Map<String, TensorType> types = new HashMap<>();
            state.outputs().forEach((port, value) -> types.put(port, value.type()));
            sizes.put(node, types);
        });
        return sizes;
    }

    private void show(Costs read) {
        costs = read;
        tell();
    }

    void show(FileProfile measured, Typing of) {
        profile = Optional.of(measured);
        profiled = Optional.of(of.graph());
        tell();
    }

    void show(Sharing measured, Typing of) {
        sharing = Optional.of(measured);
        shared = Optional.of(of.graph());
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** What the nodes weigh and have to compute, as far as it was read. */
    public Costs costs() {
        return costs;
    }

    /** The last profile of the file. */
    Optional<FileProfile> profile() {
        return profile;
    }

    /** The last measurement of sharing. */
    Optional<Sharing> sharing() {
        return sharing;
    }

    /** Whether the document means something else since the file was profiled. */
    boolean isProfileOld() {
        return profiled.filter(graph -> !graph.meansTheSameAs(graph())).isPresent();
    }

    /** Whether the document means something else since sharing was measured. */
    boolean isSharingOld() {
        return shared.filter(graph -> !graph.meansTheSameAs(graph())).isPresent();
    }

    private Amalgamation graph() {
        return workspace.document().state().graph();
    }

    /** The nodes that compute something, in their order. */
    List<TypedNode> nodes() {
        return workspace.document().state().typing().ordered().stream()
                .filter(node -> !node.kind().isResult())
                .toList();
    }

    /** How long the last runs of a node took, each node by itself. */
    public Optional<Spread> times(NodeId node) {
        return workspace.live().times().of(node, workspace.document().state().typing());
    }

    /** The milliseconds of a node when it last ran. */
    public OptionalDouble milliseconds(NodeId node) {
        return live.node(node).milliseconds();
    }

    /** Its part in the sum of all nodes' times. */
    public OptionalDouble share(NodeId node) {
        OptionalDouble own = milliseconds(node);
        double all = nodes().stream()
                .mapToDouble(it -> milliseconds(it.id()).orElse(0))
                .sum();
        return own.isPresent() && all > 0 ? OptionalDouble.of(own.getAsDouble() / all) : OptionalDouble.empty();
    }
}
