package dev.amalgam.ui.live;

import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.input.PictureInput;
import dev.amalgam.ui.input.Sources;
import dev.amalgam.ui.text.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What goes in, as actions. */
public final class InputActions {
    private final Actions actions;
    private final Supplier<InputPart> part;
    private final Consumer<String> say;

    private InputActions(Actions actions, Supplier<InputPart> part, Consumer<String> say) {
        this.actions = actions;
        this.part = part;
        this.say = say;
    }

    /**
     * Adds them.
     *
     * @param paste takes the picture on the clipboard
     * @param say tells in the status line what did not work
     */
    public static void register(Actions actions, Supplier<InputPart> part, Runnable paste, Consumer<String> say) {
        InputActions made = new InputActions(actions, part, say);
        actions.add("input.paste-image", paste);
        made.files();
        made.reel();
        made.look();
    }

    private void files() {
        actions.add("input.choose", () -> part.get().choose())
                .when(() -> part.get().source().flatMap(Sources::field).isPresent());
        actions.add("input.folder", () -> part.get().chooseFolder()).when(this::showsPicture);
        actions.add("input.screen", () -> tell(picture().takeScreen())).when(this::showsPicture);
        actions.add("input.screen-again", () -> tell(picture().takeAgain()))
                .when(() -> showsPicture() && picture().canTakeAgain());
    }

    private void reel() {
        actions.add("input.next", () -> picture().step(1)).when(() -> picture().isReel());
        actions.add("input.previous", () -> picture().step(-1))
                .when(() -> picture().isReel());
        actions.add("input.slideshow", () -> picture().toggleSlideshow())
                .when(() -> picture().isReel() || picture().showsScreen())
                .switches(() -> picture().isPlaying());
        for (int seconds : PictureInput.SECONDS) {
            actions.add("input.every-" + seconds, () -> picture().every(seconds))
                    .switches(() -> picture().seconds() == seconds);
        }
    }

    private void look() {
        actions.add("input.adjust", () -> picture().adjust()).when(this::showsPicture);
        actions.add("input.reset", () -> picture().reset()).when(() -> picture().isChanged());
    }

    private boolean showsPicture() {
        return part.get().showsPicture();
    }

    private PictureInput picture() {
        return part.get().picture();
    }

    private void tell(boolean worked) {
        if (!worked) {
            say.accept(Texts.get("input.no-screen"));
        }
    }
}
