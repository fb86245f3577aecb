package dev.amalgam.ui;

import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Language;
import java.util.Optional;
import javafx.scene.Scene;

/**
 * What colours the window has, how large its text is, and what it speaks next time. The person's choices are kept. For the UI
 * thread only.
 */
final class Appearance {
    private final Scene scene;
    private final PreferenceKeeper preferences;
    private Theme theme;

    /** Dresses the scene in this theme. */
    Appearance(Scene scene, Theme first, PreferenceKeeper preferences) {
        this.scene = scene;
        this.preferences = preferences;
        this.theme = first;
        dress();
    }

    Theme theme() {
        return theme;
    }

    void show(Theme next) {
        theme = next;
        preferences.change(it -> it.withTheme(next.tag()));
        dress();
    }

    /** Draws all text larger, or smaller, by that many percent of its usual size. */
    void text(int more) {
        size(TextScale.percentProperty().get() + more);
    }

    void usualText() {
        size(TextScale.USUAL);
    }

    private void size(int percent) {
        TextScale.set(percent);
        preferences.change(it -> it.withTextScale(TextScale.percentProperty().get()));
        dress();
    }

    /** What the window will speak when it is started next. */
    Language language() {
        return language(preferences);
    }

    /** What the person chose, or else what the machine speaks. */
    static Language language(PreferenceKeeper preferences) {
        return preferences.now().language().flatMap(Language::tagged).orElseGet(Language::ofMachine);
    }

    void speak(Language language) {
        preferences.change(it -> it.withLanguage(Optional.of(language.tag())));
    }

    private void dress() {
        theme.dress(scene);
        scene.getRoot().requestLayout();
    }
}
