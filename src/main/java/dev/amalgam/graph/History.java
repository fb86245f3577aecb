package dev.amalgam.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The revisions of a document and which of them is the present one. Immutable. Undo and redo only move the present: no edit
 * is ever inverted, so they cannot go wrong.
 */
public final class History {
    /**
     * How many revisions are kept. They share what an edit left alone; what it touched, nodes or wires, costs each revision
     * about 50 bytes for each node of the whole graph, or 200 for each wire.
     */
    static final int LIMIT = 200;

    private final List<Revision> revisions;
    private final int present;
    private final long next;

    private History(List<Revision> revisions, int present, long next) {
        this.revisions = List.copyOf(revisions);
        this.present = present;
        this.next = next;
    }

    /** A history that begins with {@code graph}. */
    public static History startingWith(Amalgamation graph) {
        return new History(List.of(new Revision(0, "Open", graph)), 0, 1);
    }

    /** The revision that is shown. */
    public Revision present() {
        return revisions.get(present);
    }

    /** This history after an edit; what had been undone is forgotten. */
    public History push(String label, Amalgamation graph) {
        int from = Math.max(0, present + 2 - LIMIT);
        List<Revision> kept = new ArrayList<>(revisions.subList(from, present + 1));
        kept.add(new Revision(next, label, graph));
        return new History(kept, kept.size() - 1, next + 1);
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
        return present > 0;
    }

    /** Whether there is a revision that was undone. */
    public boolean canRedo() {
        return present < revisions.size() - 1;
    }

    /** The edit that undo would take back. @throws IllegalStateException where there is none */
    public String undoLabel() {
        require(canUndo());
        return present().label();
    }

    /** The edit that redo would bring back. @throws IllegalStateException where there is none */
    public String redoLabel() {
        require(canRedo());
        return revisions.get(present + 1).label();
    }

    /** One revision back. @throws IllegalStateException where there is none */
    public History undo() {
        require(canUndo());
        return new History(revisions, present - 1, next);
    }

    /** One revision forward. @throws IllegalStateException where there is none */
    public History redo() {
        require(canRedo());
        return new History(revisions, present + 1, next);
    }

    /** The same history with each revision put in other words, such as file names seen from another folder. */
    public History map(UnaryOperator<Amalgamation> words) {
        List<Revision> mapped = revisions.stream()
                .map(revision -> new Revision(revision.number(), revision.label(), words.apply(revision.graph())))
                .toList();
        return new History(mapped, present, next);
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("no further revision on that side");
        }
    }
}
