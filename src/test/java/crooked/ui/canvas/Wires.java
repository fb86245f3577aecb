package crooked.ui.canvas;

import crooked.ui.live.Results;
import javafx.application.Platform;

/** One of two classes that talk to the JavaFX queue, in one of two packages that need each other. */
public class Wires {
    Results results;

    void paint() {
        Platform.runLater(() -> {});
    }
}
