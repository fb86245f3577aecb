package dev.amalgam.desk;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.NodeState.Trouble;
import dev.amalgam.graph.NodeId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which nodes do not run because a person muted something, and nothing else stands against them. */
final class Silence {
    private Silence() {}

    static Optional<Trouble> of(NodeId id, Typing typing) {
        if (muted(typing, _ -> true).isEmpty()) {
            return Optional.empty();
        }
        Set<NodeId> above = typing.graph().upstream(id);
        Optional<Trouble> own =
                muted(typing, id::equals).map(problem -> new Trouble(problem.message(), problem.remedy()));
        boolean inError = typing.problems().stream()
                .filter(Problem::isError)
                .flatMap(problem -> problem.node().stream())
                .anyMatch(node -> node.equals(id) || above.contains(node));
        return own.or(() -> inError
                ? Optional.empty()
                : muted(typing, above::contains)
                        .flatMap(Problem::node)
                        .map(node ->
                                new Trouble("It needs '" + node + "', which is muted", "Activate '" + node + "'")));
    }

    private static Optional<Problem> muted(Typing typing, Predicate<NodeId> which) {
        return typing.problems().stream()
                .filter(problem -> problem.code().equals(Problem.MUTED))
                .filter(problem -> problem.node().filter(which).isPresent())
                .findFirst();
    }
}
