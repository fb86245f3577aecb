package dev.amalgam.ui;

import dev.amalgam.desk.PreferenceKeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** What the window remembers till the next start: which files were shown last, and which are open. */
final class Memory {
    private final PreferenceKeeper preferences;
    private final Session session;
    private final Consumer<Path> open;
    private Optional<Path> newest = Optional.empty();

    /** @param open opens a file, or says why not */
    Memory(PreferenceKeeper preferences, Session session, Consumer<Path> open) {
        this.preferences = preferences;
        this.session = session;
        this.open = open;
        session.onChange(this::note);
    }

    private void note() {
        Optional<Path> shown = session.workspace().file();
        if (!shown.equals(newest)) {
            newest = shown;
            shown.ifPresent(file -> preferences.change(it -> it.withRecent(file)));
        }
        List<Path> files = session.documents().stream()
                .flatMap(document -> document.workspace().file().stream())
                .toList();
        preferences.change(it -> it.withSession(files));
    }

    /** An item for each of the files that were shown last, the newest first. */
    List<MenuItem> items() {
        return preferences.now().recent().stream().map(this::item).toList();
    }

    private MenuItem item(Path file) {
        Path folder = file.getParent();
        MenuItem item = new MenuItem(folder == null ? file.toString() : file.getFileName() + "  —  " + folder);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> reopen(file));
        return item;
    }

    private void reopen(Path file) {
        if (!Files.exists(file)) {
            preferences.change(it -> it.withoutRecent(file));
        }
        open.accept(file);
    }
}
