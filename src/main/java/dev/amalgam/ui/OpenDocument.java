package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.compare.DriftWatch;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.cost.CostModel;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import dev.amalgam.ui.values.Looks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A document that is open in the window, shown or behind another: its workspace, and its canvas, which keeps what is selected
 * and in view. Only while it is shown does it run and is drawn. For the UI thread only.
 */
final class OpenDocument {
    private final Workspace workspace;
    private final FileChoice files;
    private final CanvasView canvas;
    private final Looks looks = new Looks();
    private final InsidePlace inside;
    private final List<Subscription> following = new ArrayList<>();
    private Optional<Instant> savedAt = Optional.empty();
    private @Nullable DriftWatch drift;
    private @Nullable CostModel costs;
    private boolean shown;

    OpenDocument(Workspace workspace, FileChoice files, CanvasView canvas, Shell shell) {
        this.workspace = workspace;
        this.files = files;
        this.canvas = canvas;
        this.inside = new InsidePlace(this, shell);
    }

    /** Where the inside of one of its components is shown. */
    InsidePlace inside() {
        return inside;
    }

    Workspace workspace() {
        return workspace;
    }

    Document.State state() {
        return workspace.document().state();
    }

    /** How its results stand to a reference that was pinned. */
    DriftWatch drift() {
        DriftWatch known = drift;
        if (known == null) {
            known = new DriftWatch(workspace.document(), workspace.live());
            drift = known;
        }
        return known;
    }

    /** What is known of its cost; whoever asks first hears of changes. */
    CostModel costs(Runnable changed) {
        if (costs == null) {
            costs = new CostModel(workspace);
            costs.onChange(changed);
        }
        return costs;
    }

    /** How its settings get their files. */
    FileChoice files() {
        return files;
    }

    /** Which of its values are looked at more closely. */
    Looks looks() {
        return looks;
    }

    CanvasView canvas() {
        return canvas;
    }

    /** Where its canvas is: the amalgamation and, where the inside of a component is shown, that one. */
    List<PathBar.Crumb> path() {
        List<PathBar.Crumb> path = new ArrayList<>();
        path.add(new PathBar.Crumb(workspace.name(), () -> inside.leave(canvas::fitAll)));
        inside.node().ifPresent(node -> path.add(new PathBar.Crumb(node.name(), canvas::fitAll)));
        return path;
    }

    /** When it was last saved since it was opened, if it was. */
    Optional<Instant> savedAt() {
        return savedAt;
    }

    void saved(Instant at) {
        savedAt = Optional.of(at);
    }

    /** Its name, marked where something is not saved. */
    String title() {
        return isUnsaved() ? Texts.get("title.modified", workspace.name()) : workspace.name();
    }

    /** Whether closing it would lose something. */
    boolean isUnsaved() {
        return state().isModified();
    }

    /** Whether it is an empty canvas that nobody has done anything with. */
    boolean isUntouched() {
        return workspace.file().isEmpty()
                && !state().history().canUndo()
                && !state().history().canRedo()
                && !isUnsaved();
    }

    boolean isOf(Path file) {
        return workspace.file().equals(Optional.of(file.toAbsolutePath().normalize()));
    }

    /** Runs it and shows it in {@code shell} from now on, in each pulse only the newest; then calls {@code changed}. */
    void show(Shell shell, Runnable changed) {
        shown = true;
        shell.open(this);
        workspace.live().wake();
        following.add(workspace.document().onChange(later(state -> {
            shell.show(state);
            changed.run();
        })));
        following.add(workspace.live().onChange(later(state -> {
            shell.show(state);
            changed.run();
        })));
        following.add(drift().onChange(later(state -> {
            shell.show(state);
            changed.run();
        })));
        following.add(workspace.playback().onChange(later(shell.transport()::show)));
        following.add(workspace.asShipped().onChange(later(shell.transport()::show)));
        shell.transport().show(workspace.playback().state());
        shell.transport().show(workspace.asShipped().state());
        // What came between the first look and the first word.
        shell.show(state());
        shell.show(workspace.live().state());
        shell.show(drift().drift());
    }

    private <T> Consumer<T> later(Consumer<T> show) {
        Object source = new Object();
        return state -> UiThread.later(source, () -> {
            if (shown) {
                show.accept(state);
            }
        });
    }

    /** Neither runs it nor shows it. */
    void hide() {
        if (shown) {
            shown = false;
            workspace.playback().pause();
            workspace.live().rest();
            following.forEach(Subscription::close);
            following.clear();
        }
    }

    void close() {
        hide();
        if (drift != null) {
            drift.close();
        }
        if (costs != null) {
            costs.close();
        }
        workspace.close();
    }
}
