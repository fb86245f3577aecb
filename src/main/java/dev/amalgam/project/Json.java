package dev.amalgam.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from people and strangers: strict, each name once, with limits on everything. */
final class Json {
    /** More than any amalgamation needs and still opened without a pause. */
    static final int MOST_BYTES = 64 << 20;

    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 1 << 20;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 100;

    /** Where Jackson's sentences turn to its own settings and sources, which help nobody who wrote a file. */
    private static final Pattern OF_ITSELF =
            Pattern.compile(" \\((for|start marker|JSON String)|: (was expecting \\(|enable `)");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads one JSON text.
     *
     * @param file what sentences call it
     * @throws ProjectException {@code not-json} with line and column, or {@code too-large} where a limit is passed
     */
    static JsonNode parse(String text, String file) throws ProjectException {
        if (text.isBlank()) {
            throw new ProjectException("not-json", file + " is empty", "Restore it from a copy, or delete it");
        }
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new ProjectException(
                    "too-large", file + " goes over a limit: " + reason(e), "Check where the file is from");
        } catch (JacksonException e) {
            throw new ProjectException(
                    "not-json", file + " is not JSON: " + place(e) + reason(e), "Correct it there, or restore a copy");
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }

    /** The parser's own words up to where it begins to speak of itself. */
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage().strip().replaceAll(", from `[^`]*`", "");
        Matcher itself = OF_ITSELF.matcher(message);
        String first = itself.find() ? message.substring(0, itself.start()) : message;
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    /** A tree as plain maps, lists, strings, booleans and numbers. @throws ProjectException {@code bad-value} for null */
    static Object plain(JsonNode node, String file) throws ProjectException {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                map.put(field.getKey(), plain(field.getValue(), file));
            }
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode item : node) {
                list.add(plain(item, file));
            }
            return list;
        }
        return scalar(node, file);
    }

    private static Object scalar(JsonNode node, String file) throws ProjectException {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.doubleValue();
        }
        throw new ProjectException("bad-value", file + " has a value that says nothing: null", "Leave it out");
    }

    /** A string as JSON (RFC 8259); half surrogates are escaped, so that UTF-8 does not change them. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || isHalf(text, i)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
