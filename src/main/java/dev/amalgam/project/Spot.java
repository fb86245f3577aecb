package dev.amalgam.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A value in a file and the place where it stands, so that every refusal can name both.
 *
 * @param file what sentences call the file
 * @param path the way to the value, such as {@code nodes > photo > kind}; empty for the whole
 * @param json the value
 */
record Spot(String file, String path, JsonNode json) {
    /** The entry of that name; a missing one is there as a missing node. */
    Spot at(String name) {
        return new Spot(file, path.isEmpty() ? name : path + " > " + name, json.path(name));
    }

    Spot at(int index) {
        return new Spot(file, path + " > " + (index + 1), json.path(index));
    }

    boolean isMissing() {
        return json.isMissingNode();
    }

    /** The entries of an object that may be left out. @throws ProjectException where it is anything else, or has too many */
    Set<Map.Entry<String, JsonNode>> entries(int most) throws ProjectException {
        if (!json.isMissingNode() && !json.isObject()) {
            throw wrong("named entries in { }");
        }
        return limited(most).properties();
    }

    /** The number of items of a list that may be left out. @throws ProjectException where it is anything else, or too long */
    int items(int most) throws ProjectException {
        if (!json.isMissingNode() && !json.isArray()) {
            throw wrong("a list in [ ]");
        }
        return limited(most).size();
    }

    private JsonNode limited(int most) throws ProjectException {
        if (json.size() > most) {
            throw new ProjectException(
                    "too-large",
                    where() + " has " + json.size() + " entries, and " + most + " is the limit",
                    "Split the amalgamation");
        }
        return json;
    }

    String text() throws ProjectException {
        if (anyText().isEmpty()) {
            throw wrong("text in quotes");
        }
        return json.stringValue();
    }

    /** Text that may be empty. */
    String anyText() throws ProjectException {
        if (!json.isString()) {
            throw wrong("text in quotes");
        }
        return json.stringValue();
    }

    /** Yes or no; no where it is left out. */
    boolean flag() throws ProjectException {
        if (!json.isMissingNode() && !json.isBoolean()) {
            throw wrong("true or false");
        }
        return json.asBoolean(false);
    }

    /** One of an enumeration, in lower case; empty where it is left out. */
    <E extends Enum<E>> Optional<E> choice(Class<E> type) throws ProjectException {
        if (json.isMissingNode()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (json.isString() && json.stringValue().equals(word(constant))) {
                return Optional.of(constant);
            }
        }
        throw wrong("one of "
                + Arrays.stream(type.getEnumConstants()).map(Spot::word).collect(Collectors.joining(", ")));
    }

    /** How a constant stands in a file. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    double number() throws ProjectException {
        if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
            throw wrong("a number");
        }
        return json.doubleValue();
    }

    /** Refuses entries of other names, which a typing mistake or a later program may have made. */
    void only(Set<String> known) throws ProjectException {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new ProjectException(
                        "bad-value",
                        where() + " has an entry '" + entry.getKey() + "' that is not known there",
                        "Remove it; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    /** That something else was expected here. */
    ProjectException wrong(String expected) {
        return new ProjectException(
                "bad-value", where() + " is " + shown() + " and not " + expected, "Correct it in the file");
    }

    /** The file and the place in it. */
    String where() {
        return path.isEmpty() ? file : file + ": " + path;
    }

    private String shown() {
        String text = json.toString();
        return json.isMissingNode() ? "missing" : text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
