package dev.amalgam.ui;

import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The open workspace, followed until another is opened. What changes is shown once per pulse, and only the newest of it. */
final class Session {
    private final Shell shell;
    private final FileChoice files;
    private final List<Subscription> following = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Workspace workspace;

    Session(Shell shell, FileChoice files, Workspace first) {
        this.shell = shell;
        this.files = files;
        this.workspace = first;
        follow(first);
    }

    Workspace workspace() {
        return workspace;
    }

    /** Calls {@code listener} on the UI thread after each change of the document or the results. */
    void onChange(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    /** Shows another workspace and closes the one that was open. */
    void open(Workspace next) {
        following.forEach(Subscription::close);
        following.clear();
        workspace.close();
        workspace = next;
        follow(next);
    }

    private void follow(Workspace opened) {
        shell.open(opened, files);
        following.add(opened.document().onChange(later(opened, state -> {
            shell.show(state);
            tell();
        })));
        following.add(opened.live().onChange(later(opened, state -> {
            shell.show(state);
            tell();
        })));
        tell();
    }

    /** Shows in the next pulse what is newest then, unless another workspace is open by then. */
    private <T> Consumer<T> later(Workspace from, Consumer<T> show) {
        Object source = new Object();
        return state -> UiThread.later(source, () -> {
            if (from == workspace) {
                show.accept(state);
            }
        });
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    void close() {
        following.forEach(Subscription::close);
        workspace.close();
    }
}
