package dev.amalgam.ui.input;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/** Goes on by itself, picture by picture; never before the last one has been answered. For the UI thread only. */
final class Slideshow {
    private final Runnable next;
    private final BooleanSupplier answered;
    private final Supplier<Optional<java.time.Duration>> told;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Timeline clock = new Timeline();
    private int seconds = 2;

    /**
     * @param next shows the next picture
     * @param answered whether all results are of the picture that is shown
     * @param told how long the picture is to be shown, where its file says so
     */
    Slideshow(Runnable next, BooleanSupplier answered, Supplier<Optional<java.time.Duration>> told) {
        this.next = next;
        this.answered = answered;
        this.told = told;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    int seconds() {
        return seconds;
    }

    /** Shows each picture that long from now on. */
    void every(int another) {
        seconds = another;
        if (running.get()) {
            start();
        }
    }

    void start() {
        clock.stop();
        running.set(true);
        Duration pause = told.get()
                .map(time -> Duration.millis((double) time.toMillis()))
                .orElse(Duration.seconds(seconds));
        clock = new Timeline(new KeyFrame(pause, _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /** What happens each time; for tests, which do not wait. */
    void tick() {
        if (answered.getAsBoolean()) {
            next.run();
        }
    }

    void stop() {
        clock.stop();
        running.set(false);
    }

    void toggle() {
        if (running.get()) {
            stop();
        } else {
            start();
        }
    }
}
