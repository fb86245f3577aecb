package dev.amalgam.desk.numerics;

import dev.amalgam.onnx.Work.Operator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operators that a tensor is made by, each after what it reads, and what flows between them. All that an input has a part in;
 * what follows from weights alone is the same in every run.
 */
final class Chain {
    private final List<Operator> operators;
    private final String end;
    private final Set<String> depending = new HashSet<>();

    /**
     * @param all the operators of a model, in its order
     * @param inputs of the model
     * @param end the tensor
     */
    Chain(List<Operator> all, Set<String> inputs, String end) {
        this.end = end;
        depending.addAll(inputs);
        Set<Operator> above = above(all, end);
        operators = all.stream().filter(above::contains).filter(this::depends).toList();
        depending.removeAll(inputs);
    }

    private boolean depends(Operator operator) {
        return operator.reads().stream().anyMatch(depending::contains) && depending.addAll(operator.makes());
    }

    private static Set<Operator> above(List<Operator> all, String end) {
        Map<String, Operator> makers = new HashMap<>();
        all.forEach(operator -> operator.makes().forEach(tensor -> makers.put(tensor, operator)));
        Set<Operator> above = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            Operator maker = makers.get(open.pop());
            if (maker != null && above.add(maker)) {
                open.addAll(maker.reads());
            }
        }
        return above;
    }

    int length() {
        return operators.size();
    }

    /** The operator that comes after {@code count} others. */
    Operator after(int count) {
        return operators.get(count);
    }

    /** What the first so many operators make that is still needed after them. */
    Set<String> between(int count) {
        Set<String> made = new LinkedHashSet<>();
        operators.subList(0, count).forEach(operator -> made.addAll(operator.makes()));
        Set<String> needed = new HashSet<>(Set.of(end));
        operators.subList(count, operators.size()).forEach(operator -> needed.addAll(operator.reads()));
        made.retainAll(needed);
        return made;
    }
}
