package dev.amalgam.ui.inspector;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.function.BiFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** The name of a node, to be changed where it stands. */
final class NameField extends VBox {
    private final TextField field = new TextField();
    private final Label complaint = new Label();
    private final BiFunction<NodeId, NodeId, String> rename;
    private NodeId shown;

    /** @param rename gives a node another name, or says why it cannot have it */
    NameField(NodeId name, BiFunction<NodeId, NodeId, String> rename) {
        this.shown = name;
        this.rename = rename;
        field.setId("node-name");
        field.getStyleClass().add("node-name");
        field.setAccessibleText(Texts.get("inspector.rename"));
        field.setTooltip(new Tooltip(Texts.get("inspector.rename")));
        field.setOnAction(_ -> commit());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(shown);
                event.consume();
            }
        });
        complaint.setId("node-name-complaint");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.visibleProperty());
        complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
        getChildren().addAll(field, complaint);
        show(name);
    }

    void show(NodeId name) {
        shown = name;
        field.setText(name.name());
        complaint.setText("");
    }

    private void commit() {
        String typed = field.getText().strip();
        if (typed.equals(shown.name())) {
            complaint.setText("");
        } else if (!NodeId.isValid(typed)) {
            complaint.setText(Texts.get("problem.name"));
        } else {
            complaint.setText(rename.apply(shown, new NodeId(typed)));
        }
    }
}
