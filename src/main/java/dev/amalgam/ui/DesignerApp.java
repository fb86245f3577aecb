package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.project.HomeFolder;
import dev.amalgam.project.Preferences;
import dev.amalgam.ui.DesignerWindow.Size;
import dev.amalgam.ui.dialogs.FxDialogs;
import dev.amalgam.ui.look.TextScale;
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
     * @param file to open beside what was open when the window was left; where it cannot be opened the window says why
     * @throws UnsupportedOperationException where no window can be shown
     */
    public static void open(Optional<Path> file) throws InterruptedException {
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        try (Desk desk = Desk.start(DeskSettings.window().withHome(HomeFolder.standard()))) {
            Optional<Path> wanted = file.map(it -> it.toAbsolutePath().normalize());
            Opened opened = Opened.of(desk, wanted);
            Workspace shown = opened.shown(wanted, desk.preferences().now());
            Texts.speak(Appearance.language(desk.preferences()));
            UiStart.run(() -> show(desk, opened, shown, closed));
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The window could not be shown", e.getCause());
        }
    }

    private static void show(Desk desk, Opened opened, Workspace shown, CompletableFuture<@Nullable Void> closed) {
        try {
            Preferences likes = desk.preferences().now();
            TextScale.set(likes.textScale());
            Stage stage = new Stage();
            FxDialogs dialogs = new FxDialogs(stage);
            DesignerWindow window =
                    new DesignerWindow(desk, shown, _ -> dialogs, Theme.liked(likes.theme()), FIRST, stage::hide);
            stage.setOnHidden(_ -> {
                window.close();
                closed.complete(null);
                Platform.exit();
            });
            window.add(opened.workspaces());
            window.show(stage);
            opened.refused()
                    .forEach(e -> dialogs.tell(
                            Texts.get("dialog.not-opened"),
                            Texts.say(e.getMessage()) + ".",
                            Texts.say(e.remedy()) + "."));
            window.offerRecovery();
            if (!likes.tourSeen()) {
                window.actions().get("help.tour").run();
            }
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }
}
