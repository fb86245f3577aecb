package dev.amalgam.cli;

import dev.amalgam.desk.LiveState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The window, as far as commands need it. The program's entry point says who that is, so that commands do not know JavaFX. */
public interface Designer {
    /** How large a picture of the window is, in logical pixels, and how many real pixels each of them has. */
    record Size(int width, int height, int scale) {}

    /**
     * How the window looks.
     *
     * @param theme {@code dark}, {@code light} or {@code contrast}
     * @param language such as {@code de}
     * @param text the size of everything that is read, in percent
     */
    record Look(String theme, String language, int text) {
        /** What a person sees who has chosen nothing. */
        public static final Look USUAL = new Look("dark", "en", 100);
    }

    /** Whether a window can be shown here. */
    boolean hasDisplay();

    /**
     * Shows the window until it is closed.
     *
     * @param file to open; empty for an empty canvas
     * @throws Exception where there is nothing to show a window on
     */
    void open(Optional<Path> file) throws Exception;

    /**
     * Draws the window, without showing it, once its results are complete.
     *
     * @param file the amalgamation
     * @param inputs other files for its sources, by the name of the node
     * @param picture where to write the PNG
     * @return the results that are drawn
     * @throws Exception where the amalgamation cannot be opened or the picture cannot be written
     */
    LiveState snapshot(Path file, Map<String, Path> inputs, Path picture, Size size, Look look) throws Exception;
}
