package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Styles;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * Where the preview of a reading stands. It is made off the UI thread; until it is ready, what was there before stays. A
 * reading that says the same as the one that is shown is not drawn again. For the UI thread only.
 */
public final class PreviewPlace extends StackPane {
    private record Drawing(Reading reading, Form form, double width, double height) {}

    private Optional<Drawing> wanted = Optional.empty();

    /** A place with nothing in it, as small as need be. */
    public PreviewPlace() {
        setMinSize(0, 0);
    }

    /** Shows a reading soon, in the colour that its case usually has. */
    public void show(Reading reading, double width, double height) {
        show(reading, Previews.usualForm(reading), width, height);
    }

    /**
     * Shows a reading soon, in the colour of a form of representation.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public void show(Reading reading, Form form, double width, double height) {
        Drawing next = new Drawing(reading, form, width, height);
        if (wanted.equals(Optional.of(next))) {
            return;
        }
        wanted = Optional.of(next);
        UiThread.draw(this, () -> Previews.of(reading, form, width, height), drawn -> {
            // Meanwhile something else may have been put here that did not have to be drawn.
            if (wanted.filter(now -> now == next).isPresent()) {
                put(drawn);
            }
        });
    }

    private void put(Node... others) {
        getChildren().setAll(others);
        Styles.applyNow(this);
    }

    /** Shows something else at once, and no reading any more. */
    public void replace(Node... others) {
        wanted = Optional.empty();
        put(others);
    }
}
