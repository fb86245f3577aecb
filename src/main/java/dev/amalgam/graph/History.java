package dev.amalgam.graph;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a document and which of them is the present one. Immutable. Undo and redo only move the present: no edit
 * is ever inverted, so they cannot go wrong. The oldest revisions are forgotten where all together would take too much memory.
 */
public final class History {
    /** About how many bytes revisions may take beside the oldest: tens of thousands of a small graph, hundreds of a large. */
    static final long BUDGET = 128L << 20;

    /** What is kept when that is too little, so that not each further edit has to make room. */
    private static final long KEPT = BUDGET / 4 * 3;

    /**
     * Revisions on one side of the present, the nearest first.
     *
     * @param revision the nearest
     * @param bytes what it costs beside the one before it
     * @param total what all of these cost
     * @param further those beyond it
     */
    private record Chain(
            Revision revision,
            long bytes,
            long total,
            @Nullable Chain further) {
        static Chain of(Revision revision, long bytes, @Nullable Chain further) {
            return new Chain(revision, bytes, bytes + (further == null ? 0 : further.total), further);
        }
    }

    private final Chain past;
    private final @Nullable Chain undone;
    private final long next;

    /** @param past begins with the present */
    private History(Chain past, @Nullable Chain undone, long next) {
        this.past = past;
        this.undone = undone;
        this.next = next;
    }

    /** A history that begins with {@code graph}. */
    public static History startingWith(Amalgamation graph) {
        return new History(Chain.of(new Revision(0, "Open", graph), 0, null), null, 1);
    }

    /** The revision that is shown. */
    public Revision present() {
        return past.revision();
    }

    /** This history after an edit; what had been undone is forgotten. */
    public History push(String label, Amalgamation graph) {
        long bytes = Footprint.beside(present().graph(), graph);
        present().graph().rest();
        Chain longer = Chain.of(new Revision(next, label, graph), bytes, past);
        return new History(longer.total() > BUDGET ? shortened(longer) : longer, null, next + 1);
    }

    private static Chain shortened(Chain all) {
        List<Chain> kept = new ArrayList<>();
        long left = KEPT;
        for (Chain at = all; at != null && (left >= 0 || kept.size() < 2); at = at.further()) {
            kept.add(at);
            left -= at.bytes();
        }
        Chain chain = null;
        for (Chain link : kept.reversed()) {
            chain = Chain.of(link.revision(), link.bytes(), chain);
        }
        return requireNonNull(chain);
    }

    /**
     * This history where an edit goes on with the one before: a further step of a slider, or of a colour being chosen. Where
     * the last edit had another label, it is as {@link #push}.
     */
    public History amend(String label, Amalgamation graph) {
        boolean goesOn = canUndo() && present().label().equals(label);
        return goesOn ? undo().push(label, graph) : push(label, graph);
    }

    /** Whether there is an older revision to go back to. */
    public boolean canUndo() {
        return past.further() != null;
    }

    /** Whether there is a revision that was undone. */
    public boolean canRedo() {
        return undone != null;
    }

    /** The revisions that undo leads to, with the present one, the present first. */
    public List<Revision> past() {
        return revisions(past);
    }

    /** The revisions that redo leads to, the nearest first. */
    public List<Revision> undone() {
        return revisions(undone);
    }

    private static List<Revision> revisions(@Nullable Chain chain) {
        List<Revision> revisions = new ArrayList<>();
        for (Chain at = chain; at != null; at = at.further()) {
            revisions.add(at.revision());
        }
        return revisions;
    }

    /** The edit that undo would take back. @throws IllegalStateException where there is none */
    public String undoLabel() {
        beyond(past.further());
        return present().label();
    }

    /** The edit that redo would bring back. @throws IllegalStateException where there is none */
    public String redoLabel() {
        return beyond(undone).revision().label();
    }

    /** One revision back. @throws IllegalStateException where there is none */
    public History undo() {
        Chain before = beyond(past.further());
        present().graph().rest();
        return new History(before, Chain.of(past.revision(), past.bytes(), undone), next);
    }

    /** One revision forward. @throws IllegalStateException where there is none */
    public History redo() {
        Chain after = beyond(undone);
        present().graph().rest();
        return new History(Chain.of(after.revision(), after.bytes(), past), after.further(), next);
    }

    /** The same history with each revision put in other words, such as file names seen from another folder. */
    public History map(UnaryOperator<Amalgamation> words) {
        List<Revision> all = new ArrayList<>(undone().reversed());
        all.addAll(past());
        Chain chain = null;
        for (Revision revision : all.reversed()) {
            Amalgamation graph = words.apply(revision.graph());
            long bytes = chain == null ? 0 : Footprint.beside(chain.revision().graph(), graph);
            chain = Chain.of(new Revision(revision.number(), revision.label(), graph), bytes, chain);
        }
        History mapped = new History(requireNonNull(chain), null, next);
        for (Chain at = undone; at != null; at = at.further()) {
            mapped = mapped.undo();
        }
        return mapped;
    }

    private static Chain beyond(@Nullable Chain chain) {
        if (chain == null) {
            throw new IllegalStateException("no further revision on that side");
        }
        return chain;
    }
}
