package dev.amalgam.ui.text;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of the window. They stand in one bundle for each language, so that they can be read, corrected and translated in one
 * place. The program speaks one language; what is drawn already keeps the words it was given.
 */
public final class Texts {
    private static volatile Spoken spoken = Spoken.of(Language.ENGLISH);

    private record Spoken(Language language, ResourceBundle bundle, Phrasebook phrases) {
        /** Without the fallback to the machine's own language, which would stand in for English. */
        static Spoken of(Language language) {
            Control alone = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
            return new Spoken(
                    language,
                    ResourceBundle.getBundle("amalgam.text.window", language.locale(), alone),
                    Phrasebook.of(language));
        }
    }

    private Texts() {}

    /** Speaks this language from now on; English is spoken until then. */
    public static void speak(Language language) {
        spoken = Spoken.of(language);
    }

    /** The language that is spoken. */
    public static Language language() {
        return spoken.language();
    }

    /** All texts, for FXML. */
    public static ResourceBundle bundle() {
        return spoken.bundle();
    }

    /** The text of that name, with {@code {0}}, {@code {1}} … filled in. @throws java.util.MissingResourceException */
    public static String get(String name, Object... values) {
        Spoken now = spoken;
        String text = now.bundle().getString(name);
        return values.length == 0
                ? text
                : new MessageFormat(text, now.language().locale()).format(values);
    }

    /** What a floor below the window says in English, in the language that is spoken, as far as there are words for it. */
    public static String say(String english) {
        return spoken.phrases().say(english);
    }

    /** What is wrong and what to do, each a sentence in English without its final stop, as sentences in what is spoken. */
    public static String say(String problem, String remedy) {
        return say(problem) + ". " + say(remedy) + ".";
    }

    /** The text of that name, where there is one. */
    public static Optional<String> find(String name) {
        ResourceBundle bundle = bundle();
        return bundle.containsKey(name) ? Optional.of(bundle.getString(name)) : Optional.empty();
    }
}
