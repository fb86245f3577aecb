package dev.amalgam.graph;

import java.util.Map;

/** About how many bytes a revision keeps for itself beside the one before. What both share costs nothing. */
final class Footprint {
    /** A revision with its graph, before any entry. */
    private static final long BARE = 400;

    /** An entry of a linked hash map with its place in the table. */
    private static final long ENTRY = 56;

    /** A changed value without its texts: a node with its settings, a wire with its ports, a position. */
    private static final long VALUE = 160;

    private Footprint() {}

    static long beside(Amalgamation before, Amalgamation after) {
        return BARE
                + map(before.nodesById(), after.nodesById())
                + map(before.wiresByInput(), after.wiresByInput())
                + map(before.drawing().places(), after.drawing().places())
                + map(before.drawing().looks(), after.drawing().looks())
                + map(before.drawing().notes(), after.drawing().notes());
    }

    private static long map(Map<?, ?> before, Map<?, ?> after) {
        if (before == after) {
            return 0;
        }
        long bytes = 0;
        for (Map.Entry<?, ?> entry : after.entrySet()) {
            Object there = before.get(entry.getKey());
            bytes += ENTRY + (there == entry.getValue() ? 0 : VALUE + texts(entry.getValue()));
        }
        return bytes;
    }

    private static long texts(Object value) {
        return switch (value) {
            case Node node ->
                node.settings().values().values().stream()
                        .mapToLong(Footprint::texts)
                        .sum();
            case Note.Frame frame -> bytes(frame.title());
            case Note.Comment comment -> bytes(comment.text());
            case Value.Text text -> bytes(text.text());
            case Value.FileRef file -> bytes(file.path()) + bytes(file.sha256());
            case Value.Items items ->
                items.items().stream().mapToLong(item -> ENTRY + texts(item)).sum();
            case Value.Fields fields ->
                fields.fields().values().stream()
                        .mapToLong(field -> ENTRY + texts(field))
                        .sum();
            default -> 0;
        };
    }

    private static long bytes(String text) {
        return 2L * text.length();
    }
}
