package dev.amalgam.ui.canvas;

import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Glyph;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What an empty canvas says: how to begin. */
final class EmptyHint extends VBox {
    EmptyHint() {
        super(8);
        getStyleClass().add("empty-hint");
        setAlignment(Pos.CENTER);
        setManaged(false);
        setMouseTransparent(true);
        HBox chain = new HBox(14);
        chain.setAlignment(Pos.CENTER);
        List.of(
                        Representation.RAW,
                        Representation.ENCODING,
                        Representation.EMBEDDING,
                        Representation.LOGITS,
                        Representation.SOFT,
                        Representation.HARD)
                .forEach(it -> chain.getChildren().add(Glyph.icon(it, 16)));
        Label title = new Label("Nothing here yet");
        title.getStyleClass().add("empty-title");
        Label how = new Label("Drag an Image and an ONNX model from the left, then draw a wire from port to port.");
        Label or = new Label("Or drop a model file here.");
        getChildren().addAll(chain, title, how, or);
    }
}
