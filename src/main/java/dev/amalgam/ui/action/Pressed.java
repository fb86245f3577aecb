package dev.amalgam.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** What keys somebody pressed. */
final class Pressed {
    private Pressed() {}

    /** The keys as they can call an action; nothing while only Ctrl, Shift and the like are held. */
    static Optional<KeyCombination> combination(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        List<Modifier> held = new ArrayList<>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        } else if (event.isControlDown()) {
            held.add(KeyCombination.CONTROL_DOWN);
        } else if (event.isMetaDown()) {
            held.add(KeyCombination.META_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        return Optional.of(new KeyCodeCombination(code, held.toArray(Modifier[]::new)));
    }
}
