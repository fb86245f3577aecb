package dev.amalgam.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyMapTest {
    private static final KeyCombination U = KeyCombination.valueOf("Shortcut+U");
    private static final KeyCombination Z = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyMap STANDARD = KeyMap.standard();

    @Test
    void whatNobodyChangedHasItsStandardKeys() {
        assertThat(STANDARD.keys("edit.undo")).containsExactly(Z);
        assertThat(STANDARD.keys("no.such")).isEmpty();
        assertThat(STANDARD.written()).isEmpty();
    }

    @Test
    void aChangeIsKeptAsTextAndReadAgain() {
        KeyMap changed = STANDARD.with("edit.undo", U).with("edit.redo");
        assertThat(changed.written()).isEqualTo(Map.of("edit.undo", List.of("Shortcut+U"), "edit.redo", List.of()));
        KeyMap again = KeyMap.of(changed.written());
        assertThat(again.keys("edit.undo")).containsExactly(U);
        assertThat(again.keys("edit.redo")).isEmpty();
        assertThat(again.keys("edit.delete")).isEqualTo(STANDARD.keys("edit.delete"));
    }

    @Test
    void theStandardAgainIsNoChange() {
        KeyMap changed = STANDARD.with("edit.undo", U);
        assertThat(changed.isChanged("edit.undo")).isTrue();
        assertThat(changed.with("edit.undo", Z).written()).isEmpty();
        assertThat(changed.reset("edit.undo").written()).isEmpty();
    }

    @Test
    void oneOfSeveralKeysIsTakenAway() {
        KeyMap changed = STANDARD.without("edit.delete", KeyCombination.valueOf("Delete"));
        assertThat(changed.keys("edit.delete")).containsExactly(KeyCombination.valueOf("Backspace"));
    }

    @Test
    void aLineThatCannotBeReadCostsNoMoreThanItself() {
        KeyMap read = KeyMap.of(Map.of("edit.undo", List.of("Strg+Wurst"), "edit.redo", List.of("Shortcut+U")));
        assertThat(read.keys("edit.undo")).containsExactly(Z);
        assertThat(read.keys("edit.redo")).containsExactly(U);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNDEFINED", "SHORTCUT", "INPUT_METHOD_ON_OFF"})
    void everyKeyCanBeKept(KeyCode code) {
        if (!code.isModifierKey()) {
            KeyCombination keys = new KeyCodeCombination(code, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
            assertThat(KeyMap.of(STANDARD.with("edit.undo", keys).written()).keys("edit.undo"))
                    .containsExactly(keys);
        }
    }

    @Test
    void whatIsPressedIsWhatMatches() {
        KeyEvent press = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.K, true, false, true, false);
        assertThat(Pressed.combination(press))
                .hasValueSatisfying(keys -> assertThat(keys.match(press)).isTrue());
        KeyEvent shift = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false);
        assertThat(Pressed.combination(shift)).isEmpty();
    }
}
