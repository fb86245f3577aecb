package dev.amalgam.desk;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.History;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * An amalgamation being edited: its revisions and the types of the present one. Every change goes through {@link #apply},
 * {@link #undo} or {@link #redo}, so nothing can bypass the history. For use by any thread; listeners are called by the
 * thread that made the change, after it and in the order of the changes; they must not wait for another thread.
 */
public final class Document {
    /**
     * What the document is at one moment.
     *
     * @param history where undo and redo lead
     * @param typing the types of the present revision
     * @param saved the content that is on disk, empty where there is none
     */
    public record State(History history, Typing typing, Optional<Amalgamation> saved) {
        public Revision revision() {
            return history.present();
        }

        public Amalgamation graph() {
            return revision().graph();
        }

        public List<Problem> problems() {
            return typing.problems();
        }

        /** Whether only what has nothing to do with results lies between the two: nodes were moved, or it was saved. */
        boolean meansTheSameAs(State other) {
            boolean onlyMoved = graph() != other.graph() && graph().meansTheSameAs(other.graph());
            return typing == other.typing || onlyMoved;
        }

        /** Whether there is something that saving would keep. */
        public boolean isModified() {
            return saved.map(kept -> !kept.equals(graph()))
                    .orElse(!graph().nodes().isEmpty());
        }
    }

    private final Listeners<State> listeners = new Listeners<>();
    private final Object refreshing = new Object();
    private volatile State state;

    /** A document that begins with what {@code typing} is of; {@code saved} says whether that is what the file holds. */
    public Document(Typing typing, boolean saved) {
        this(typing, Optional.of(typing.graph()).filter(_ -> saved));
    }

    /** A document that begins with what {@code typing} is of, where the file holds {@code saved}, if there is one. */
    Document(Typing typing, Optional<Amalgamation> saved) {
        this.state = new State(History.startingWith(typing.graph()), typing, saved);
    }

    public State state() {
        return state;
    }

    /** Calls {@code listener} after each change. */
    public Subscription onChange(Consumer<State> listener) {
        return listeners.add(listener);
    }

    /** Why a wire may not join an output to an input, or empty where it may. The same code judges {@link Edit.Connect}. */
    public Optional<Refusal> canConnect(PortRef from, PortRef to) {
        State now = state;
        return new Edits(now.typing).refuse(now.graph(), from, to);
    }

    /** Makes an edit, or says why it cannot be made; then nothing has changed. */
    public Optional<Refusal> apply(Edit edit) {
        return apply(_ -> edit);
    }

    /** Makes the edit that follows from the present state, with nothing coming in between. */
    public Optional<Refusal> apply(Function<Amalgamation, Edit> toMake) {
        return make(toMake, History::push);
    }

    private interface Keeping {
        History keep(History history, String label, Amalgamation graph);
    }

    private synchronized Optional<Refusal> make(Function<Amalgamation, Edit> toMake, Keeping keeping) {
        Edit edit = toMake.apply(state.graph());
        return switch (new Edits(state.typing).apply(state.graph(), edit)) {
            case Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
            case Outcome.Applied(Amalgamation graph) -> {
                if (!graph.equals(state.graph())) {
                    goTo(keeping.keep(state.history, edit.label(), graph));
                }
                yield Optional.empty();
            }
        };
    }

    /**
     * Makes an edit that goes on with the one before, where that has the same label, so that both are one step of undo: a
     * slider that is dragged. What begins goes through {@link #apply}.
     */
    public Optional<Refusal> amend(Edit edit) {
        return make(_ -> edit, History::amend);
    }

    /** Goes one revision back, if there is one. */
    public synchronized void undo() {
        if (state.history.canUndo()) {
            goTo(state.history.undo());
        }
    }

    /** Goes one revision forward, if there is one. */
    public synchronized void redo() {
        if (state.history.canRedo()) {
            goTo(state.history.redo());
        }
    }

    /** Types everything anew, because a file has changed or the runtime has told what is inside a model. */
    public void refreshTypes() {
        synchronized (refreshing) {
            // Files are read for this, and nobody's edit should wait for them.
            Typing fresh = state.typing.refreshed();
            synchronized (this) {
                boolean moved = fresh.components() != state.typing.components();
                Typing now = moved ? state.typing.refreshed() : fresh.next(state.graph());
                become(new State(state.history, now, state.saved));
            }
        }
    }

    /** Puts all revisions in other words, such as file names seen from another folder, and types the present one so. */
    synchronized void reword(UnaryOperator<Amalgamation> words, Function<Amalgamation, Typing> types) {
        History history = state.history.map(words);
        become(new State(history, types.apply(history.present().graph()), state.saved.map(words)));
    }

    /** Notes that {@code graph} is what the file now holds. */
    synchronized void markSaved(Amalgamation graph) {
        become(new State(state.history, state.typing, Optional.of(graph)));
    }

    private void goTo(History history) {
        become(new State(history, state.typing.next(history.present().graph()), state.saved));
    }

    /** Tells it before the next change can be made, so that nobody hears of an older state after a newer one. */
    private void become(State changed) {
        state = changed;
        listeners.tell(changed);
    }
}
