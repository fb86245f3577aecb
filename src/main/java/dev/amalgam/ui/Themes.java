package dev.amalgam.ui;

import dev.amalgam.ui.text.Texts;
import javafx.scene.Scene;

/** The theme that a window wears, and how to change it. */
final class Themes {
    private final Scene scene;
    private Theme worn;

    Themes(Scene scene, Theme worn) {
        this.scene = scene;
        this.worn = worn;
        worn.dress(scene);
    }

    void change() {
        worn = worn.other();
        worn.dress(scene);
    }

    /** What changing it would bring. */
    String title() {
        return Texts.get(worn == Theme.DARK ? "view.theme" : "view.theme.dark");
    }
}
