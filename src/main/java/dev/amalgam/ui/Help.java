package dev.amalgam.ui;

import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.ui.action.Action;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.action.CommandPalette;
import dev.amalgam.ui.action.KeySheet;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.scene.control.Label;

/** What helps a person along: all commands to search in, their keys, and what this program is. */
final class Help {
    private static final double TOP = 72;

    private final Actions actions;
    private final Shell shell;
    private final PreferenceKeeper preferences;
    private final Dialogs dialogs;
    private final Overlay overlay;

    Help(Actions actions, Shell shell, PreferenceKeeper preferences, Dialogs dialogs) {
        this.actions = actions;
        this.shell = shell;
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.overlay = new Overlay(shell.window());
    }

    void register() {
        actions.add("help.commands", this::commands);
        actions.add("help.keys", this::keys);
        actions.add("help.about", this::about);
    }

    private void commands() {
        CommandPalette palette =
                new CommandPalette(actions, () -> preferences.now().commands());
        Picker<Action> picker = overlay.show(closed -> {
            Picker<Action> made =
                    new Picker<>(Texts.get("commands.prompt"), Texts.get("commands.none"), palette::find, this::take);
            made.onClosed(closed);
            return made;
        });
        picker.wide();
        double width = shell.window().getWidth();
        picker.open(
                width / 2 - picker.width() / 2,
                TOP,
                new BoundingBox(0, 0, width, shell.window().getHeight()));
    }

    private void take(Action action) {
        preferences.change(it -> it.withCommand(action.name()));
        if (action.enabledProperty().get()) {
            action.run();
        } else {
            shell.say(Texts.get("commands.impossible", action.title()));
        }
    }

    private void keys() {
        overlay.show(closed -> new KeySheet(actions, closed))
                .open(shell.window().getWidth(), shell.window().getHeight());
    }

    private void about() {
        String version = Optional.ofNullable(Help.class.getPackage().getImplementationVersion())
                .orElse(Texts.get("about.development"));
        Label text = new Label(Texts.get("dialog.about.text", version));
        text.setWrapText(true);
        dialogs.show(Texts.get("app"), text);
    }
}
