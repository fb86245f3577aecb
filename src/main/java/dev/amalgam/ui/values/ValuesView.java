package dev.amalgam.ui.values;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.SeenEmbeddings;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The values that are looked at more closely, side by side. For the UI thread only. */
public final class ValuesView extends ScrollPane {
    private final HBox panes = new HBox();
    private @Nullable ValuesHost host;
    private Looks looks = new Looks();
    private Optional<SeenEmbeddings> seen = Optional.empty();
    private Optional<Subscription> following = Optional.empty();
    private Optional<Document.State> state = Optional.empty();
    private Optional<LiveState> live = Optional.empty();
    /** How many embeddings have been seen since it was opened, so that what shows them is drawn again. */
    private int age;

    /** Shows nothing. */
    public ValuesView() {
        getStyleClass().addAll("live", "values");
        setAccessibleText(Texts.get("values.name"));
        setFocusTraversable(false);
        panes.getStyleClass().add("value-panes");
        setContent(panes);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        visibleProperty().addListener(_ -> redraw());
    }

    /** Stands in this window. */
    public void in(ValuesHost window) {
        host = window;
    }

    /** Shows what is looked at in another document from now on. */
    public void open(Workspace workspace, Looks opened) {
        following.ifPresent(Subscription::close);
        looks = opened;
        live = Optional.empty();
        state = Optional.of(workspace.document().state());
        seen = Optional.of(workspace.seen());
        following = Optional.of(workspace.seen().onChange(() -> UiThread.later(panes, this::grown)));
        redraw();
    }

    private void grown() {
        age++;
        redraw();
    }

    /** Shows a state of the document. */
    public void show(Document.State changed) {
        state = Optional.of(changed);
        looks.follow(changed.graph());
        redraw();
    }

    /** Shows results. */
    public void show(LiveState changed) {
        live = Optional.of(changed);
        redraw();
    }

    /** Whether nothing is looked at. */
    public boolean isEmpty() {
        return looks.isEmpty();
    }

    /** Looks at an output more closely. */
    public void look(PortRef port) {
        look(port, false);
    }

    /** Looks at an output more closely; where that is done already, the keyboard goes there. */
    void look(PortRef port, boolean pinned) {
        Look look = looks.open(port);
        look.pin(pinned || look.isPinned());
        redraw();
        host().changed();
        pane(look).ifPresent(this::reveal);
    }

    /** Takes the keyboard there, and brings it into view where there are more than fit side by side. */
    private void reveal(ValuePane pane) {
        pane.focus();
        layout();
        double hidden = panes.getWidth() - getViewportBounds().getWidth();
        if (hidden > 0) {
            setHvalue(Math.clamp(pane.getLayoutX() / hidden, 0, 1));
        }
    }

    /** The value that has the keyboard, or else the last one. */
    Optional<Look> current() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        while (focused != null && !(focused instanceof ValuePane)) {
            focused = focused.getParent();
        }
        List<Look> all = looks.all();
        return focused instanceof ValuePane pane
                ? Optional.of(pane.look())
                : all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    void pin(Look look) {
        look.pin(!look.isPinned());
        redraw();
    }

    void next(Look look) {
        pane(look).ifPresent(ValuePane::next);
    }

    void close(Look look) {
        looks.close(look);
        redraw();
        host().changed();
    }

    private Optional<ValuePane> pane(Look look) {
        return all().filter(pane -> pane.look() == look).findFirst();
    }

    private java.util.stream.Stream<ValuePane> all() {
        return panes.getChildren().stream().map(ValuePane.class::cast);
    }

    private ValuesHost host() {
        if (host == null) {
            throw new IllegalStateException("it stands in no window yet");
        }
        return host;
    }

    /** While another tab is seen, nothing is drawn. */
    private void redraw() {
        if (!isVisible()) {
            return;
        }
        List<Look> wanted = looks.all();
        if (!all().map(ValuePane::look).toList().equals(wanted)) {
            List<ValuePane> next = new ArrayList<>();
            wanted.forEach(look -> next.add(pane(look).orElseGet(() -> made(look))));
            panes.getChildren().setAll(next);
        }
        state.ifPresent(now -> all().forEach(pane -> {
            NodeId node = pane.look().port().node();
            NodeState known = live.map(it -> it.node(node)).orElse(NodeState.WAITING);
            pane.show(now.typing(), known, seen.orElseThrow(), age);
        }));
    }

    private ValuePane made(Look look) {
        return new ValuePane(look, host(), this::redraw, () -> close(look));
    }
}
