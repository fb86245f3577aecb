package dev.amalgam.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the window. They stand in one bundle, so that they can be read, corrected and translated in one place. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("amalgam.text.window", Locale.ENGLISH);

    private Texts() {}

    /** All texts, for FXML. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** The text of that name, with {@code {0}}, {@code {1}} … filled in. @throws java.util.MissingResourceException */
    public static String get(String name, Object... values) {
        return values.length == 0
                ? BUNDLE.getString(name)
                : new MessageFormat(BUNDLE.getString(name), Locale.ENGLISH).format(values);
    }

    /** The text of that name, where there is one. */
    public static Optional<String> find(String name) {
        return BUNDLE.containsKey(name) ? Optional.of(BUNDLE.getString(name)) : Optional.empty();
    }
}
