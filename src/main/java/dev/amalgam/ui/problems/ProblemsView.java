package dev.amalgam.ui.problems;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands against running or shipping: where, what, and what to do. A click leads to the node. */
public final class ProblemsView extends VBox {
    private static final double HEIGHT = 150;

    private final ListView<Problem> list = new ListView<>();
    private final Button hide = new Button("×");
    private Consumer<NodeId> onChosen = _ -> {};
    private Consumer<NodeId> onTraced = _ -> {};

    /** An empty list. */
    public ProblemsView() {
        getStyleClass().add("problems");
        list.setId("problem-list");
        list.setAccessibleText(Texts.get("problems.title"));
        list.setCellFactory(_ -> new ProblemCell(node -> onTraced.accept(node)));
        list.setPlaceholder(placeholder());
        list.setOnMouseClicked(_ -> choose());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        hide.getStyleClass().add("flat");
        hide.setTooltip(new Tooltip(Texts.get("problems.hide")));
        hide.setAccessibleText(Texts.get("problems.hide"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list);
        minHeightProperty().bind(TextScale.length(HEIGHT));
        maxHeightProperty().bind(TextScale.length(HEIGHT));
    }

    private HBox head() {
        Label title = new Label(Texts.get("problems.title"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    private static VBox placeholder() {
        Label title = new Label(Texts.get("problems.none"));
        Label help = new Label(Texts.get("problems.none.help"));
        help.getStyleClass().add("quiet");
        VBox box = new VBox(2, title, help);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** What to do when a problem of a node is chosen, and when the list is to go. */
    public void on(Consumer<NodeId> chosen, Runnable hidden) {
        onChosen = chosen;
        hide.setOnAction(_ -> hidden.run());
    }

    /** What to do when somebody wants to know at which operator what is odd about a node begins. */
    public void onTrace(Consumer<NodeId> traced) {
        onTraced = traced;
    }

    /** Shows these. */
    public void show(List<Problem> problems) {
        if (!problems.equals(list.getItems())) {
            list.getItems().setAll(problems);
        }
    }

    private void choose() {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            problem.node().ifPresent(onChosen);
        }
    }
}
