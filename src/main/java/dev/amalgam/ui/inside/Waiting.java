package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Diagram;
import dev.amalgam.desk.inside.Drawing;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Lays out in the background; where that takes a moment, says how far it is and can be stopped. The last layout stays then. */
final class Waiting extends HBox {
    /** What is quicker needs no word. */
    private static final Duration SOON = Duration.millis(300);

    private final ProgressBar bar = new ProgressBar(0);
    private final PauseTransition soon = new PauseTransition(SOON);
    private AtomicBoolean cancelled = new AtomicBoolean();
    private boolean busy;

    Waiting() {
        super(10);
        getStyleClass().add("inside-waiting");
        setManaged(false);
        setVisible(false);
        setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleText(Texts.get("inside.laying-out"));
        Button stop = new Button(Texts.get("inside.stop"));
        stop.setOnAction(_ -> cancel());
        getChildren().addAll(new Label(Texts.get("inside.laying-out")), bar, stop);
        soon.setOnFinished(_ -> setVisible(busy));
    }

    boolean isBusy() {
        return busy;
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Lays out; a layout that is asked for later takes its place. {@code stopped} hears where it was cancelled. */
    void layOut(Inside inside, Set<Group> open, Consumer<Diagram> show, Runnable stopped) {
        cancel();
        AtomicBoolean mine = new AtomicBoolean();
        cancelled = mine;
        busy = true;
        bar.setProgress(0);
        soon.playFromStart();
        UiThread.compute(
                this,
                () -> Drawing.of(inside, open, mine::get, done -> UiThread.later(bar, () -> bar.setProgress(done))),
                laid -> {
                    end();
                    show.accept(laid);
                },
                failed -> {
                    end();
                    stopped.run();
                    if (!(failed instanceof CancellationException)) {
                        throw new IllegalStateException("the inside cannot be laid out", failed);
                    }
                });
    }

    private void end() {
        busy = false;
        soon.stop();
        setVisible(false);
    }

    /** In the middle of a view of that size. */
    void place(double width, double height) {
        double wide = Math.ceil(prefWidth(-1));
        double high = Math.ceil(prefHeight(-1));
        resizeRelocate(Math.rint((width - wide) / 2), Math.rint((height - high) / 2), wide, high);
    }
}
