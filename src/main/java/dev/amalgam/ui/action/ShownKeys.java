package dev.amalgam.ui.action;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys that a menu shows beside an item and does not listen to: {@link KeyPresses} alone does, which knows where a plain
 * letter is a command and where it is text.
 */
final class ShownKeys extends KeyCombination {
    private final KeyCombination keys;

    ShownKeys(KeyCombination keys) {
        this.keys = keys;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return keys.getDisplayText();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
