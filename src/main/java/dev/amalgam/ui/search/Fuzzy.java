package dev.amalgam.ui.search;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How well what a person typed fits the name of something. */
public final class Fuzzy {
    private static final int SAME = 100;
    private static final int BEGINS = 80;
    private static final int WORD_BEGINS = 60;
    private static final int CONTAINS = 40;
    private static final int FURTHER = 20;
    private static final int LETTERS = 10;

    private Fuzzy() {}

    /**
     * How well it fits: the higher the better, and empty where it does not. Each word that was typed has to be found: in the
     * name, in what else is said, or as letters that stand in the name in this order.
     *
     * @param typed what a person typed; nothing fits everything
     * @param name what they most likely look for
     * @param further what else is known of it
     */
    public static OptionalInt score(String typed, String name, String further) {
        int score = 0;
        for (String word : words(typed)) {
            int found = word(word, name.toLowerCase(Locale.ROOT), further.toLowerCase(Locale.ROOT));
            if (found == 0) {
                return OptionalInt.empty();
            }
            score += found;
        }
        return OptionalInt.of(score);
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int word(String word, String name, String further) {
        if (name.equals(word)) {
            return SAME;
        }
        if (name.startsWith(word)) {
            return BEGINS;
        }
        if (words(name).stream().anyMatch(it -> it.startsWith(word))) {
            return WORD_BEGINS;
        }
        if (name.contains(word)) {
            return CONTAINS;
        }
        if (further.contains(word)) {
            return FURTHER;
        }
        return inOrder(word, name) ? LETTERS : 0;
    }

    /** Whether all letters stand in a text one after the other, however much stands between them. */
    private static boolean inOrder(String letters, String text) {
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            at = text.indexOf(letters.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
