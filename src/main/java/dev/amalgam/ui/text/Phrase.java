package dev.amalgam.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An English sentence with places in it, and the same in another language.
 *
 * @param english finds the sentence and what stands in its places
 * @param places their names, in the order they have in English
 * @param other the sentence in the other language, with the same places
 */
record Phrase(Pattern english, List<String> places, String other) {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9a-z])}");

    /** Both with places such as <code>{0}</code> or <code>{a}</code>; each stands for at least one character. */
    static Phrase of(String english, String other) {
        StringBuilder pattern = new StringBuilder();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(english.substring(from, place.start())))
                    .append("(.+?)");
            places.add(place.group(1));
            from = place.end();
        }
        pattern.append(Pattern.quote(english.substring(from)));
        return new Phrase(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(places), other);
    }

    /** Whether it is said with nothing filled in. */
    boolean isPlain() {
        return places.isEmpty();
    }

    /** The sentence in the other language, where it is this one; {@code inner} translates what stands at the letters. */
    Optional<String> say(String sentence, UnaryOperator<String> inner) {
        Matcher matcher = english.matcher(sentence);
        return matcher.matches() ? Optional.of(fill(matcher, inner)) : Optional.empty();
    }

    private String fill(Matcher found, UnaryOperator<String> inner) {
        return PLACE.matcher(other).replaceAll(place -> {
            String name = place.group(1);
            String words = found.group(places.indexOf(name) + 1);
            return Matcher.quoteReplacement(Character.isLetter(name.charAt(0)) ? inner.apply(words) : words);
        });
    }
}
