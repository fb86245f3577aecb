package dev.amalgam.desk.inside;

import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs to reach a tensor, and what it changes to make it an output, as measured.
 *
 * @param reachMs the median time of the part of the model that makes it
 * @param withoutMs the median time of the model without this output
 * @param withMs the same with it
 * @param onTheWay whether the other outputs need it too; where they do not, all that it takes is extra
 * @param without how often the runtime runs each operator, after its optimisation, without this output
 * @param with the same with it
 * @param difference the largest difference that it makes to a value of another output
 */
public record Exposure(
        double reachMs,
        double withoutMs,
        double withMs,
        boolean onTheWay,
        Map<String, Integer> without,
        Map<String, Integer> with,
        double difference) {
    public Exposure {
        without = Map.copyOf(without);
        with = Map.copyOf(with);
    }

    /** Whether operators that the runtime fuses otherwise stand alone because of it. */
    public boolean blocksFusion() {
        return onTheWay && !without.equals(with);
    }

    /** By how much the count of each operator grows with it; those that stay the same are left out. */
    public Map<String, Integer> changed() {
        Map<String, Integer> changed = new TreeMap<>(with);
        without.forEach((type, count) -> changed.merge(type, -count, Integer::sum));
        changed.values().removeIf(count -> count == 0);
        return changed;
    }

    /** How many operators run without it. */
    public int operatorsWithout() {
        return without.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many operators run with it. */
    public int operatorsWith() {
        return with.values().stream().mapToInt(Integer::intValue).sum();
    }
}
