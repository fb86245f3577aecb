package dev.amalgam.ui.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All actions of the window by name. An action {@code edit.undo} takes its title from the text {@code edit.undo}, its line
 * of help from {@code edit.undo.help} and its keys from the key map. For the UI thread only.
 */
public final class Actions {
    private final SequencedMap<String, Action> actions = new LinkedHashMap<>();
    private final List<Consumer<KeyMap>> listeners = new ArrayList<>();
    private KeyMap keys;

    /** A registry with nothing in it yet. */
    public Actions(KeyMap keys) {
        this.keys = keys;
    }

    /**
     * Adds an action that leaves the document as it is.
     *
     * @throws IllegalArgumentException where the name is taken
     * @throws java.util.MissingResourceException where it has no title
     */
    public Action add(String name, Runnable task) {
        return add(name, false, always(task));
    }

    /** Adds an action that may find nothing to do, and says so by {@code false}; its key then does what it does without it. */
    public Action offer(String name, BooleanSupplier task) {
        return add(name, false, task);
    }

    /** Adds an action that changes the document, in one step for undo. */
    public Action edit(String name, Runnable task) {
        return add(name, true, always(task));
    }

    private static BooleanSupplier always(Runnable task) {
        return () -> {
            task.run();
            return true;
        };
    }

    private Action add(String name, boolean edit, BooleanSupplier task) {
        Action action = new Action(name, edit, task);
        if (actions.putIfAbsent(name, action) != null) {
            throw new IllegalArgumentException("two actions are named " + name);
        }
        action.setKeys(keys.keys(name));
        return action;
    }

    /** The action of that name. @throws IllegalArgumentException where there is none */
    public Action get(String name) {
        Action action = actions.get(name);
        if (action == null) {
            throw new IllegalArgumentException("no action is named " + name);
        }
        return action;
    }

    /** All actions, in the order they were added. */
    public Collection<Action> all() {
        return Collections.unmodifiableCollection(actions.values());
    }

    /** Asks every action anew what it is called and whether it makes sense. To be called after every change of the window. */
    public void refresh() {
        actions.values().forEach(Action::refresh);
    }

    /** Which keys call what. */
    public KeyMap keys() {
        return keys;
    }

    /** Gives the actions other keys from now on. */
    public void setKeys(KeyMap changed) {
        keys = changed;
        actions.values().forEach(action -> action.setKeys(changed.keys(action.name())));
        listeners.forEach(listener -> listener.accept(changed));
    }

    /** Calls {@code listener} after each change of the keys. */
    public void onKeys(Consumer<KeyMap> listener) {
        listeners.add(listener);
    }
}
