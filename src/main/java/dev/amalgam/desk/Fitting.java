package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Makes as much of a step as can be made: one wire that does not fit must not keep a thousand pasted nodes away. */
public final class Fitting {
    private final Edits edits;
    private final Typing typing;

    private Fitting(Typing typing) {
        this.edits = new Edits(typing);
        this.typing = typing;
    }

    /**
     * A step without its wires that would be refused.
     *
     * @param edit of several, or the whole step where nothing of it is refused
     * @param without how many wires were left out
     */
    public record Fitted(Edit edit, int without) {}

    /** Leaves out what is refused, and nothing where all of it fits. */
    public static Fitted of(Typing typing, Edit edit) {
        Fitting fitting = new Fitting(typing);
        return edit instanceof Edit.Batch batch && !fitting.fits(batch) ? fitting.without(batch) : new Fitted(edit, 0);
    }

    private boolean fits(Edit edit) {
        return edits.apply(typing.graph(), edit) instanceof Outcome.Applied;
    }

    private Fitted without(Edit.Batch batch) {
        List<Edit> kept = new ArrayList<>(batch.edits());
        kept.removeIf(Edit.Connect.class::isInstance);
        int all = 0;
        for (Edit edit : batch.edits()) {
            if (edit instanceof Edit.Connect) {
                all++;
                kept.add(edit);
                if (!fits(new Edit.Batch(batch.label(), kept))) {
                    kept.removeLast();
                }
            }
        }
        int left = all
                - Math.toIntExact(
                        kept.stream().filter(Edit.Connect.class::isInstance).count());
        return new Fitted(new Edit.Batch(batch.label(), kept), left);
    }
}
