package dev.amalgam.ui;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyCombination;

/** One thing the window can do, by name. Menus, keys, the search for commands and tests all go through it. */
public final class Action {
    private final String name;
    private final StringProperty title;
    private final Optional<KeyCombination> key;
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);
    private final Runnable task;

    Action(String name, String title, Optional<KeyCombination> key, Runnable task) {
        this.name = name;
        this.title = new SimpleStringProperty(title);
        this.key = key;
        this.task = task;
    }

    /** The name in FXML and tests, such as {@code edit.undo}. */
    public String name() {
        return name;
    }

    /** What people read; it may say more at times, such as {@code Undo Connect photo to resize}. */
    public StringProperty titleProperty() {
        return title;
    }

    /** The keys that call it. */
    public Optional<KeyCombination> key() {
        return key;
    }

    /** Whether it makes sense now. */
    public BooleanProperty enabledProperty() {
        return enabled;
    }

    /** Does it, where it makes sense now. */
    public void run() {
        if (enabled.get()) {
            task.run();
        }
    }
}
