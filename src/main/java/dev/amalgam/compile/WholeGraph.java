package dev.amalgam.compile;

import java.util.List;
import java.util.Optional;

/** What can only be seen of an amalgamation as a whole. */
final class WholeGraph {
    private WholeGraph() {}

    static List<Problem> problems(Typing typing) {
        boolean anyNode = !typing.graph().nodes().isEmpty();
        boolean anyResult =
                typing.ordered().stream().anyMatch(typed -> typed.kind().isResult());
        return anyNode && !anyResult
                ? List.of(new Problem(
                        Problem.Severity.WARNING,
                        "no-output",
                        Optional.empty(),
                        Optional.empty(),
                        "No node is an output, so an exported file would yield nothing",
                        "Add an Output and connect a task to it"))
                : List.of();
    }
}
