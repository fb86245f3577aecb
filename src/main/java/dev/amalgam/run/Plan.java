package dev.amalgam.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which steps have to run: those that lead to a wanted value that is not held, looking back from there no further than to
 * values that are held. Where two steps make the same value, the first does it for both.
 *
 * @param run the steps to run, in the order given
 * @param used the keys of all values that these steps and the caller take
 */
public record Plan(List<Step> run, Set<String> used) {
    public Plan {
        run = List.copyOf(run);
        used = Set.copyOf(used);
    }

    /**
     * Plans.
     *
     * @param steps every step that could run, each after those that make its inputs
     * @param fetch the keys of the wanted values
     * @param held whether a value is at hand, fed or kept from before
     */
    public static Plan of(List<Step> steps, Collection<String> fetch, Predicate<String> held) {
        Map<String, Step> makers = new HashMap<>();
        steps.forEach(step -> step.outputs().values().forEach(key -> makers.putIfAbsent(key, step)));
        Set<String> used = new HashSet<>();
        Set<Step> chosen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(fetch);
        while (!open.isEmpty()) {
            String key = open.pop();
            Step maker = makers.get(key);
            if (used.add(key) && maker != null && !held.test(key) && chosen.add(maker)) {
                open.addAll(maker.inputs().values());
            }
        }
        return new Plan(steps.stream().filter(chosen::contains).toList(), used);
    }
}
