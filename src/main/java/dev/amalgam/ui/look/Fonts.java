package dev.amalgam.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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

    /** As many lines as a large amalgamation shows; when there are more, it is begun anew. */
    private static final int MOST_WIDTHS = 20_000;

    /** To lay out a line takes a hundred times as long as to find it here, and most lines are asked for again and again. */
    private static final Map<Line, Double> WIDTHS = new ConcurrentHashMap<>();

    private record Line(String text, Font font) {}

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

    /** The width of one line of text, rounded up. For any thread. */
    public static double width(String text, Font font) {
        if (WIDTHS.size() >= MOST_WIDTHS) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(new Line(text, font), Fonts::measure);
    }

    private static double measure(Line of) {
        Text line = new Text(of.text());
        line.setFont(of.font());
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
