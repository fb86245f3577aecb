package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes as much of a step as can be made: one wire that does not fit must not keep a thousand pasted nodes away. */
public final class Fitting {
    /** Each try types all that is pasted; where so many wires were wrong already, the others are not tried one by one. */
    private static final int MOST_TRIES = 32;

    private final Edits edits;
    private final Typing typing;

    private Fitting(Typing typing) {
        this.edits = new Edits(typing);
        this.typing = typing;
    }

    /**
     * A step without its wires that would be refused.
     *
     * @param edit what is left of the step; all of it where none of its wires is to blame
     * @param without how many wires were left out
     */
    public record Fitted(Edit edit, int without) {}

    /** Leaves out the wires that are refused. */
    public static Fitted of(Typing typing, Edit edit) {
        return edit instanceof Edit.Batch batch ? new Fitting(typing).fitted(batch) : new Fitted(edit, 0);
    }

    private Fitted fitted(Edit.Batch whole) {
        List<Edit> kept = new ArrayList<>(whole.edits());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Edit.Batch tried = new Edit.Batch(whole.label(), kept);
            switch (edits.apply(typing.graph(), tried)) {
                case Outcome.Applied _ -> {
                    return without(whole, kept);
                }
                case Outcome.Refused(Refusal refusal) -> {
                    Optional<Edit> blamed = kept.reversed().stream()
                            .filter(edit -> edit instanceof Edit.Connect wire && isAbout(refusal, wire))
                            .findFirst();
                    if (blamed.isEmpty()) {
                        return new Fitted(whole, 0);
                    }
                    kept.remove(blamed.get());
                }
            }
        }
        kept.removeIf(Edit.Connect.class::isInstance);
        return without(whole, kept);
    }

    private static Fitted without(Edit.Batch whole, List<Edit> kept) {
        return new Fitted(new Edit.Batch(whole.label(), kept), whole.edits().size() - kept.size());
    }

    private static boolean isAbout(Refusal refusal, Edit.Connect wire) {
        return switch (refusal) {
            case Refusal.TypesDisagree it ->
                wire.from().equals(it.from()) && wire.to().equals(it.to());
            case Refusal.WouldCycle it ->
                wire.from().equals(it.from()) && wire.to().equals(it.to());
            case Refusal.InputTaken it -> wire.to().equals(it.input());
            case Refusal.UnknownPort it ->
                wire.from().equals(it.port()) || wire.to().equals(it.port());
            case Refusal.UnknownNode it ->
                wire.from().node().equals(it.node()) || wire.to().node().equals(it.node());
            case Refusal.UnknownNote _, Refusal.NameTaken _ -> false;
        };
    }
}
