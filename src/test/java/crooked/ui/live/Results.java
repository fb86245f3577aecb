package crooked.ui.live;

import crooked.ui.canvas.Wires;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The other one, by a method reference. */
public class Results {
    Wires wires;
    Consumer<Runnable> later = Platform::runLater;
}
