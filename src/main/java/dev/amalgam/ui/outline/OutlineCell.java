package dev.amalgam.ui.outline;

import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Draws a line of the outline; the name of a node is edited where it stands. */
final class OutlineCell extends TreeCell<Branch> {
    private final Label title = new Label();
    private final Label note = new Label();
    private final HBox line = new HBox(8, title, note);
    private final TextField name = new TextField();

    /** @param rename gives a node the name that was typed */
    OutlineCell(BiConsumer<NodeId, String> rename) {
        title.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("quiet");
        line.getStyleClass().add("outline-line");
        // The line takes the tree's width and shortens its note; it never asks for a scroll bar.
        setPrefWidth(0);
        name.setId("outline-name");
        name.setAccessibleText(Texts.get("outline.name"));
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ENTER -> commit(rename);
                case ESCAPE -> cancelEdit();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private void commit(BiConsumer<NodeId, String> rename) {
        if (getItem() != null) {
            NodeId node = getItem().entry().node();
            String typed = name.getText();
            cancelEdit();
            rename.accept(node, typed);
        }
    }

    @Override
    protected void updateItem(@Nullable Branch branch, boolean empty) {
        super.updateItem(branch, empty);
        setText(null);
        setGraphic(branch == null || empty ? null : line);
        setAccessibleText(branch == null || empty ? "" : branch.says());
        setTooltip(branch == null || empty ? null : new Tooltip(branch.says()));
        if (branch != null) {
            title.setText(branch.title());
            note.setText(branch.note());
        }
    }

    @Override
    public void startEdit() {
        if (getItem() != null && getItem().entry() instanceof Entry.OfNode) {
            super.startEdit();
            name.setText(getItem().title());
            setGraphic(name);
            name.requestFocus();
            name.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
        getTreeView().requestFocus();
    }
}
