package dev.amalgam.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ratio of two times that must not be more than a number.
 *
 * @param measured the benchmark above the line, as {@code Class.method name=value …}
 * @param against the one below it
 * @param atMost the goal
 */
record Goal(String measured, String against, double atMost) {
    static final List<Goal> ALL = List.of(
            asShipped("streamed", "224x224"),
            asShipped("streamed", "300x451"),
            asShipped("asShipped", "224x224"),
            asShipped("asShipped", "300x451"),
            sharing("FUSED", "BOTTOM", 1.15, "224x224"),
            sharing("FUSED", "BOTTOM", 1.15, "300x451"),
            sharing("FUSED", "SEPARATE", 1 / 3.5, "224x224"),
            sharing("FUSED", "SEPARATE", 1 / 3.5, "300x451"),
            opening("run"),
            opening("window"));

    private static Goal asShipped(String how, String size) {
        String benchmark = "AsShippedBench.%s size=" + size;
        return new Goal(benchmark.formatted(how), benchmark.formatted("bareLoop"), 1.05);
    }

    private static Goal sharing(String measured, String against, double atMost, String size) {
        String benchmark = "SharingBench.onePhoto models=%s size=" + size;
        return new Goal(benchmark.formatted(measured), benchmark.formatted(against), atMost);
    }

    /** No goal was set for the start: with a cache it must only not be slower. */
    private static Goal opening(String what) {
        String benchmark = "OpeningBench." + what + " aot=";
        return new Goal(benchmark + "yes", benchmark + "no", 1);
    }

    /** The ratio in each round where both were measured. */
    private List<Double> ratios(List<Map<String, Double>> rounds) {
        return rounds.stream()
                .filter(round -> round.containsKey(measured) && round.containsKey(against))
                .map(round -> round.get(measured) / round.get(against))
                .sorted()
                .toList();
    }

    /** What people read, where there is something to say. */
    Optional<String> report(List<Map<String, Double>> rounds) {
        List<Double> ratios = ratios(rounds);
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%.3f (%.3f to %.3f, goal %.3f)  %s / %s",
                        ratios.get(ratios.size() / 2),
                        ratios.getFirst(),
                        ratios.getLast(),
                        atMost,
                        measured,
                        against));
    }
}
