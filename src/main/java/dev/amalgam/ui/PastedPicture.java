package dev.amalgam.ui;

import dev.amalgam.ui.picture.Pixels;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;

/** A picture on the clipboard: kept as a file, for the source that is shown or, where none takes pictures, a new one. */
final class PastedPicture {
    private final Session session;
    private final Shell shell;

    PastedPicture(Session session, Shell shell) {
        this.session = session;
        this.shell = shell;
    }

    /** Pastes it, or says that there is none. */
    void paste() {
        if (!pasteIfThere()) {
            shell.say(Texts.get("input.no-picture"));
        }
    }

    /** Pastes it, where there is one. @return whether there is */
    boolean pasteIfThere() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Optional<Image> image = Optional.ofNullable(clipboard.getImage());
        image.ifPresent(this::keep);
        Optional<File> file = clipboard.getFiles().stream().findFirst();
        if (image.isEmpty()) {
            file.map(File::toPath).ifPresent(this::use);
        }
        return image.isPresent() || file.isPresent();
    }

    private void keep(Image image) {
        UiThread.compute(
                this,
                () -> session.workspace().pictures().keep(Pixels.png(image)),
                this::use,
                e -> shell.say(Texts.get("input.not-kept", Message.of(e).sentence())));
    }

    private void use(Path file) {
        if (!shell.input().give(file)) {
            shell.canvas().receive(file);
        }
    }
}
