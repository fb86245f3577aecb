package dev.amalgam.ui;

import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Language;
import dev.amalgam.ui.text.Texts;
import java.util.function.Consumer;

/** What changes how the window looks: its colours, the size of what is read, and its language. */
final class AppearanceActions {
    private AppearanceActions() {}

    /** @param say tells the person something in a sentence */
    static void register(Actions actions, Appearance appearance, Consumer<String> say) {
        for (Theme theme : Theme.values()) {
            actions.add("view.theme-" + theme.tag(), () -> appearance.show(theme))
                    .switches(() -> appearance.theme() == theme);
        }
        actions.add("view.text-larger", () -> appearance.text(TextScale.STEP))
                .when(() -> TextScale.percentProperty().get() < TextScale.MOST);
        actions.add("view.text-smaller", () -> appearance.text(-TextScale.STEP))
                .when(() -> TextScale.percentProperty().get() > TextScale.LEAST);
        actions.add("view.text-usual", appearance::usualText);
        for (Language language : Language.values()) {
            actions.add("view.language-" + language.tag(), () -> {
                        appearance.speak(language);
                        say.accept(Texts.get("language.next-start"));
                    })
                    .switches(() -> appearance.language() == language);
        }
    }
}
