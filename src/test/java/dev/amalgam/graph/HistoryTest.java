package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Amalgamation START = with(Amalgamation.EMPTY, "start");

    private static Amalgamation with(Amalgamation graph, String name) {
        Edit add = new Edit.Add(new Node(new NodeId(name), "kind", Settings.NONE), new Position(0, 0));
        return ((Outcome.Applied) new Edits(WiringRules.ANY).apply(graph, add)).graph();
    }

    private static History pushed(History history, String name) {
        return history.push("Add " + name, with(history.present().graph(), name));
    }

    @Test
    void itBeginsWithNothingToUndo() {
        History history = History.startingWith(START);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.canRedo()).isFalse();
        assertThat(history.present().graph()).isSameAs(START);
        assertThatIllegalStateException().isThrownBy(history::undo);
        assertThatIllegalStateException().isThrownBy(history::redo);
        assertThatIllegalStateException().isThrownBy(history::undoLabel);
        assertThatIllegalStateException().isThrownBy(history::redoLabel);
    }

    @Test
    void undoAndRedoGoToAndFro() {
        History history = pushed(pushed(History.startingWith(START), "a"), "b");
        assertThat(history.undoLabel()).isEqualTo("Add b");
        History undone = history.undo();
        assertThat(undone.undoLabel()).isEqualTo("Add a");
        assertThat(undone.redoLabel()).isEqualTo("Add b");
        assertThat(undone.undo().present().graph()).isSameAs(START);
        assertThat(undone.redo().present()).isSameAs(history.present());
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        History history = pushed(pushed(History.startingWith(START), "a").undo(), "b");
        assertThat(history.canRedo()).isFalse();
        assertThat(history.present().graph()).isEqualTo(with(START, "b"));
        assertThat(history.undo().present().graph()).isSameAs(START);
    }

    @Test
    void anEditThatGoesOnWithTheLastIsOneStepWithIt() {
        History history = pushed(History.startingWith(START), "a");
        History slid = history.amend("Slide", with(START, "b")).amend("Slide", with(START, "c"));
        assertThat(slid.present().graph()).isEqualTo(with(START, "c"));
        assertThat(slid.undo().present()).isSameAs(history.present());
        assertThat(slid.present().number()).isGreaterThan(history.present().number() + 1);
    }

    @Test
    void nothingGoesOnWithTheOpeningOrWithWhatWasUndone() {
        History opened = History.startingWith(START).amend("Open", with(START, "a"));
        assertThat(opened.undo().present().graph()).isSameAs(START);
        History undone = opened.push("Slide", with(START, "b")).undo().amend("Slide", with(START, "c"));
        assertThat(undone.undo().present()).isSameAs(opened.present());
    }

    @Test
    void numbersAreNeverUsedTwice() {
        History history = pushed(History.startingWith(START), "a");
        long undone = history.present().number();
        assertThat(pushed(history.undo(), "b").present().number()).isGreaterThan(undone);
    }

    @Test
    void onlySoManyRevisionsAreKept() {
        History history = History.startingWith(START);
        for (int i = 0; i < History.LIMIT + 10; i++) {
            history = pushed(history, "n" + i);
        }
        int undone = 0;
        while (history.canUndo()) {
            history = history.undo();
            undone++;
        }
        assertThat(undone).isEqualTo(History.LIMIT - 1);
        assertThat(history.present().graph().node(new NodeId("n10"))).isPresent();
    }
}
