package dev.amalgam.ui.outline;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Wiring;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The amalgamation as a tree of nodes, ports and wires that is read and changed by keyboard alone: Enter on a port lists what
 * fits it, Enter on a wire goes to its other end, Enter on a node shows its card, F2 renames, Delete takes away.
 */
public final class OutlineView extends VBox {
    /** How far below the upper edge of the tree a list opens. */
    private static final double HEADROOM = 24;

    private final TreeView<Branch> tree = new TreeView<>(new TreeItem<>());
    private final Label help = new Label(Texts.get("outline.help"));
    private final OutlineItems items = new OutlineItems(tree.getRoot());
    private @Nullable Document document;
    private Function<PortRef, Optional<Deviation>> drift = _ -> Optional.empty();
    private @Nullable OutlineHost host;
    private Document.@Nullable State shown;
    private boolean following;

    /** An outline of nothing. */
    public OutlineView() {
        getStyleClass().add("outline");
        tree.setId("outline-tree");
        tree.setShowRoot(false);
        tree.setEditable(true);
        tree.setAccessibleText(Texts.get("outline.tree"));
        tree.setCellFactory(_ -> new OutlineCell(this::rename));
        // Before the tree hears it, for which Enter means to edit; what is typed into a name is none of this.
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == tree) {
                focusLine();
                key(event);
            }
        });
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enter();
            }
        });
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> select(item));
        help.getStyleClass().addAll("quiet", "outline-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(tree, help);
        visibleProperty().addListener(_ -> {
            refill();
            follow();
        });
    }

    /** Shows another document from now on, at what is selected on its canvas. */
    public void open(Document opened, OutlineHost window) {
        document = opened;
        drift = _ -> Optional.empty();
        host = window;
        tree.getSelectionModel().clearSelection();
        show(opened.state());
        follow();
    }

    /** Shows a state of the document; at once while it is seen, and otherwise when it is seen next. */
    public void show(Document.State state) {
        shown = state;
        refill();
    }

    /** Says at each output how far its value is from a reference, where {@code since} knows that. */
    public void show(Function<PortRef, Optional<Deviation>> since) {
        drift = since;
        refill();
    }

    private void refill() {
        if (isVisible() && shown != null) {
            following = true;
            items.show(Outline.of(shown, drift), tree.getSelectionModel());
            following = false;
            focusLine();
        }
    }

    /** Where lines change, a tree forgets which of them the arrows go on from. */
    private void focusLine() {
        tree.getFocusModel().focus(tree.getSelectionModel().getSelectedIndex());
    }

    /** Goes to the line of the one node that is selected on the canvas; where the outline is not seen, when it is seen next. */
    public void follow() {
        Set<NodeId> selection = host == null ? Set.of() : host.selected();
        if (selection.size() == 1
                && isVisible()
                && selectedNode().filter(selection::contains).isEmpty()) {
            following = true;
            items.find(new Entry.OfNode(selection.iterator().next())).ifPresent(this::go);
            following = false;
        }
    }

    private Optional<NodeId> selectedNode() {
        return selected().map(it -> it.entry().node());
    }

    /** Goes to the tree, at its selected line. */
    public void focus() {
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
        tree.requestFocus();
    }

    private Optional<Branch> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private void go(TreeItem<Branch> item) {
        tree.getSelectionModel().select(item);
        tree.scrollTo(Math.max(0, tree.getRow(item) - 3));
    }

    private void select(@Nullable TreeItem<Branch> item) {
        if (!following && item != null && host != null) {
            host.select(item.getValue().entry().node());
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> enter();
            case F2 -> tree.edit(nodeItem());
            case DELETE, BACK_SPACE -> delete();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The line of the node that the selected line belongs to: that is what has a name. */
    private @Nullable TreeItem<Branch> nodeItem() {
        return selected()
                .flatMap(it -> items.find(new Entry.OfNode(it.entry().node())))
                .orElse(null);
    }

    private void enter() {
        switch (selected().map(Branch::entry).orElse(null)) {
            case Entry.OfNode(NodeId node) when host != null -> host.reveal(node);
            case Entry.OfPort(PortRef port, boolean input) -> offer(port, input);
            case Entry.OfWire wire ->
                items.find(new Entry.OfPort(wire.there(), !wire.input())).ifPresent(this::go);
            case null, default -> {}
        }
    }

    private void delete() {
        switch (selected().map(Branch::entry).orElse(null)) {
            case Entry.OfNode(NodeId node) -> apply(new Edit.Remove(Set.of(node)));
            case Entry.OfWire line -> apply(new Edit.Disconnect(line.wire().to()));
            case null, default -> {}
        }
    }

    private void rename(NodeId from, String typed) {
        String name = typed.strip();
        if (!NodeId.isValid(name)) {
            tell(Texts.get("problem.name"));
        } else if (!name.equals(from.name())) {
            apply(new Edit.Rename(from, new NodeId(name)));
            items.find(new Entry.OfNode(new NodeId(name))).ifPresent(this::go);
        }
        tree.requestFocus();
    }

    private void apply(Edit edit) {
        if (document != null) {
            document.apply(edit).ifPresent(refusal -> tell(Texts.say(refusal.sentence(), refusal.remedy())));
            show(document.state());
        }
    }

    private void tell(String words) {
        if (host != null) {
            host.say(words);
        }
    }

    /** Lists the wires that fit a port; the chosen one is drawn. */
    private void offer(PortRef port, boolean input) {
        Document shown = document;
        if (shown != null && host != null) {
            host.choose(
                    OutlinePicker.of(
                            shown,
                            port,
                            input,
                            wire -> new Wiring(shown)
                                    .connect(wire.from(), wire.to(), Optional.empty())
                                    .ifPresent(this::apply)),
                    tree.localToScene(tree.getWidth() / 2, HEADROOM));
        }
    }
}
