package dev.amalgam.ui;

import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Where the canvas is: the amalgamation and, behind it, each group that was opened inside the one before. */
final class PathBar extends HBox {
    private List<Crumb> path = List.of();

    /**
     * A level of the path.
     *
     * @param name of the amalgamation or group
     * @param open shows all of that level
     */
    record Crumb(String name, Runnable open) {}

    PathBar() {
        getStyleClass().add("path-bar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(Texts.get("path.name"));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Shows a path, the outermost level first. */
    void show(List<Crumb> levels) {
        boolean same = levels.stream()
                .map(Crumb::name)
                .toList()
                .equals(path.stream().map(Crumb::name).toList());
        path = List.copyOf(levels);
        if (!same) {
            List<Node> parts = new ArrayList<>();
            for (int level = 0; level < path.size(); level++) {
                if (level > 0) {
                    parts.add(new Label("›"));
                }
                parts.add(button(level));
            }
            getChildren().setAll(parts);
        }
    }

    private Button button(int level) {
        Button button = new Button(path.get(level).name());
        button.setId("crumb-" + level);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "crumb");
        button.setAccessibleText(Texts.get("path.fit", path.get(level).name()));
        button.setOnAction(_ -> path.get(level).open().run());
        return button;
    }
}
