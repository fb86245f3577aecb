package dev.amalgam.ui;

import dev.amalgam.ui.search.FocusArea;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What floats over the window until it is done with: one thing at a time. The focus then goes back to where it was. */
final class Overlay {
    private final Pane window;
    private Optional<Region> shown = Optional.empty();

    Overlay(Pane window) {
        this.window = window;
    }

    /**
     * Puts something over the window.
     *
     * @param make makes it, given what it calls when it is done with
     */
    <T extends Region> T show(Function<Runnable, T> make) {
        shown.ifPresent(window.getChildren()::remove);
        Optional<Node> before = Optional.ofNullable(window.getScene().getFocusOwner());
        T made = make.apply(() -> hide(before));
        shown = Optional.of(made);
        window.getChildren().add(made);
        return made;
    }

    /** Where the person has gone elsewhere meanwhile, the focus stays there. */
    private void hide(Optional<Node> before) {
        boolean goesBack = shown.filter(FocusArea::hasFocus).isPresent();
        shown.ifPresent(window.getChildren()::remove);
        shown = Optional.empty();
        if (goesBack) {
            before.ifPresent(Node::requestFocus);
        }
    }
}
