package dev.amalgam.run;

import dev.amalgam.tensor.Tensor;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to compute. Only the steps that lead to what is fetched run, and of these only those whose values the worker does
 * not hold from before.
 *
 * @param feeds the values that no step makes, by key
 * @param steps the models, each after those that make its inputs
 * @param fetch the keys of the values to return
 * @param options how to run
 */
public record RunRequest(Map<String, Tensor> feeds, List<Step> steps, Set<String> fetch, RunOptions options) {
    /** @throws IllegalArgumentException where a key is used before it is made, or two steps share a name */
    public RunRequest {
        feeds = Map.copyOf(feeds);
        steps = List.copyOf(steps);
        fetch = Set.copyOf(fetch);
        Set<String> made = new HashSet<>(feeds.keySet());
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            requireMade(made, step.inputs().values(), "step " + step.name());
            made.addAll(step.outputs().values());
            if (!names.add(step.name())) {
                throw new IllegalArgumentException("Two steps are named " + step.name());
            }
        }
        requireMade(made, fetch, "the caller");
    }

    private static void requireMade(Set<String> made, Collection<String> wanted, String by) {
        for (String key : wanted) {
            if (!made.contains(key)) {
                throw new IllegalArgumentException("Nothing makes the value " + key + ", which " + by + " wants");
            }
        }
    }
}
