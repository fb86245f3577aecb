package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.Journals;
import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.desk.Workspace;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.function.Consumer;

/** Brings back what was not saved when the program ended without being asked to. */
final class Recovery {
    private final Desk desk;
    private final Session session;
    private final Dialogs dialogs;

    Recovery(Desk desk, Session session, Dialogs dialogs) {
        this.desk = desk;
        this.session = session;
        this.dialogs = dialogs;
    }

    /** Says from now on where unsaved work cannot be put aside. */
    void warn(Consumer<String> say) {
        desk.journals()
                .ifPresent(journals -> journals.onTrouble(e -> UiThread.later(
                        this,
                        () -> say.accept(
                                Texts.get("status.not-kept", Texts.say(e.getMessage()), Texts.say(e.remedy()))))));
    }

    /** Asks what to do with what a crash left, where one did. */
    void offer() {
        desk.journals().ifPresent(journals -> {
            List<Leftover> left = journals.leftovers();
            if (!left.isEmpty()) {
                ask(journals, left);
            }
        });
    }

    private void ask(Journals journals, List<Leftover> left) {
        dialogs.recover(left, answer -> {
            switch (answer) {
                case RECOVER -> left.forEach(this::recover);
                case DISCARD -> left.forEach(journals::discard);
                case LATER -> {}
            }
        });
    }

    private void recover(Leftover left) {
        UiThread.compute(left, () -> desk.recover(left), this::show);
    }

    /** The file as it was saved makes way for what had not been saved of it. */
    private void show(Workspace recovered) {
        OpenDocument shown = session.open(recovered);
        recovered
                .file()
                .ifPresent(file -> session.documents().stream()
                        .filter(other -> other != shown && other.isOf(file) && !other.isUnsaved())
                        .findFirst()
                        .ifPresent(session::close));
    }
}
