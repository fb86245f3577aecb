package dev.amalgam.desk.cost;

import dev.amalgam.graph.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Where the time goes in the one file that ships, as the runtime itself has measured it.
 *
 * @param measured which file, and with what
 * @param run how long whole runs took
 * @param operators what each operator took
 */
public record FileProfile(Measured measured, Spread run, List<OperatorCost> operators) {
    public FileProfile {
        operators = List.copyOf(operators);
    }

    /**
     * Several operators together.
     *
     * @param name of their node or of their type
     * @param node their node; empty for a type, and for what the runtime put in between
     * @param operators how many of the runtime's operators there are
     * @param ms the sum of their medians
     * @param share of the sum over all operators
     * @param multiplyAdds empty where those of one are not known
     */
    public record Group(
            String name, Optional<NodeId> node, int operators, double ms, double share, OptionalLong multiplyAdds) {}

    /** The sum of the medians of all operators. */
    public double milliseconds() {
        return operators.stream().mapToDouble(OperatorCost::ms).sum();
    }

    /** By node; what belongs to none has an empty name. What takes longest comes first. */
    public List<Group> byNode() {
        return grouped(operator -> operator.node().map(NodeId::name).orElse(""));
    }

    /** By operator, fused ones by all that they are fused of. What takes longest comes first. */
    public List<Group> byOperator() {
        return grouped(OperatorCost::type).stream()
                .map(group -> new Group(
                        group.name(),
                        Optional.empty(),
                        group.operators(),
                        group.ms(),
                        group.share(),
                        group.multiplyAdds()))
                .toList();
    }

    private List<Group> grouped(Function<OperatorCost, String> by) {
        Map<String, List<OperatorCost>> groups = new LinkedHashMap<>();
        operators.forEach(operator -> groups.computeIfAbsent(by.apply(operator), _ -> new ArrayList<>())
                .add(operator));
        double total = milliseconds();
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), total))
                .sorted(Comparator.comparingDouble(Group::ms).reversed())
                .toList();
    }

    private static Group group(String name, List<OperatorCost> members, double total) {
        double ms = members.stream().mapToDouble(OperatorCost::ms).sum();
        boolean known =
                members.stream().allMatch(member -> member.multiplyAdds().isPresent());
        OptionalLong work = known
                ? OptionalLong.of(members.stream()
                        .mapToLong(member -> member.multiplyAdds().orElse(0))
                        .sum())
                : OptionalLong.empty();
        return new Group(name, members.getFirst().node(), members.size(), ms, total > 0 ? ms / total : 0, work);
    }
}
