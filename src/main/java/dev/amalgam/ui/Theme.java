package dev.amalgam.ui;

import dev.amalgam.ui.look.Fonts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/** What colours the window has; everything else about its look is the same in both. */
public enum Theme {
    DARK,
    LIGHT;

    /** The theme named {@code dark} or {@code light}. @throws IllegalArgumentException for any other name */
    public static Theme named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    void dress(Scene scene) {
        Fonts.load();
        scene.getStylesheets().setAll(sheets());
    }

    private List<String> sheets() {
        return List.of(sheet("base"), sheet("canvas"), sheet(name().toLowerCase(Locale.ROOT)));
    }

    private static String sheet(String name) {
        String path = "/amalgam/theme/" + name + ".css";
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }
}
