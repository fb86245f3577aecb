package dev.amalgam.project;

import dev.amalgam.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The value of a setting from JSON. A number is {@link Value.Whole} as JSON writes integers and {@link Value.Real} with a
 * fraction or an exponent; an object with a {@code path} is a file, one with the single entry {@code fields} is what that
 * entry holds, and any other is named values.
 */
final class ValueReader {
    private static final int MOST_ENTRIES = 1 << 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ValueReader() {}

    static SortedMap<String, Value> fields(Spot spot) throws ProjectException {
        SortedMap<String, Value> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : spot.entries(MOST_ENTRIES)) {
            fields.put(entry.getKey(), value(spot.at(entry.getKey())));
        }
        return fields;
    }

    private static Value value(Spot spot) throws ProjectException {
        return switch (spot.json().getNodeType()) {
            case BOOLEAN -> new Value.Flag(spot.json().booleanValue());
            case NUMBER -> number(spot);
            case STRING -> new Value.Text(spot.json().stringValue());
            case ARRAY -> new Value.Items(items(spot));
            case OBJECT -> object(spot);
            case BINARY, MISSING, NULL, POJO -> throw spot.wrong("a value");
        };
    }

    private static Value number(Spot spot) throws ProjectException {
        if (!spot.json().isIntegralNumber()) {
            return new Value.Real(spot.number());
        }
        if (!spot.json().canConvertToLong()) {
            throw spot.wrong("a whole number of 64 bits");
        }
        return new Value.Whole(spot.json().longValue());
    }

    private static List<Value> items(Spot spot) throws ProjectException {
        int count = spot.items(MOST_ENTRIES);
        List<Value> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(value(spot.at(i)));
        }
        return items;
    }

    private static Value object(Spot spot) throws ProjectException {
        if (!spot.at("path").isMissing()) {
            return file(spot);
        }
        boolean wrapped = spot.json().size() == 1 && spot.at("fields").json().isObject();
        return new Value.Fields(fields(wrapped ? spot.at("fields") : spot));
    }

    private static Value file(Spot spot) throws ProjectException {
        spot.only(Set.of("path", "sha256", "version"));
        return new Value.FileRef(spot.at("path").text(), sha256(spot.at("sha256")), optionalText(spot.at("version")));
    }

    private static String sha256(Spot spot) throws ProjectException {
        String sha256 = optionalText(spot);
        if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
            throw spot.wrong("a SHA-256 of 64 lower-case hexadecimal digits");
        }
        return sha256;
    }

    private static String optionalText(Spot spot) throws ProjectException {
        return spot.isMissing() ? "" : spot.text();
    }
}
