package dev.amalgam.ui.canvas;

import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
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
        Label title = new Label(Texts.get("canvas.empty"));
        title.getStyleClass().add("empty-title");
        Label how = new Label(Texts.get("canvas.empty.how"));
        Label or = new Label(Texts.get("canvas.empty.or"));
        getChildren().addAll(chain, title, how, or);
    }
}
