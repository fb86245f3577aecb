package dev.amalgam.ui.cost;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.FileProfile;
import dev.amalgam.desk.cost.Measured;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What it costs: by node, by operator, and what sharing saves. Measures when asked, and can be stopped. */
public final class CostView extends VBox {
    private final CostTable table = new CostTable();
    private final SharingPane sharing = new SharingPane();
    private final ToggleGroup choice = new ToggleGroup();
    private final ToggleButton byNode = choice("cost.by-node", "cost-by-node");
    private final ToggleButton byOperator = choice("cost.by-operator", "cost-by-operator");
    private final ToggleButton bySharing = choice("cost.by-sharing", "cost-by-sharing");
    private final Label note = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button measure = button("cost.measure.short", "cost-measure");
    private final Button compare = button("cost.sharing.short", "cost-compare");
    private final Button stop = button("cost.stop.short", "cost-stop");
    private final Button copy = button("cost.copy.short", "cost-copy");
    private final Button hide = new Button("×");
    private Optional<CostModel> model = Optional.empty();
    private Consumer<NodeId> onChosen = _ -> {};

    /** Shows nothing yet. */
    public CostView() {
        getStyleClass().add("cost");
        choice.selectToggle(byNode);
        choice.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                choice.selectToggle(before);
            } else {
                redraw();
            }
        });
        hide.getStyleClass().add("flat");
        hide.setTooltip(new Tooltip(Texts.get("cost.hide")));
        hide.setAccessibleText(Texts.get("cost.hide"));
        note.getStyleClass().addAll("quiet", "foot");
        note.setId("cost-note");
        note.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(note.textProperty());
        note.setTooltip(whole);
        progress.setAccessibleText(Texts.get("cost.progress"));
        table.setOnMouseClicked(event -> choose(event.getClickCount() == 2));
        table.setOnKeyPressed(event -> choose(event.getCode() == KeyCode.ENTER));
        StackPane body = new StackPane(table, sharing);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body, note);
        setMinHeight(0);
        // It is redrawn only while it is seen.
        visibleProperty().addListener(_ -> redraw());
        progress(-1);
    }

    private ToggleButton choice(String key, String id) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setId(id);
        button.getStyleClass().addAll("small", "choice");
        button.setToggleGroup(choice);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Button button(String key, String id) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private FlowPane head() {
        HBox choices = new HBox(byNode, byOperator, bySharing);
        choices.getStyleClass().add("choices");
        progress.prefWidthProperty().bind(TextScale.length(90));
        progress.setMinWidth(Region.USE_PREF_SIZE);
        // Where text is large, what does not fit on a line stands on the next.
        FlowPane head = new FlowPane(8, 4, choices, progress, stop, measure, compare, copy, hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    /**
     * What to do when somebody asks for it.
     *
     * @param chosen a node is to be shown
     * @param hidden the panel is to go
     * @param tasks what its buttons do: measure, compare, stop, copy
     */
    public void on(Consumer<NodeId> chosen, Runnable hidden, List<Runnable> tasks) {
        onChosen = chosen;
        hide.setOnAction(_ -> hidden.run());
        List<Button> buttons = List.of(measure, compare, stop, copy);
        for (int i = 0; i < buttons.size(); i++) {
            Runnable task = tasks.get(i);
            buttons.get(i).setOnAction(_ -> task.run());
        }
    }

    /** Shows this one from now on. */
    public void open(CostModel opened) {
        model = Optional.of(opened);
        redraw();
    }

    /** Shows what is known now. */
    public void redraw() {
        if (!isVisible() || model.isEmpty()) {
            return;
        }
        CostModel shown = model.get();
        CostRows rows = new CostRows(shown);
        boolean aboutSharing = bySharing.isSelected();
        table.setVisible(!aboutSharing);
        sharing.setVisible(aboutSharing);
        note.setText(shown.profile().map(it -> note(it, shown.isProfileOld())).orElse(Texts.get("cost.live-only")));
        note.setVisible(!aboutSharing);
        note.setManaged(!aboutSharing);
        if (aboutSharing) {
            sharing.show(shown.sharing(), shown.isSharingOld());
        } else {
            boolean nodes = !byOperator.isSelected();
            table.show(nodes ? rows.byNode() : rows.byOperator(), nodes);
        }
    }

    private static String note(FileProfile profile, boolean old) {
        Measured measured = profile.measured();
        String words = Texts.get(
                "cost.measured",
                measured.file(),
                measured.shortHash(),
                Figures.milliseconds(profile.run().median()),
                profile.run().count(),
                measured.runtime());
        return old ? Texts.get("cost.old") + " " + words : words;
    }

    /** Brings what sharing saves to the front. */
    void showSharing() {
        bySharing.setSelected(true);
        redraw();
    }

    /** Brings the times of the file to the front. */
    void showProfile() {
        if (bySharing.isSelected()) {
            byNode.setSelected(true);
        }
        redraw();
    }

    /** How far a measurement is, 0 to 1; less than 0 where none is under way. */
    void progress(double share) {
        boolean busy = share >= 0;
        progress.setProgress(Math.max(0, share));
        List.of(progress, stop).forEach(node -> {
            node.setVisible(busy);
            node.setManaged(busy);
        });
        List.of(measure, compare).forEach(node -> {
            node.setVisible(!busy);
            node.setManaged(!busy);
        });
    }

    /** The table as it stands, for a spreadsheet. */
    String csv() {
        return bySharing.isSelected() ? SharingPane.csv(model.flatMap(CostModel::sharing)) : table.csv();
    }

    private void choose(boolean meant) {
        CostRow row = table.getSelectionModel().getSelectedItem();
        if (meant && row != null) {
            row.node().ifPresent(onChosen);
        }
    }
}
