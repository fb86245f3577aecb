package dev.amalgam.desk.compare;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.Revision;
import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * One of the two that are compared: a document as it is, as it was, or as it would be.
 *
 * @param title what people call it
 * @param typing what is run
 */
public record Variant(String title, Typing typing) {
    /** The document as it is. */
    public static Variant now(Document.State state) {
        return new Variant("Now", state.typing());
    }

    /** The document as its file has it; empty where there is no file. */
    public static Optional<Variant> saved(Document.State state) {
        return state.saved().map(graph -> of("As last saved", state, graph));
    }

    /** The document one revision back; empty where there is none. */
    public static Optional<Variant> before(Document.State state) {
        List<Revision> past = state.history().past();
        return past.size() < 2
                ? Optional.empty()
                : Optional.of(of(
                        "Before: " + past.getFirst().label(), state, past.get(1).graph()));
    }

    /** The document as it was after one of its edits. */
    public static Variant after(Document.State state, Revision revision) {
        return of("After: " + revision.label(), state, revision.graph());
    }

    /**
     * The document where a setting of a node is another; empty goes back to the default.
     *
     * @throws IllegalArgumentException where there is no such node
     */
    public static Variant where(Document.State state, NodeId node, String setting, Optional<Value> value) {
        Edit change = new Edit.Change(node, setting, value);
        return switch (new Edits(state.typing()).apply(state.graph(), change)) {
            case Outcome.Applied(Amalgamation graph) -> of("With another " + setting + " of " + node, state, graph);
            case Outcome.Refused(var refusal) -> throw new IllegalArgumentException(refusal.sentence());
        };
    }

    private static Variant of(String title, Document.State state, Amalgamation graph) {
        return new Variant(title, state.typing().next(graph));
    }
}
