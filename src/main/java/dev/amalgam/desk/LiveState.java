package dev.amalgam.desk;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The results of a document at one moment.
 *
 * @param revision the revision that the results are of
 * @param phase what the session is doing
 * @param nodes what is known of each node
 * @param milliseconds the sum of the nodes' times in the last complete run
 * @param device where it runs, for people: {@code CPU, 2 threads}
 * @param deviceNote why that is not the device that was asked for, as a sentence; empty where it is
 * @param runtime the runtime with its version, empty until the worker has started
 * @param workerBytes the worker's memory, 0 where it is not running
 * @param message one sentence on what the session is doing, or what is wrong
 */
public record LiveState(
        long revision,
        Phase phase,
        Map<NodeId, NodeState> nodes,
        OptionalDouble milliseconds,
        String device,
        String deviceNote,
        String runtime,
        long workerBytes,
        String message) {
    public LiveState {
        nodes = Map.copyOf(nodes);
    }

    /** A state of what runs where it was asked to. */
    public LiveState(
            long revision,
            Phase phase,
            Map<NodeId, NodeState> nodes,
            OptionalDouble milliseconds,
            String device,
            String runtime,
            long workerBytes,
            String message) {
        this(revision, phase, nodes, milliseconds, device, "", runtime, workerBytes, message);
    }

    /** What a session is doing. */
    public enum Phase {
        /** The worker is being started. */
        STARTING,
        /** A run is under way. */
        RUNNING,
        /** A run is being ended before it is complete. */
        STOPPING,
        /** A run was ended before it was complete; what it did not get to is waiting or stale. */
        STOPPED,
        /** Nothing runs until somebody asks for it; what is not true any more is marked. */
        PAUSED,
        /** Every node has a result, and all are true. */
        DONE,
        /** Problems keep some nodes from running; the results of all others are true. */
        PARTLY,
        /** Some node failed, or the worker cannot be started. */
        FAILED
    }

    LiveState of(long other) {
        return new LiveState(other, phase, nodes, milliseconds, device, deviceNote, runtime, workerBytes, message);
    }

    LiveState in(Phase other, String why) {
        return new LiveState(revision, other, nodes, milliseconds, device, deviceNote, runtime, workerBytes, why);
    }

    LiveState with(Map<NodeId, NodeState> others) {
        return new LiveState(revision, phase, others, milliseconds, device, deviceNote, runtime, workerBytes, message);
    }

    LiveState with(NodeId id, NodeState other) {
        Map<NodeId, NodeState> changed = new HashMap<>(nodes);
        changed.put(id, other);
        return with(changed);
    }

    /** Whether nothing is under way. */
    public boolean isSettled() {
        return switch (phase) {
            case STOPPED, PAUSED, DONE, PARTLY, FAILED -> true;
            case STARTING, RUNNING, STOPPING -> false;
        };
    }

    /** What is odd about the values of these nodes, in their order. */
    public List<Problem> findings(List<NodeId> of) {
        return of.stream().flatMap(id -> node(id).findings().stream()).toList();
    }

    /** What is known of a node. */
    public NodeState node(NodeId id) {
        return nodes.getOrDefault(id, NodeState.WAITING);
    }
}
