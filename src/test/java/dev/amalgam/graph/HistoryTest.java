package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
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
    void tenThousandRevisionsOfASmallGraphAreKept() {
        Amalgamation small = START;
        for (int i = 0; i < 20; i++) {
            small = with(small, "n" + i);
        }
        History history = History.startingWith(small);
        for (int i = 0; i < 10_000; i++) {
            history = history.push("Change", changed(history.present().graph(), "n" + i % 20, "value " + i));
        }
        assertThat(history.past()).hasSize(10_001);
        while (history.canUndo()) {
            history = history.undo();
        }
        assertThat(history.present().graph()).isSameAs(small);
        assertThat(history.undone()).hasSize(10_000);
    }

    @Test
    void theOldestAreForgottenWhereAllWouldTakeTooMuch() {
        String megabyte = "x".repeat(1 << 19);
        History history = History.startingWith(START);
        for (int i = 0; i < 300; i++) {
            history = history.push("Paste " + i, changed(history.present().graph(), "start", megabyte + i));
        }
        int most = (int) (History.BUDGET >> 20);
        assertThat(history.past()).hasSizeBetween(most / 2, most + 1);
        assertThat(history.undoLabel()).isEqualTo("Paste 299");
        assertThat(history.past().getLast().label()).startsWith("Paste");
    }

    @Test
    void oneStepBackIsKeptHoweverLargeItIs() {
        String large = "x".repeat((int) (History.BUDGET / 2) + 1);
        History history = History.startingWith(START).push("Paste", changed(START, "start", large));
        assertThat(history.undo().present().graph()).isSameAs(START);
    }

    @Test
    void otherWordsLeaveTheRevisionsWhereTheyAre() {
        History history = pushed(pushed(pushed(History.startingWith(START), "a"), "b"), "c")
                .undo();
        History mapped = history.map(graph -> with(graph, "also"));
        assertThat(mapped.present().number()).isEqualTo(history.present().number());
        assertThat(mapped.present().graph()).isEqualTo(with(history.present().graph(), "also"));
        assertThat(mapped.past()).extracting(Revision::label).containsExactly("Add b", "Add a", "Open");
        assertThat(mapped.undone()).extracting(Revision::label).containsExactly("Add c");
    }

    private static Amalgamation changed(Amalgamation graph, String node, String text) {
        Edit change = new Edit.Change(new NodeId(node), "text", Optional.of(new Value.Text(text)));
        return ((Outcome.Applied) new Edits(WiringRules.ANY).apply(graph, change)).graph();
    }
}
