package dev.amalgam.soak;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Truth;
import dev.amalgam.desk.Workspace;
import dev.amalgam.ui.DesignerWindow;
import dev.amalgam.ui.Theme;
import dev.amalgam.ui.dialogs.NoDialogs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The real window plays figure 3 through the fused file while somebody edits it without end. Ends with a report, and with an
 * error where a run was lost, something untrue was shown, or memory grows.
 */
public final class Soak {
    private static final Path SAMPLE = Path.of("samples", "figure-3", "figure-3.amalgam");

    private Soak() {}

    /** @param args for how many minutes, and where the table of samples goes */
    public static void main(String[] args) throws Exception {
        double minutes = Double.parseDouble(args[0]);
        Path table = Path.of(args[1]);
        FutureTask<Thread> started = new FutureTask<>(Thread::currentThread);
        Platform.startup(started);
        started.get();
        Platform.setImplicitExit(false);
        List<String> faults = new ArrayList<>();
        try (Desk desk = Desk.start(DeskSettings.window());
                Workspace workspace = desk.open(SAMPLE)) {
            DesignerWindow window = Hand.onWindow(() -> show(desk, workspace));
            try (Truth truth = new Truth(workspace);
                    Hand hand = new Hand(window)) {
                Samples samples = new Samples(table, desk.worker(), workspace.playback(), hand);
                hand.waitForResults();
                workspace.playback().play();
                hand.work(Duration.ofMillis(Math.round(minutes * 60_000)), samples);
                faults.addAll(samples.report());
                faults.addAll(hand.lost());
                truth.untrue().stream().limit(20).map(what -> "untrue: " + what).forEach(faults::add);
                System.out.println(truth.judged() + " states were held against the content keys, "
                        + truth.untrue().size() + " were untrue");
            }
            Hand.onWindow(() -> {
                window.scene().getWindow().hide();
                return window;
            });
        } finally {
            Platform.exit();
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(faults.isEmpty() ? "All is well" : faults.size() + " faults");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private static DesignerWindow show(Desk desk, Workspace workspace) {
        Stage stage = new Stage();
        DesignerWindow window = new DesignerWindow(
                desk, workspace, _ -> new NoDialogs(), Theme.DARK, new DesignerWindow.Size(1440, 900), stage::close);
        stage.setScene(window.scene());
        stage.show();
        return window;
    }
}
