package dev.amalgam.project;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Reports as JSON: maps with string keys, lists, strings, booleans and numbers. For certificates and for what commands print;
 * the amalgamation itself has {@link AmalgamFile}.
 */
public final class JsonText {
    private JsonText() {}

    /** The text of a tree, indented by two spaces, keys in the order of their map, ending in a line feed. */
    public static String print(Object tree) {
        StringBuilder text = new StringBuilder();
        print(text, tree, "\n");
        return text.append('\n').toString();
    }

    private static void print(StringBuilder text, Object value, String line) {
        switch (value) {
            case Map<?, ?> map -> printMap(text, map, line);
            case List<?> list -> printList(text, list, line);
            case String string -> text.append(Json.quote(string));
            case Double number when !Double.isFinite(number) -> text.append(Json.quote(number.toString()));
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            default -> throw new IllegalArgumentException("not plain data: " + value.getClass());
        }
    }

    private static void printMap(StringBuilder text, Map<?, ?> map, String line) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append(line)
                    .append("  ")
                    .append(Json.quote((String) entry.getKey()))
                    .append(": ");
            print(text, entry.getValue(), line + "  ");
            text.append(entries.hasNext() ? "," : line);
        }
        text.append('}');
    }

    private static void printList(StringBuilder text, List<?> list, String line) {
        boolean flat = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            text.append(i == 0 ? "" : flat ? ", " : ",").append(flat ? "" : line + "  ");
            print(text, list.get(i), line + "  ");
        }
        text.append(flat || list.isEmpty() ? "" : line).append(']');
    }

    /**
     * Reads a tree; numbers come as {@link Long} or {@link Double}, and there is no null.
     *
     * @param file what sentences call it
     * @throws ProjectException {@code not-json} with line and column, or {@code too-large}
     */
    public static Object parse(String text, String file) throws ProjectException {
        return Json.plain(Json.parse(text, file), file);
    }
}
