package dev.amalgam;

import dev.amalgam.cli.Designer;
import dev.amalgam.desk.LiveState;
import dev.amalgam.ui.DesignerApp;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.Snapshot;
import dev.amalgam.ui.Theme;
import dev.amalgam.ui.text.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The window, as the commands know it. */
final class Window implements Designer {
    @Override
    public boolean hasDisplay() {
        return DesignerApp.hasDisplay();
    }

    @Override
    public void open(Optional<Path> file) throws InterruptedException {
        DesignerApp.open(file);
    }

    @Override
    public LiveState snapshot(Path file, Map<String, Path> inputs, Path picture, Size size, Look look)
            throws Exception {
        return Snapshot.draw(new Snapshot.Request(
                file,
                inputs,
                picture,
                new DesignerWindow.Size(size.width(), size.height()),
                size.scale(),
                new Snapshot.Look(
                        Theme.named(look.theme()),
                        Language.tagged(look.language()).orElseThrow(IllegalArgumentException::new),
                        look.text())));
    }
}
