package dev.amalgam.desk;

import dev.amalgam.compile.Problem;
import dev.amalgam.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is known of a node's results.
 *
 * @param status whether they are true now
 * @param milliseconds the runtime's time for the node when it last ran, empty where it never did
 * @param outputs the tensors by output name; empty until the first run
 * @param reading what the main result says
 * @param trouble why there is no result
 * @param findings what is odd about the values, which are there all the same
 * @param key the content key that the values were computed for, if there are any
 */
public record NodeState(
        Status status,
        OptionalDouble milliseconds,
        Map<String, Tensor> outputs,
        Optional<Reading> reading,
        Optional<Trouble> trouble,
        List<Problem> findings,
        Optional<String> key) {
    /** Nothing known yet. */
    public static final NodeState WAITING =
            new NodeState(Status.WAITING, OptionalDouble.empty(), Map.of(), Optional.empty(), Optional.empty());

    public NodeState {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        findings = List.copyOf(findings);
    }

    /** A state with nothing odd about its values. */
    public NodeState(
            Status status,
            OptionalDouble milliseconds,
            Map<String, Tensor> outputs,
            Optional<Reading> reading,
            Optional<Trouble> trouble) {
        this(status, milliseconds, outputs, reading, trouble, List.of());
    }

    /** A state whose values are of nobody knows what. */
    public NodeState(
            Status status,
            OptionalDouble milliseconds,
            Map<String, Tensor> outputs,
            Optional<Reading> reading,
            Optional<Trouble> trouble,
            List<Problem> findings) {
        this(status, milliseconds, outputs, reading, trouble, findings, Optional.empty());
    }

    /** Whether a result is true now. */
    public enum Status {
        /** Computed by the last run. */
        FRESH,
        /** True, and known from an earlier run. */
        CACHED,
        /** To be computed; no older result is shown. */
        WAITING,
        /** Being computed. */
        RUNNING,
        /** An older result is shown, which is not true any more. */
        STALE,
        /** The last run failed here. */
        FAILED,
        /** Something above it failed, or a problem keeps it from running. */
        BLOCKED,
        /** It is muted, or needs what is, as a person wants it; nothing is wrong. */
        MUTED
    }

    /** What went wrong and what to do, one sentence each without the final stop. */
    public record Trouble(String sentence, String remedy) {}

    /** The same with another status. */
    public NodeState with(Status other) {
        return new NodeState(other, milliseconds, outputs, reading, trouble, findings, key);
    }

    /** Whether its values are there and true now. */
    public boolean isTrue() {
        return status == Status.FRESH || status == Status.CACHED;
    }

    NodeState of(Optional<String> computed) {
        return new NodeState(status, milliseconds, outputs, reading, trouble, findings, computed);
    }

    NodeState took(OptionalDouble other) {
        return new NodeState(status, other, outputs, reading, trouble, findings, key);
    }

    /** The same with something more that is odd. */
    NodeState finding(Optional<Problem> another) {
        List<Problem> all = Stream.concat(findings.stream(), another.stream()).toList();
        return new NodeState(status, milliseconds, outputs, reading, trouble, all, key);
    }

    /** The same with one finding for another. */
    NodeState saying(Problem finding, Problem instead) {
        return new NodeState(
                status,
                milliseconds,
                outputs,
                reading,
                trouble,
                findings.stream().map(it -> it.equals(finding) ? instead : it).toList(),
                key);
    }

    NodeState withoutTrouble() {
        return new NodeState(status, milliseconds, outputs, reading, Optional.empty(), findings, key);
    }
}
