package dev.amalgam.ui.problems;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One problem on one line: where, what, and what to do; the whole of it in the tooltip. */
final class ProblemCell extends ListCell<Problem> {
    private final Consumer<NodeId> trace;

    /** @param trace wants to know at which operator what is odd about a node begins */
    ProblemCell(Consumer<NodeId> trace) {
        this.trace = trace;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        setText(null);
        setAccessibleText(problem == null ? "" : says(problem));
        setGraphic(problem == null ? null : line(problem));
        setTooltip(problem == null ? null : new Tooltip(Texts.say(problem.message(), problem.remedy())));
    }

    private static String says(Problem problem) {
        String where = problem.node().map(node -> node + ", ").orElse("");
        return where + Texts.say(problem.message(), problem.remedy());
    }

    private HBox line(Problem problem) {
        Region mark = new Region();
        mark.getStyleClass().addAll("mark", problem.isError() ? "error" : "warning");
        Label where = new Label(problem.node().map(NodeId::name).orElse(""));
        where.getStyleClass().add("where");
        where.minWidthProperty().bind(TextScale.length(110));
        where.prefWidthProperty().bind(TextScale.length(110));
        Label what = new Label(Texts.say(problem.message()) + ".");
        Label cure = new Label(Texts.say(problem.remedy()) + ".");
        cure.getStyleClass().add("quiet");
        HBox line = new HBox(8, mark, where, what, cure);
        line.setAlignment(Pos.CENTER_LEFT);
        problem.node()
                .filter(_ -> Workspace.canTrace(problem))
                .ifPresent(node -> line.getChildren().add(4, button(node)));
        return line;
    }

    /** By keyboard the list leads to the node, and the key of the action goes on from there. */
    private Button button(NodeId node) {
        Button button = new Button(Texts.get("node.trace"));
        button.getStyleClass().addAll("small", "trace");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> trace.accept(node));
        return button;
    }
}
