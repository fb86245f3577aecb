package dev.amalgam.ui;

import dev.amalgam.desk.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The documents that are open in the window, one of which is shown. There always is one. For the UI thread only. */
final class Session {
    private final Shell shell;
    private final Function<Workspace, OpenDocument> opening;
    private final Supplier<Workspace> blank;
    private final List<OpenDocument> documents = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private OpenDocument shown;

    /**
     * @param opening gives a workspace its canvas
     * @param blank what is shown where the last document is closed
     */
    Session(Shell shell, Workspace first, Function<Workspace, OpenDocument> opening, Supplier<Workspace> blank) {
        this.shell = shell;
        this.opening = opening;
        this.blank = blank;
        this.shown = opening.apply(first);
        documents.add(shown);
        shown.show(shell, this::tell);
    }

    /** All of them, in the order of their tabs. */
    List<OpenDocument> documents() {
        return Collections.unmodifiableList(documents);
    }

    /** The one that is shown. */
    OpenDocument shown() {
        return shown;
    }

    Workspace workspace() {
        return shown.workspace();
    }

    /** Calls {@code listener} after each change of what is open, of the shown document, or of its results. */
    void onChange(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    /** Opens another document and shows it; an empty one that nobody has touched makes way for it. */
    OpenDocument open(Workspace next) {
        OpenDocument before = shown;
        OpenDocument opened = opening.apply(next);
        documents.add(documents.indexOf(before) + 1, opened);
        show(opened);
        if (before.isUntouched() && !opened.isUntouched()) {
            close(before);
        }
        return opened;
    }

    /** Opens the others of these too, in this order; what is shown is one of them. */
    void add(List<Workspace> all) {
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place) != workspace()) {
                documents.add(place, opening.apply(all.get(place)));
            }
        }
        tell();
    }

    /** Shows another of the open documents. */
    void show(OpenDocument next) {
        if (next != shown) {
            shown.hide();
            shown = next;
            next.show(shell, this::tell);
            tell();
        }
    }

    /** Shows the one whose tab is so many further on; after the last comes the first. */
    void show(int further) {
        show(documents.get(Math.floorMod(documents.indexOf(shown) + further, documents.size())));
    }

    /** Closes a document without asking; where it was the last, an empty one takes its place. */
    void close(OpenDocument closed) {
        int place = documents.indexOf(closed);
        if (documents.size() == 1) {
            documents.add(opening.apply(blank.get()));
        }
        if (closed == shown) {
            show(documents.get(place == documents.size() - 1 ? place - 1 : place + 1));
        }
        documents.remove(closed);
        closed.close();
        tell();
    }

    /** What the shown document is called, or when it was saved, is another. */
    void changed() {
        shell.show(shown.state());
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Closes all. */
    void close() {
        documents.forEach(OpenDocument::close);
    }
}
