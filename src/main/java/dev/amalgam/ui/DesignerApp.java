package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.project.ProjectException;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.dialogs.FxDialogs;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the window on the screen. */
public final class DesignerApp {
    private static final Size FIRST = new Size(1440, 900);

    private DesignerApp() {}

    /** Whether a window can be shown here: everywhere but on a Linux machine without a display. */
    public static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        return !Optional.ofNullable(System.getenv(variable)).orElse("").isBlank();
    }

    /**
     * Shows the window and returns when it is closed.
     *
     * @param file to open; where it cannot be opened the window says why and is empty
     * @throws UnsupportedOperationException where no window can be shown
     */
    public static void open(Optional<Path> file) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            UiStart.run(() -> show(desk, file, closed));
            closed.await();
        }
    }

    private static void show(Desk desk, Optional<Path> file, CountDownLatch closed) {
        Stage stage = new Stage();
        Optional<ProjectException> refused = Optional.empty();
        Workspace first;
        try {
            first = file.isPresent() ? desk.open(file.get()) : desk.blank();
        } catch (ProjectException e) {
            first = desk.blank();
            refused = Optional.of(e);
        }
        DesignerWindow window = new DesignerWindow(desk, first, _ -> new FxDialogs(stage), Theme.DARK, FIRST, () -> {
            stage.close();
            closed.countDown();
        });
        window.show(stage);
        refused.ifPresent(
                e -> new FxDialogs(stage).tell(Texts.get("dialog.not-opened"), e.getMessage() + ".", e.remedy() + "."));
        stage.setOnHidden(_ -> {
            window.close();
            closed.countDown();
            Platform.exit();
        });
    }
}
