package dev.amalgam.ui;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.outline.OutlineHost;
import dev.amalgam.ui.outline.OutlineView;
import dev.amalgam.ui.palette.PaletteView;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;

/** What stands at the left of the canvas: the palette and, behind it, the outline. */
public final class SideView extends TabPane {
    private final PaletteView palette = new PaletteView();
    private final OutlineView outline = new OutlineView();
    private final Tab adding = tab("side.add", palette);
    private final Tab reading = tab("side.outline", outline);

    /** Shows the palette. */
    public SideView() {
        getStyleClass().add("documents");
        setAccessibleText(Texts.get("side.name"));
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        minWidthProperty().bind(palette.minWidthProperty());
        outline.visibleProperty().bind(reading.selectedProperty());
        getTabs().addAll(adding, reading);
    }

    private static Tab tab(String title, Node content) {
        return new Tab(Texts.get(title), content);
    }

    PaletteView palette() {
        return palette;
    }

    OutlineView outline() {
        return outline;
    }

    /** Goes to the search field of the palette. */
    void searchPalette() {
        getSelectionModel().select(adding);
        palette.focusSearch();
    }

    /** Goes to the outline. */
    void readOutline() {
        getSelectionModel().select(reading);
        outline.focus();
    }

    /** Reads another document from now on. */
    void open(OpenDocument opened, Consumer<String> say) {
        CanvasView canvas = opened.canvas();
        outline.open(opened.workspace().document(), new OutlineHost() {
            @Override
            public Set<NodeId> selected() {
                return Set.copyOf(canvas.selectedNodes());
            }

            @Override
            public void select(NodeId node) {
                canvas.select(Set.of(node));
            }

            @Override
            public void reveal(NodeId node) {
                canvas.reveal(node);
            }

            @Override
            public void say(String words) {
                say.accept(words);
            }

            @Override
            public void choose(Picker<?> picker, Point2D at) {
                Pane window = (Pane) getScene().getRoot();
                new Overlay(window).show(closed -> {
                    picker.onClosed(closed);
                    return picker;
                });
                picker.open(at.getX(), at.getY(), window.getLayoutBounds());
            }
        });
    }
}
