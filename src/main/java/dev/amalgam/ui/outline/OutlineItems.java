package dev.amalgam.ui.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** The items of the tree. What is shown again keeps its item, so that it stays open, selected and where it was. */
final class OutlineItems {
    private final TreeItem<Branch> root;
    private Map<Entry, TreeItem<Branch>> items = new HashMap<>();

    OutlineItems(TreeItem<Branch> root) {
        this.root = root;
        root.setExpanded(true);
    }

    Optional<TreeItem<Branch>> find(Entry entry) {
        return Optional.ofNullable(items.get(entry));
    }

    /** Shows these lines. Where the selected one is gone, the one before it is selected. */
    void show(List<Branch> lines, MultipleSelectionModel<TreeItem<Branch>> selection) {
        TreeItem<Branch> selected = selection.getSelectedItem();
        int row = selection.getSelectedIndex();
        Map<Entry, TreeItem<Branch>> next = new HashMap<>();
        fill(root, lines, next);
        items = next;
        select(selected, row, selection);
    }

    private void select(
            @Nullable TreeItem<Branch> selected, int row, MultipleSelectionModel<TreeItem<Branch>> selection) {
        if (selected != null && items.get(selected.getValue().entry()) == selected) {
            selection.select(selected);
        } else if (row >= 0 && !items.isEmpty()) {
            selection.clearAndSelect(Math.max(0, row - 1));
        }
    }

    private void fill(TreeItem<Branch> parent, List<Branch> lines, Map<Entry, TreeItem<Branch>> next) {
        List<TreeItem<Branch>> below = new ArrayList<>();
        for (Branch line : lines) {
            TreeItem<Branch> item = find(line.entry()).orElseGet(TreeItem::new);
            if (!line.equals(item.getValue())) {
                item.setValue(line);
            }
            next.put(line.entry(), item);
            fill(item, line.below(), next);
            below.add(item);
        }
        if (!parent.getChildren().equals(below)) {
            parent.getChildren().setAll(below);
        }
    }
}
