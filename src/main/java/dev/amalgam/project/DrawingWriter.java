package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Tint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints what is drawn and changes nothing that runs: each card and each note on a line of its own. */
final class DrawingWriter {
    private DrawingWriter() {}

    /** The looks that are not plain, by name. */
    static Map<String, String> looks(Amalgamation graph) {
        Map<String, String> looks = new TreeMap<>();
        for (Node node : graph.nodes()) {
            Look look = graph.look(node.id());
            if (!look.equals(Look.PLAIN)) {
                looks.put(node.id().name(), look(look));
            }
        }
        return looks;
    }

    private static String look(Look look) {
        Map<String, String> entries = new LinkedHashMap<>();
        if (look.collapsed()) {
            entries.put("collapsed", "true");
        }
        if (look.pinned()) {
            entries.put("pinned", "true");
        }
        return AmalgamWriter.line(tinted(entries, look.tint()));
    }

    /** The notes by name. */
    static Map<String, String> notes(Amalgamation graph) {
        Map<String, String> notes = new TreeMap<>();
        graph.notes().forEach((id, note) -> notes.put(id.name(), note(note)));
        return notes;
    }

    private static String note(Note note) {
        Map<String, String> entries = new LinkedHashMap<>();
        switch (note) {
            case Note.Frame frame -> entries.put("frame", Json.quote(frame.title()));
            case Note.Comment comment -> entries.put("comment", Json.quote(comment.text()));
        }
        entries.put("at", position(note.at()));
        entries.put("size", pair(note.width(), note.height()));
        return AmalgamWriter.line(tinted(entries, note.tint()));
    }

    private static Map<String, String> tinted(Map<String, String> entries, Optional<Tint> tint) {
        tint.ifPresent(colour -> entries.put("tint", Json.quote(Spot.word(colour))));
        return entries;
    }

    static String position(Position position) {
        return pair(position.x(), position.y());
    }

    private static String pair(double first, double second) {
        return "[" + number(first) + ", " + number(second) + "]";
    }

    private static String number(double value) {
        long whole = (long) value;
        return Double.compare((double) whole, value) == 0 ? Long.toString(whole) : Double.toString(value);
    }
}
