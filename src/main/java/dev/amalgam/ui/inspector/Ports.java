package dev.amalgam.ui.inspector;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.kind.Signature.Input;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The ports of a node, with what flows through them. */
final class Ports {
    private static final double GLYPH = 11;

    private Ports() {}

    /** What it takes. */
    static List<Node> inputs(TypedNode node) {
        List<Node> rows = new ArrayList<>();
        for (Input input : node.signature().inputs()) {
            PortType known = node.inputs().get(input.name());
            String type = known == null
                    ? input.type() + ", " + Texts.get("inspector.unconnected")
                    : known.type().toString();
            rows.add(row(input.name(), type, Optional.ofNullable(known)));
        }
        return rows;
    }

    /** What it gives; a click on one, or Enter, shows its last value. */
    static List<Node> outputs(TypedNode node, Consumer<String> show) {
        List<Node> rows = new ArrayList<>();
        node.outputs().forEach((name, known) -> {
            HBox row = row(name, known.type().toString(), Optional.of(known));
            row.getStyleClass().add("output");
            row.setAccessibleRole(AccessibleRole.BUTTON);
            row.setFocusTraversable(true);
            row.setOnMouseClicked(_ -> show.accept(name));
            row.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    show.accept(name);
                    event.consume();
                }
            });
            rows.add(row);
        });
        return rows;
    }

    static HBox row(String name, String type, Optional<PortType> known) {
        Node glyph = known.<Node>map(port -> Glyph.icon(port.representation(), GLYPH))
                .orElseGet(() -> Glyph.any(GLYPH));
        Label title = new Label(name);
        title.minWidthProperty().bind(TextScale.length(48));
        Label right = new Label(type);
        right.getStyleClass().add("quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, glyph, title, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("port");
        row.setAccessibleRole(AccessibleRole.TEXT);
        String means = known.map(port -> port.representation() + ": "
                        + port.representation().form().meaning())
                .orElse("");
        row.setAccessibleText(name + ", " + type + (means.isEmpty() ? "" : ", " + means));
        Tooltip.install(row, new Tooltip(name + "  " + type + (means.isEmpty() ? "" : "\n" + means)));
        return row;
    }
}
