package dev.amalgam.ui.compare;

import dev.amalgam.desk.compare.Comparer;
import dev.amalgam.desk.compare.Comparison;
import dev.amalgam.desk.compare.Variant;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Setting;
import dev.amalgam.run.Stop;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.search.FocusArea;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two variants side by side: what their results say, and how far each output of one is from that of the other. */
final class CompareSheet extends VBox {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 760;

    private final CompareHost host;
    private final Variant first;
    private final Runnable closed;
    private final Label heading = new Label();
    private final Label summary = new Label();
    private final VBox chooser = new VBox();
    private final ResultPairs results = new ResultPairs();
    private final PortTable ports;
    private Stop stop = new Stop();
    private boolean open = true;

    /** @param closed takes it away; called once */
    CompareSheet(CompareHost host, Runnable closed) {
        this.host = host;
        this.first = Variant.now(host.workspace().document().state());
        this.closed = closed;
        this.ports = new PortTable(node -> {
            close();
            host.reveal(node);
        });
        setManaged(false);
        setId("compare");
        getStyleClass().addAll("picker", "key-sheet", "compare");
        setAccessibleText(Texts.get("compare.name"));
        heading.getStyleClass().add("headline");
        heading.setMinWidth(0);
        summary.setId("compare-summary");
        summary.setWrapText(true);
        chooser.managedProperty().bind(chooser.visibleProperty());
        chooser.setVisible(false);
        HBox.setHgrow(results, Priority.ALWAYS);
        HBox both = new HBox(16, results, ports);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        getChildren().addAll(head(), chooser, summary, both);
        keepToItself();
    }

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = new Button(Texts.get("dialog.close"));
        done.setId("compare-close");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(_ -> close());
        HBox head = new HBox(12, heading, gap, done);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** What is done here must not reach what lies below. Tab goes on from part to part. */
    private void keepToItself() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        addEventHandler(KeyEvent.ANY, event -> {
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
        FocusArea.onLeave(this, this::close);
    }

    /** Takes its place in the middle of an area of that size. */
    void open(double width, double height) {
        double wide = Math.min(WIDTH * TextScale.factor(), width - 32);
        double high = Math.min(HEIGHT * TextScale.factor(), height - 32);
        resizeRelocate(Math.rint((width - wide) / 2), Math.rint((height - high) / 2), wide, high);
        ports.requestFocus();
    }

    /** Asks which setting of a node is to be another, and compares with each value that is chosen. */
    void choose(NodeId node, List<Setting> settings) {
        chooser.getChildren().setAll(new SettingChoice(host, node, settings, this::compare));
        chooser.setVisible(true);
        heading.setText(Texts.get("compare.of", node));
        summary.setText(Texts.get("compare.choose"));
        chooser.getChildren().getFirst().requestFocus();
    }

    /** Runs both and shows what comes of it; a comparison that is under way ends. */
    void compare(Variant second) {
        stop.now();
        Stop mine = new Stop();
        stop = mine;
        heading.setText(Texts.get("compare.title", Texts.say(first.title()), Texts.say(second.title())));
        summary.setText(Texts.get("compare.running"));
        UiThread.compute(
                this,
                () -> new Comparer(host.workspace()).compare(first, second, mine),
                this::show,
                e -> summary.setText(Texts.say(String.valueOf(e.getMessage()))));
    }

    private void show(Comparison comparison) {
        String otherwise = comparison.results().stream()
                .filter(Comparison.Results::saysOtherwise)
                .map(result -> result.node().name())
                .collect(Collectors.joining(", "));
        String differ = comparison.different() == 0
                ? Texts.get("compare.same")
                : Texts.get(
                        "compare.differ",
                        comparison.different(),
                        comparison.ports().size());
        String names = otherwise.isEmpty() ? "" : " " + Texts.get("compare.otherwise", otherwise);
        String alone = comparison.unmatched().isEmpty()
                ? ""
                : " " + Texts.get("compare.alone", comparison.unmatched().size());
        String problem = comparison.problems().stream()
                .findFirst()
                .map(it -> " " + Texts.say(it.message(), it.remedy()))
                .orElse("");
        summary.setText(differ + names + alone + problem);
        results.show(comparison);
        ports.show(comparison.ports());
    }

    private void close() {
        if (open) {
            open = false;
            stop.now();
            closed.run();
        }
    }
}
