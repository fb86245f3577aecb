package dev.amalgam.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The window's style sheets at the present text scale. What a sheet gives in {@code px} grows with the text; lengths without a
 * unit, such as corners and the insides of cards, which the canvas magnifies itself, do not.
 */
public final class StyleSheets {
    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    private StyleSheets() {}

    /** Where JavaFX finds the sheet {@code theme/NAME.css}. */
    public static String address(String name) {
        String path = "/amalgam/theme/" + name + ".css";
        return TextScale.factor() == 1
                ? Objects.requireNonNull(StyleSheets.class.getResource(path), path)
                        .toExternalForm()
                : inline(scaled(read(path), TextScale.factor()));
    }

    static String scaled(String sheet, double factor) {
        return LENGTH.matcher(sheet).replaceAll(length -> times(length.group(1), factor) + "px");
    }

    private static double times(String length, double factor) {
        return new BigDecimal(length).multiply(BigDecimal.valueOf(factor)).doubleValue();
    }

    private static String inline(String sheet) {
        return "data:text/css;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String path) {
        try (InputStream in = StyleSheets.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the style sheet " + path + " cannot be read from the program's own files", e);
        }
    }
}
