package dev.amalgam.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A heading with something under it; gone where there is nothing under it. */
public final class Section extends VBox {
    private final VBox content = new VBox();

    /** A section with nothing under its heading yet. */
    public Section(String heading) {
        getStyleClass().add("section");
        Label label = new Label(heading);
        label.getStyleClass().add("section-title");
        getChildren().addAll(label, content);
        content.getStyleClass().add("section-content");
        visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(content.getChildren()));
        managedProperty().bind(visibleProperty());
    }

    public void set(Node... nodes) {
        content.getChildren().setAll(nodes);
    }

    public void add(Node node) {
        content.getChildren().add(node);
    }

    public void clear() {
        content.getChildren().clear();
    }

    /** One fact: what it is on the left, how it is on the right. */
    public static Node fact(String what, String how) {
        Label left = new Label(what);
        left.getStyleClass().add("fact-name");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(how);
        right.setTooltip(new Tooltip(how));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(12, left, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fact");
        return row;
    }
}
