package dev.amalgam.ui.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that the window speaks. Each has a bundle {@code window_TAG.properties}; English is the one without a tag. */
public enum Language {
    ENGLISH("English", Locale.ENGLISH),
    GERMAN("Deutsch", Locale.GERMAN);

    private final String title;
    private final Locale locale;

    Language(String title, Locale locale) {
        this.title = title;
        this.locale = locale;
    }

    /** What those who speak it call it. */
    public String title() {
        return title;
    }

    /** Its short name, such as {@code de}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** How it writes numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** The language with that short name, such as {@code de} or {@code de-AT}. */
    public static Optional<Language> tagged(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(it -> it.tag().equals(language)).findFirst();
    }

    /** What this machine speaks, or English where the window does not speak that. */
    public static Language ofMachine() {
        return tagged(Locale.getDefault().toLanguageTag()).orElse(ENGLISH);
    }
}
