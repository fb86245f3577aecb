package dev.amalgam.ui;

import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.StyleSheets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;

/** What colours the window has; its order is the same in all of them. */
public enum Theme {
    DARK,
    LIGHT,
    CONTRAST;

    /** The theme named {@code dark}, {@code light} or {@code contrast}. @throws IllegalArgumentException for any other name */
    public static Theme named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The theme that a person likes by its name; the dark one where this version has no such theme. */
    static Theme liked(String name) {
        return Arrays.stream(values())
                .filter(it -> it.tag().equals(name))
                .findFirst()
                .orElse(DARK);
    }

    /** The name in commands and settings, such as {@code dark}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Gives a scene these colours at the present text scale. */
    void dress(Scene scene) {
        Fonts.load();
        scene.getStylesheets()
                .setAll(Stream.of("base", "canvas", tag())
                        .map(StyleSheets::address)
                        .toList());
    }
}
