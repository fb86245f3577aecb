package dev.amalgam.ui;

import dev.amalgam.project.SafeFile;
import dev.amalgam.ui.canvas.CanvasPicture;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a picture of the whole canvas: an SVG where the file is called so, else a PNG. */
final class PictureCommand {
    private static final String SVG = ".svg";

    private final Session session;
    private final Shell shell;
    private final Dialogs dialogs;

    PictureCommand(Session session, Shell shell, Dialogs dialogs) {
        this.session = session;
        this.shell = shell;
        this.dialogs = dialogs;
    }

    void run() {
        String name = session.workspace().name() + ".png";
        Path suggested = session.workspace()
                .file()
                .map(file -> file.resolveSibling(name))
                .orElse(Path.of(name));
        FileQuestion question = new FileQuestion(
                Texts.get("dialog.picture"),
                Texts.get("dialog.filter.picture"),
                List.of("png", "svg"),
                Optional.of(suggested));
        dialogs.save(question).ifPresent(this::draw);
    }

    private void draw(Path target) {
        CanvasPicture picture = new CanvasPicture(shell.canvas());
        picture.whenDrawn(() -> write(target, bytes(picture, target)));
    }

    private static byte[] bytes(CanvasPicture picture, Path target) {
        boolean svg = target.toString().toLowerCase(Locale.ROOT).endsWith(SVG);
        return svg ? picture.svg().getBytes(StandardCharsets.UTF_8) : picture.png();
    }

    private void write(Path target, byte[] bytes) {
        UiThread.compute(
                target,
                () -> {
                    SafeFile.write(target, bytes);
                    return target.getFileName();
                },
                name -> shell.say(Texts.get("picture.done", name)),
                e -> {
                    Message message = Message.of(e);
                    dialogs.tell(Texts.get("dialog.not-saved"), message.sentence(), message.remedy());
                });
    }
}
