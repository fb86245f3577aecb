package dev.amalgam.desk.cost;

import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.Work.Operator;
import dev.amalgam.run.OperatorTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Traces what the runtime ran back to the file. Names of operators begin with their node's; where the runtime fused several, it
 * keeps the name of the first or of the last, and which of the two is told by the type. What it did not run by itself is taken
 * for fused with what it reads from, where nothing else reads that; the rest it has computed before or found to be needless.
 */
final class Attribution {
    /** What ONNX Runtime adds to the names of operators that it moved to its own layout. */
    private static final String LAYOUT = "_nchwc";

    private final List<NodeId> nodes;
    private final List<Operator> operators;
    private final Map<String, Operator> makers = new HashMap<>();
    private final Map<String, Operator> named = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    /** Of each operator of the file, the one whose name the runtime has for it. */
    private final Map<Operator, Operator> runAs = new LinkedHashMap<>();

    Attribution(List<NodeId> nodes, List<Operator> operators) {
        this.nodes = List.copyOf(nodes);
        this.operators = operators;
        operators.forEach(operator -> operator.reads().forEach(tensor -> readers.merge(tensor, 1, Integer::sum)));
        operators.forEach(operator -> operator.makes().forEach(tensor -> makers.put(tensor, operator)));
        named.putAll(makers);
        operators.stream().filter(operator -> !operator.name().isEmpty()).forEach(it -> named.put(it.name(), it));
    }

    List<OperatorCost> of(List<OperatorTime> times) {
        times.forEach(time -> inFile(time).ifPresent(operator -> runAs.put(operator, operator)));
        times.forEach(time ->
                inFile(time).filter(last -> !last.type().equals(time.type())).ifPresent(this::takeBefore));
        operators.forEach(this::takeAfter);
        Map<Operator, List<Operator>> together = new HashMap<>();
        operators.forEach(operator -> Optional.ofNullable(runAs.get(operator))
                .ifPresent(as ->
                        together.computeIfAbsent(as, _ -> new ArrayList<>()).add(operator)));
        return times.stream().map(time -> cost(time, together)).toList();
    }

    private Optional<Operator> inFile(OperatorTime time) {
        String name = time.name().endsWith(LAYOUT)
                ? time.name().substring(0, time.name().length() - LAYOUT.length())
                : time.name();
        return Optional.ofNullable(named.get(name));
    }

    private void takeBefore(Operator last) {
        Optional<Operator> before = before(last);
        while (before.isPresent() && runAs.putIfAbsent(before.get(), last) == null) {
            before = before(before.get());
        }
    }

    private void takeAfter(Operator operator) {
        if (!runAs.containsKey(operator)) {
            before(operator).map(runAs::get).ifPresent(as -> runAs.put(operator, as));
        }
    }

    /** What makes its first input, if that is made for it alone. */
    private Optional<Operator> before(Operator operator) {
        return operator.reads().stream()
                .findFirst()
                .filter(tensor -> Integer.valueOf(1).equals(readers.get(tensor)))
                .map(makers::get);
    }

    private OperatorCost cost(OperatorTime time, Map<Operator, List<Operator>> together) {
        List<Operator> members = inFile(time).map(together::get).orElse(List.of());
        List<String> types = members.isEmpty()
                ? List.of(time.type())
                : members.stream().map(Operator::type).toList();
        boolean known =
                members.stream().allMatch(member -> member.multiplyAdds().isPresent());
        OptionalLong sum = known
                ? OptionalLong.of(members.stream()
                        .mapToLong(member -> member.multiplyAdds().orElse(0))
                        .sum())
                : OptionalLong.empty();
        return new OperatorCost(time.name(), types, node(time.name()), time.ms(), sum);
    }

    private Optional<NodeId> node(String operator) {
        Optional<NodeId> begins = nodes.stream()
                .filter(node -> operator.startsWith(node.name() + "/"))
                .findFirst();
        return begins.or(() -> nodes.stream()
                .filter(node -> operator.contains(node.name() + "/"))
                .findFirst());
    }
}
