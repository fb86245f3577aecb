package dev.amalgam.onnx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In which operator sets each operator changed, and whether its meaning did. The table itself is {@code opsets.txt}. */
final class OpsetTable {
    /** Version to whether a node of the version before means something else in it. */
    private static final Map<Key, NavigableMap<Integer, Boolean>> VERSIONS = load();

    /** The newest version of any operator, by domain. */
    private static final Map<String, Integer> NEWEST = VERSIONS.entrySet().stream()
            .collect(Collectors.toMap(
                    all -> all.getKey().domain(), all -> all.getValue().lastKey(), Math::max));

    private record Key(String domain, String operator) {}

    private OpsetTable() {}

    /** The last version up to {@code opset}; empty where the operator is unknown or newer. */
    static Optional<Integer> since(String domain, String operator, int opset) {
        return Optional.ofNullable(versions(domain, operator).floorKey(opset));
    }

    /** The first version; 0 where the operator is unknown. */
    static int first(String domain, String operator) {
        NavigableMap<Integer, Boolean> versions = versions(domain, operator);
        return versions.isEmpty() ? 0 : versions.firstKey();
    }

    /** The versions above {@code from} up to {@code to}. */
    static List<Integer> steps(String domain, String operator, int from, int to) {
        NavigableMap<Integer, Boolean> versions = versions(domain, operator);
        return from >= to
                ? List.of()
                : List.copyOf(versions.subMap(from, false, to, true).keySet());
    }

    static boolean changesMeaning(String domain, String operator, int version) {
        return versions(domain, operator).getOrDefault(version, false);
    }

    /** Whether all operators of a domain are in it. */
    static boolean knows(String domain) {
        return NEWEST.containsKey(domain);
    }

    /** The newest operator set of a domain of which anything is known; 0 for an unknown domain. */
    static int newest(String domain) {
        return NEWEST.getOrDefault(domain, 0);
    }

    private static NavigableMap<Integer, Boolean> versions(String domain, String operator) {
        return VERSIONS.getOrDefault(new Key(domain, operator), new TreeMap<>());
    }

    private static Map<Key, NavigableMap<Integer, Boolean>> load() {
        InputStream table = Objects.requireNonNull(OpsetTable.class.getResourceAsStream("opsets.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            Map<Key, NavigableMap<Integer, Boolean>> versions = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line.split(" "), versions));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String[] words, Map<Key, NavigableMap<Integer, Boolean>> versions) {
        NavigableMap<Integer, Boolean> own = new TreeMap<>();
        for (String version : Arrays.copyOfRange(words, 2, words.length)) {
            own.put(Integer.parseInt(version.replace("!", "")), version.endsWith("!"));
        }
        versions.put(new Key(words[0].equals("-") ? "" : words[0], words[1]), own);
    }
}
