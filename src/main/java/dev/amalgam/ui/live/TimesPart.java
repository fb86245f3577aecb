package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the time goes: the runtime's milliseconds for each node, as bars in the colour of what it yields. */
final class TimesPart extends Part {
    private final GridPane grid = new GridPane();
    private final Label note = new Label();
    private final Map<NodeId, TimeRow> rows = new LinkedHashMap<>();
    private List<TypedNode> nodes = List.of();
    private Optional<LiveState> live = Optional.empty();
    private Function<NodeId, String> tips = _ -> "";

    TimesPart() {
        super(Texts.get("live.times"));
        grid.getStyleClass().add("times");
        grid.getColumnConstraints()
                .addAll(column(60, 100, Priority.NEVER), column(24, 60, Priority.ALWAYS), figures(), figures());
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setAccessibleText(Texts.get("live.times"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(note, scroll);
    }

    private static ColumnConstraints column(double least, double usual, Priority grow) {
        ColumnConstraints column = new ColumnConstraints();
        column.minWidthProperty().bind(TextScale.length(least));
        column.prefWidthProperty().bind(TextScale.length(usual));
        column.setMaxWidth(Double.MAX_VALUE);
        column.setHgrow(grow);
        return column;
    }

    private static ColumnConstraints figures() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(USE_PREF_SIZE);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    void tips(Function<NodeId, String> words) {
        tips = words;
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
        List<TypedNode> timed = nodes.stream()
                .filter(node -> state(node).milliseconds().isPresent())
                .toList();
        double longest = timed.stream().mapToDouble(this::milliseconds).max().orElse(0);
        double all = timed.stream().mapToDouble(this::milliseconds).sum();
        List<NodeId> ids = timed.stream().map(TypedNode::id).toList();
        if (!ids.equals(List.copyOf(rows.keySet()))) {
            rebuild(timed);
        }
        for (TypedNode node : timed) {
            Optional.ofNullable(rows.get(node.id()))
                    .ifPresent(row -> row.show(node, milliseconds(node), longest, all, tips.apply(node.id())));
        }
        String runtime = live.map(LiveState::runtime).orElse("");
        note.setText(timed.isEmpty() ? Texts.get("live.no-times") : runtime);
    }

    private void rebuild(List<TypedNode> timed) {
        rows.clear();
        grid.getChildren().clear();
        for (TypedNode node : timed) {
            TimeRow row = new TimeRow(node);
            grid.addRow(rows.size(), row.name(), row.track(), row.figure(), row.percent());
            rows.put(node.id(), row);
        }
    }

    private NodeState state(TypedNode node) {
        return live.map(now -> now.node(node.id())).orElse(NodeState.WAITING);
    }

    private double milliseconds(TypedNode node) {
        return state(node).milliseconds().orElse(0);
    }
}
