package dev.amalgam.ui;

import dev.amalgam.ui.text.Texts;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/**
 * All commands of the window by name. A command {@code edit.undo} takes its title from the text {@code edit.undo} and its
 * keys from {@code edit.undo.key}.
 */
public final class Actions {
    private final SequencedMap<String, Action> actions = new LinkedHashMap<>();

    /** Adds a command. @throws IllegalArgumentException where the name is taken */
    public Action add(String name, Runnable task) {
        Optional<KeyCombination> key = Texts.find(name + ".key").map(KeyCombination::valueOf);
        Action action = new Action(name, Texts.get(name), key, task);
        if (actions.putIfAbsent(name, action) != null) {
            throw new IllegalArgumentException("two commands are named " + name);
        }
        return action;
    }

    /** The command of that name. @throws IllegalArgumentException where there is none */
    public Action get(String name) {
        Action action = actions.get(name);
        if (action == null) {
            throw new IllegalArgumentException("no command is named " + name);
        }
        return action;
    }

    /** All commands, in the order they were added. */
    public Collection<Action> all() {
        return Collections.unmodifiableCollection(actions.values());
    }

    /** Gives each item of a menu the command that its id names. */
    void bind(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inner) {
                bind(inner);
            } else if (item.getId() != null) {
                bind(item, get(item.getId()));
            }
        }
    }

    private static void bind(MenuItem item, Action action) {
        item.textProperty().bind(action.titleProperty());
        item.disableProperty().bind(action.enabledProperty().not());
        item.setOnAction(_ -> action.run());
        action.key().ifPresent(item::setAccelerator);
    }
}
