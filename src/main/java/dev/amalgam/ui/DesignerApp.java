package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.project.HomeFolder;
import dev.amalgam.project.ProjectException;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.dialogs.FxDialogs;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts the window on the screen. */
public final class DesignerApp {
    /** A display of this machine, such as {@code :0}, {@code unix:0} or {@code :0.0}. */
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private static final Size FIRST = new Size(1440, 900);

    private DesignerApp() {}

    /** Whether a window can be shown here: everywhere but on a Linux machine where no display answers. */
    public static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || answers(Optional.ofNullable(System.getenv("DISPLAY")).orElse(""));
    }

    /** JavaFX speaks X11 alone, and cannot be started again where that failed: so a local display is looked for first. */
    static boolean answers(String display) {
        Matcher local = LOCAL.matcher(display);
        return local.matches() ? Files.exists(Path.of("/tmp/.X11-unix/X" + local.group(1))) : !display.isBlank();
    }

    /**
     * Shows the window and returns when it is closed.
     *
     * @param file to open; where it cannot be opened the window says why and is empty
     * @throws UnsupportedOperationException where no window can be shown
     */
    public static void open(Optional<Path> file) throws InterruptedException {
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        try (Desk desk = Desk.start(DeskSettings.window().withHome(HomeFolder.standard()))) {
            Opened first = Opened.of(desk, file);
            UiStart.run(() -> show(desk, first, closed));
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window could not be shown", e.getCause());
        }
    }

    /** What the window begins with: the file, or an empty canvas and why the file could not be opened. */
    private record Opened(Workspace workspace, Optional<ProjectException> refused) {
        static Opened of(Desk desk, Optional<Path> file) {
            try {
                return new Opened(file.isPresent() ? desk.open(file.get()) : desk.blank(), Optional.empty());
            } catch (ProjectException e) {
                return new Opened(desk.blank(), Optional.of(e));
            }
        }
    }

    private static void show(Desk desk, Opened first, CompletableFuture<@Nullable Void> closed) {
        try {
            Stage stage = new Stage();
            FxDialogs dialogs = new FxDialogs(stage);
            DesignerWindow window =
                    new DesignerWindow(desk, first.workspace(), _ -> dialogs, Theme.DARK, FIRST, stage::hide);
            stage.setOnHidden(_ -> {
                window.close();
                closed.complete(null);
                Platform.exit();
            });
            window.show(stage);
            first.refused()
                    .ifPresent(
                            e -> dialogs.tell(Texts.get("dialog.not-opened"), e.getMessage() + ".", e.remedy() + "."));
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }
}
