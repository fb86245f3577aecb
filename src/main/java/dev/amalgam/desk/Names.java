package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for new nodes. */
public final class Names {
    private Names() {}

    /** The title in lower case or, where that is taken, with the first number behind it that is not. */
    public static NodeId fresh(String title, Amalgamation graph) {
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", " ")
                .strip();
        String base = NodeId.isValid(plain) ? plain : "node";
        return Stream.concat(Stream.of(base), IntStream.iterate(2, i -> i + 1).mapToObj(i -> base + " " + i))
                .map(NodeId::new)
                .filter(id -> graph.node(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
