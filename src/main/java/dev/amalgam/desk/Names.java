package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that are not taken yet. Each that is given is taken from then on, so that one of these names many nodes. */
public final class Names {
    private static final Pattern NUMBER = Pattern.compile(" \\d{1,9}$");

    /** Leaves room for a number behind it. */
    private static final int LONGEST = 50;

    private final Set<String> taken;
    private final Map<String, Integer> last = new HashMap<>();

    private Names(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Names for nodes that are added to an amalgamation. */
    public static Names in(Amalgamation graph) {
        return new Names(graph.nodes().stream().map(Node::id).map(NodeId::name).collect(Collectors.toSet()));
    }

    /** The title in lower case or, where that is taken, with the first number behind it that is not. */
    public static NodeId fresh(String title, Amalgamation graph) {
        return in(graph).titled(title);
    }

    /** Names for notes that are added to an amalgamation. */
    static Names ofNotesIn(Amalgamation graph) {
        return new Names(graph.notes().keySet().stream().map(NoteId::name).collect(Collectors.toSet()));
    }

    /** The same as {@link #fresh} for a note. */
    public static NoteId freshNote(String title, Amalgamation graph) {
        return new NoteId(ofNotesIn(graph).titled(title).name());
    }

    /** The same as {@link #like(NodeId)} for a note. */
    NoteId like(NoteId copied) {
        return new NoteId(like(copied.name()).name());
    }

    /** The title in lower case or, where that is taken, with the first number behind it that is not. */
    public NodeId titled(String title) {
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", " ")
                .strip();
        return free(NodeId.isValid(plain) ? plain : "node");
    }

    /** The same name or, where that is taken, with another number behind it. */
    public NodeId like(NodeId copied) {
        return like(copied.name());
    }

    private NodeId like(String name) {
        return free(taken.contains(name) ? NUMBER.matcher(name).replaceFirst("") : name);
    }

    private NodeId free(String wanted) {
        if (taken.add(wanted)) {
            return new NodeId(wanted);
        }
        String cut = wanted.substring(0, Math.min(wanted.length(), LONGEST)).strip();
        String base = NodeId.isValid(cut) ? cut : "node";
        int number = last.getOrDefault(base, 1) + 1;
        while (!taken.add(base + " " + number)) {
            number++;
        }
        last.put(base, number);
        return new NodeId(base + " " + number);
    }
}
