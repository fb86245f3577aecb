package dev.amalgam.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The one font family, Inter, shipped with the program so that the window looks the same everywhere. Sizes are in pixels. */
public final class Fonts {
    /** The family for running text. */
    public static final String REGULAR = "Inter";

    /** The family for titles; JavaFX matches no weights within a loaded family, so that each is a family of its own. */
    public static final String SEMI_BOLD = "Inter SemiBold";

    /** Text that is read. */
    public static final double TEXT = 13;

    /** Text that is looked up. */
    public static final double QUIET = 11;

    private static final String ELLIPSIS = "…";

    private static final List<String> FILES = List.of("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf");

    static {
        FILES.forEach(Fonts::read);
    }

    private Fonts() {}

    /** Makes the fonts known to JavaFX; whoever applies a style sheet that names them calls this first. Idempotent. */
    public static void load() {
        // The static initialiser has done it.
    }

    private static void read(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/amalgam/fonts/" + file)) {
            Font.loadFont(Objects.requireNonNull(in, file), TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read from the program's own files", e);
        }
    }

    /** Inter in that size. */
    public static Font regular(double size) {
        return Font.font(REGULAR, size);
    }

    /** Inter SemiBold in that size. */
    public static Font semiBold(double size) {
        return Font.font(SEMI_BOLD, size);
    }

    /** The width of one line of text, rounded up. */
    public static double width(String text, Font font) {
        Text line = new Text(text);
        line.setFont(font);
        return Math.ceil(line.getLayoutBounds().getWidth());
    }

    /** The text, or as much of its beginning as fits {@code room} pixels with an ellipsis behind it. */
    public static String fit(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int fits = 0;
        int fails = text.length();
        while (fails - fits > 1) {
            int middle = (fits + fails) >>> 1;
            boolean narrow = width(text.substring(0, middle) + ELLIPSIS, font) <= room;
            fits = narrow ? middle : fits;
            fails = narrow ? fails : middle;
        }
        return text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }
}
