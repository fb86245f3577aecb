package dev.amalgam.compile;

import dev.amalgam.graph.NodeId;
import java.util.Optional;

/**
 * Something that stands against running or shipping an amalgamation.
 *
 * @param severity whether it can be run in spite of it
 * @param code for scripts, lower case with hyphens
 * @param node where, if it is about a node
 * @param port which port or setting, if it is about one
 * @param message what is wrong and why, one sentence without the final stop
 * @param remedy what to do, one sentence without the final stop
 */
public record Problem(
        Severity severity, String code, Optional<NodeId> node, Optional<String> port, String message, String remedy) {
    /** The code of the warning that a node is muted. */
    public static final String MUTED = "muted";

    /** Whether it can be run in spite of a problem. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A problem of a node that keeps it from running. */
    public static Problem error(String code, NodeId node, String port, String message, String remedy) {
        return new Problem(
                Severity.ERROR,
                code,
                Optional.of(node),
                Optional.of(port).filter(name -> !name.isEmpty()),
                message,
                remedy);
    }

    /** A problem of a node that does not keep it from running. */
    public static Problem warning(String code, NodeId node, String message, String remedy) {
        return new Problem(Severity.WARNING, code, Optional.of(node), Optional.empty(), message, remedy);
    }

    /** Whether it keeps something from running. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
