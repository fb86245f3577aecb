package dev.amalgam.onnx;

import java.util.HashMap;
import java.util.Map;

/** Gives out every name once. */
final class UniqueNames {
    private final Map<String, Integer> given;

    UniqueNames() {
        this(Map.of());
    }

    private UniqueNames(Map<String, Integer> given) {
        this.given = new HashMap<>(given);
    }

    /** Names given out here from now on are unknown there, and the other way round. */
    UniqueNames copy() {
        return new UniqueNames(given);
    }

    /** {@code wanted} itself where it is free, else with the first free number behind it: {@code x_2}. */
    String unique(String wanted) {
        int count = given.merge(wanted, 1, Integer::sum);
        if (count == 1) {
            return wanted;
        }
        String numbered = wanted + "_" + count;
        return given.containsKey(numbered) ? unique(wanted) : claimed(numbered);
    }

    boolean isTaken(String name) {
        return given.containsKey(name);
    }

    private String claimed(String name) {
        given.put(name, 1);
        return name;
    }
}
