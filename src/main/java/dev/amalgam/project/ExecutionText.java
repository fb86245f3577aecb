package dev.amalgam.project;

import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Optimisation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an amalgamation is to be run, as its file says it: on one line, and only what is not standard. */
final class ExecutionText {
    private ExecutionText() {}

    /** The whole entry with its line feed, or nothing where all is standard. */
    static String print(Execution execution) {
        Map<String, String> entries = new TreeMap<>();
        if (!execution.device().equals(Execution.STANDARD.device())) {
            entries.put("device", Json.quote(execution.device()));
        }
        if (execution.threads() != Execution.STANDARD.threads()) {
            entries.put("threads", Integer.toString(execution.threads()));
        }
        if (execution.optimisation() != Execution.STANDARD.optimisation()) {
            entries.put("optimisation", Json.quote(Spot.word(execution.optimisation())));
        }
        return entries.isEmpty() ? "" : "  \"run\": " + AmalgamWriter.line(entries) + ",\n";
    }

    static Execution read(Spot spot) throws ProjectException {
        if (spot.isMissing()) {
            return Execution.STANDARD;
        }
        if (!spot.json().isObject()) {
            throw spot.wrong("how to run in { }");
        }
        spot.only(Set.of("device", "threads", "optimisation"));
        return new Execution(
                device(spot.at("device")),
                threads(spot.at("threads")),
                spot.at("optimisation").choice(Optimisation.class).orElse(Execution.STANDARD.optimisation()));
    }

    private static String device(Spot spot) throws ProjectException {
        if (spot.isMissing()) {
            return Execution.STANDARD.device();
        }
        if (!spot.json().isString() || !Execution.isDevice(spot.json().stringValue())) {
            throw spot.wrong("a device such as \"cpu\" or \"cuda:0\"");
        }
        return spot.json().stringValue();
    }

    private static int threads(Spot spot) throws ProjectException {
        if (spot.isMissing()) {
            return Execution.STANDARD.threads();
        }
        boolean whole = spot.json().isIntegralNumber() && spot.json().canConvertToInt();
        if (!whole || spot.json().intValue() < 0 || spot.json().intValue() > Execution.MOST_THREADS) {
            throw spot.wrong("a whole number from 0 to " + Execution.MOST_THREADS);
        }
        return spot.json().intValue();
    }
}
