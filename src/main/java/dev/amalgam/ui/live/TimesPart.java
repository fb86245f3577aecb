package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the time goes: the runtime's milliseconds for each node, as bars in the colour of what it yields. */
final class TimesPart extends Part {
    private final GridPane grid = new GridPane();
    private final Label note = new Label();
    private List<TypedNode> nodes = List.of();
    private Optional<LiveState> live = Optional.empty();

    TimesPart() {
        super(Texts.get("live.times"));
        grid.getStyleClass().add("times");
        grid.getColumnConstraints().addAll(column(60, 100, Priority.NEVER), column(24, 60, Priority.ALWAYS), figures());
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(note, scroll);
    }

    private static ColumnConstraints column(double least, double usual, Priority grow) {
        ColumnConstraints column = new ColumnConstraints(least, usual, Double.MAX_VALUE);
        column.setHgrow(grow);
        return column;
    }

    private static ColumnConstraints figures() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    void open() {
        live = Optional.empty();
    }

    void show(Document.State state) {
        nodes = state.typing().ordered().stream()
                .filter(node -> !node.kind().isResult())
                .toList();
        redraw();
    }

    void show(LiveState state) {
        live = Optional.of(state);
        redraw();
    }

    private void redraw() {
        grid.getChildren().clear();
        double longest = nodes.stream().mapToDouble(this::milliseconds).max().orElse(0);
        int row = 0;
        for (TypedNode node : nodes) {
            NodeState state = live.map(now -> now.node(node.id())).orElse(NodeState.WAITING);
            if (state.milliseconds().isPresent()) {
                add(row++, node, state.milliseconds().getAsDouble(), longest);
            }
        }
        String runtime = live.map(LiveState::runtime).orElse("");
        note.setText(row == 0 ? Texts.get("live.no-times") : runtime);
    }

    private double milliseconds(TypedNode node) {
        return live.map(now -> now.node(node.id()).milliseconds().orElse(0)).orElse(0.0);
    }

    private void add(int row, TypedNode node, double milliseconds, double longest) {
        Label name = new Label(node.id().name());
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setTooltip(new Tooltip(node.kind().about().title()));
        StackPane bar = new StackPane();
        bar.getStyleClass().add("time-bar");
        bar.getStyleClass().add(Glyph.styleClass(form(node)));
        StackPane track = new StackPane(bar);
        track.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        track.getStyleClass().add("time-track");
        double share = longest > 0 ? milliseconds / longest : 0;
        bar.maxWidthProperty().bind(track.widthProperty().multiply(Math.max(0.012, share)));
        Label figure = new Label(Figures.milliseconds(milliseconds));
        figure.setMinWidth(USE_PREF_SIZE);
        grid.addRow(row, name, track, figure);
    }

    private static Form form(TypedNode node) {
        return node.outputs().isEmpty()
                ? Form.RAW
                : node.outputs().firstEntry().getValue().representation().form();
    }
}
