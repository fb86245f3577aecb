package dev.amalgam.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the floors below the window say, in another language. They know no languages: they speak English, and it is looked up by
 * the English words, in a file of the form that gettext has. <code>{0}</code>, <code>{1}</code> … stand for what is taken as it
 * is, <code>{a}</code>, <code>{b}</code> … for words that are looked up themselves.
 */
final class Phrasebook {
    private static final Pattern ENTRY = Pattern.compile("msgid \"(.+)\"\\R" + "msgstr \"(.+)\"");

    private final Map<String, String> words = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    private Phrasebook(String text) {
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            add(Phrase.of(plain(entry.group(1)), plain(entry.group(2))), plain(entry.group(1)));
        }
    }

    private static String plain(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private void add(Phrase phrase, String english) {
        if (phrase.isPlain()) {
            words.put(english, phrase.other());
        } else {
            phrases.add(phrase);
        }
    }

    /** The one of a language; English has an empty one. */
    static Phrasebook of(Language language) {
        return new Phrasebook(language == Language.ENGLISH ? "" : read("/amalgam/text/" + language.tag() + ".po"));
    }

    private static String read(String place) {
        try (InputStream in = Phrasebook.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read", e);
        }
    }

    /** The words in the other language; empty where it has none for them. */
    Optional<String> find(String english) {
        return Optional.ofNullable(words.get(english))
                .or(() -> phrases.stream()
                        .flatMap(phrase -> phrase.say(english, this::say).stream())
                        .findFirst());
    }

    /** The words in the other language; the English ones where it has none for them. */
    String say(String english) {
        return find(english).orElse(english);
    }
}
