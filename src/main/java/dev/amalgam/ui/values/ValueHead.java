package dev.amalgam.ui.values;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The first line over an enlarged value: which output it is of, and the buttons to keep it and to close it. */
final class ValueHead extends HBox {
    private static final String PIN = "M5 0h4v1l-1 .6v3l2 1.6v1.2H7.6L7 12l-.6-4.6H4V6.2l2-1.6v-3L5 1z";
    private static final double GLYPH = 11;

    private final StackPane glyph = new StackPane();
    private final Tooltip tip = new Tooltip();
    private String signed = "";
    private final Label title = new Label();
    private final ComboBox<String> outputs = new ComboBox<>();
    private final ToggleButton pin = new ToggleButton();
    private final Button close = new Button("×");
    private boolean showing;

    /** @param output is called with the name of another output of the node that a person chooses */
    ValueHead(Consumer<String> output, Consumer<Boolean> pinned, Runnable closed) {
        super(6);
        getStyleClass().add("value-head");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        title.setTooltip(tip);
        outputs.getStyleClass().add("small");
        outputs.setMinWidth(0);
        outputs.setAccessibleText(Texts.get("values.output"));
        outputs.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) {
                output.accept(chosen);
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        SVGPath sign = new SVGPath();
        sign.setContent(PIN);
        sign.getStyleClass().add("pin");
        pin.setGraphic(sign);
        pin.getStyleClass().addAll("flat", "pin-button");
        named(pin, "preview.pin");
        pin.setOnAction(_ -> pinned.accept(pin.isSelected()));
        close.getStyleClass().add("flat");
        named(close, "preview.close");
        close.setOnAction(_ -> closed.run());
        getChildren().addAll(glyph, title, outputs, gap, pin, close);
    }

    private void sign(Optional<Representation> representation) {
        String wanted = representation.map(Representation::toString).orElse("any");
        if (!wanted.equals(signed)) {
            signed = wanted;
            glyph.getChildren()
                    .setAll(representation
                            .<javafx.scene.Node>map(it -> Glyph.icon(it, GLYPH))
                            .orElseGet(() -> Glyph.any(GLYPH)));
        }
    }

    private static void named(javafx.scene.control.ButtonBase button, String text) {
        button.setAccessibleText(Texts.get(text));
        button.setTooltip(new Tooltip(Texts.get(text)));
        button.setMinWidth(USE_PREF_SIZE);
    }

    void show(PortRef port, Optional<TypedNode> node, boolean pinned) {
        List<String> names =
                node.map(typed -> List.copyOf(typed.outputs().keySet())).orElse(List.of());
        boolean several = names.size() > 1;
        Optional<PortType> type = node.map(typed -> typed.outputs().get(port.port()));
        sign(type.map(PortType::representation));
        title.setText(several ? port.node().name() : port.toString());
        tip.setText(port.toString());
        showing = true;
        if (!outputs.getItems().equals(names)) {
            outputs.getItems().setAll(names);
        }
        outputs.setValue(port.port());
        showing = false;
        outputs.setVisible(several);
        outputs.setManaged(several);
        pin.setSelected(pinned);
    }
}
