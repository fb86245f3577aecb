package dev.amalgam.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryTextAndNoOther(Language language) {
        ResourceBundle english = bundle(Language.ENGLISH);
        assertThat(own(language)).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextHasThePlacesOfTheEnglishOneAndCanBeFilledIn(Language language) {
        ResourceBundle english = bundle(Language.ENGLISH);
        ResourceBundle other = bundle(language);
        for (String name : english.keySet()) {
            Set<String> places = places(english.getString(name));
            assertThat(places(other.getString(name))).as(name).isEqualTo(places);
            if (!places.isEmpty()) {
                String filled = new MessageFormat(other.getString(name), Locale.ROOT).format(values());
                assertThat(places(filled)).as(name).isEmpty();
            }
        }
    }

    @Test
    void theChosenLanguageIsSpoken() {
        assertThat(Texts.get("edit.undo")).isEqualTo("Undo");
        Texts.speak(Language.GERMAN);
        assertThat(Texts.get("edit.undo")).isEqualTo("Rückgängig");
        assertThat(Texts.get("problems.many", 1200)).isEqualTo("1.200 Probleme");
    }

    @Test
    void aMachinesLanguageIsFoundByItsTag() {
        assertThat(Language.tagged("de-AT")).contains(Language.GERMAN);
        assertThat(Language.tagged("fr")).isEmpty();
    }

    private static ResourceBundle bundle(Language language) {
        Texts.speak(language);
        return Texts.bundle();
    }

    /** What stands in the language's own file; a bundle also answers with what it inherits. */
    private static Set<String> own(Language language) {
        String tag = language == Language.ENGLISH ? "" : "_" + language.tag();
        return PropertyNames.of("/amalgam/text/window" + tag + ".properties");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(it -> places.add(it.group()));
        return places;
    }

    private static Object[] values() {
        Object[] values = new Object[10];
        Arrays.fill(values, "value");
        return values;
    }
}
