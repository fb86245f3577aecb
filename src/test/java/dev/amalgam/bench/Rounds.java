package dev.amalgam.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks several times over, one after the other in each round, and divides only what one round measured: a machine
 * that is slower for a minute is slower for both sides of a ratio. Prints medians of rounds.
 */
public final class Rounds {
    private Rounds() {}

    /** @param args a pattern for the names of benchmarks, and the number of rounds */
    public static void main(String[] args) throws RunnerException {
        Options options = new OptionsBuilder().include(args[0]).build();
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            rounds.add(medians(new Runner(options).run()));
        }
        print(rounds);
    }

    private static Map<String, Double> medians(Collection<RunResult> results) {
        Map<String, Double> medians = new TreeMap<>();
        for (RunResult result : results) {
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            medians.put(name(result.getParams()), median);
        }
        return medians;
    }

    /** As {@code SharingBench.onePhoto models=FUSED size=224x224}. */
    private static String name(BenchmarkParams params) {
        String[] path = params.getBenchmark().split("\\.");
        String method = path[path.length - 2] + "." + path[path.length - 1];
        return params.getParamsKeys().stream()
                .sorted()
                .map(key -> " " + key + "=" + params.getParam(key))
                .collect(joining("", method, ""));
    }

    private static void print(List<Map<String, Double>> rounds) {
        System.out.println("\nMilliseconds, median of " + rounds.size() + " rounds (least to most)");
        rounds.getFirst().keySet().forEach(name -> {
            List<Double> all =
                    rounds.stream().map(round -> round.get(name)).sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%9.3f (%.3f to %.3f)  %s%n",
                    all.get(all.size() / 2),
                    all.getFirst(),
                    all.getLast(),
                    name);
        });
        System.out.println("\nRatios, median of rounds (least to most)");
        Goal.ALL.stream().flatMap(goal -> goal.report(rounds).stream()).forEach(System.out::println);
    }
}
