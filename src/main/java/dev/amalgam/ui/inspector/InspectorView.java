package dev.amalgam.ui.inspector;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Everything about what is selected, the last value included; with no selection, about the whole amalgamation. */
public final class InspectorView extends ScrollPane {
    private final AmalgamationPane whole = new AmalgamationPane();
    private @Nullable InspectorContext context;
    private Optional<NodePane> pane = Optional.empty();
    private Optional<LiveState> live = Optional.empty();
    private Drift drift = Drift.NONE;
    private Optional<Node> instead = Optional.empty();
    private Function<NodeId, SequencedMap<String, String>> costs = _ -> new LinkedHashMap<>();

    /** An inspector of nothing. */
    public InspectorView() {
        getStyleClass().addAll("side", "inspector");
        setAccessibleText(Texts.get("inspector.name"));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        minWidthProperty().bind(TextScale.length(230));
        prefWidthProperty().bind(TextScale.length(296));
        setContent(whole);
        widthProperty().addListener(_ -> UiThread.later(this, () -> pane.ifPresent(NodePane::resized)));
    }

    /** Works on another document from now on. */
    public void open(InspectorContext opened) {
        context = opened;
        live = Optional.empty();
        drift = Drift.NONE;
        pane = Optional.empty();
        show(opened.document().state(), Set.of());
    }

    /** Shows a state of the document; with exactly one node selected, that node. */
    public void show(Document.State state, Set<NodeId> selection) {
        Optional<dev.amalgam.graph.Node> single =
                selection.size() == 1 ? state.graph().node(selection.iterator().next()) : Optional.empty();
        single.ifPresentOrElse(node -> show(node, state), () -> {
            pane = Optional.empty();
            whole.show(state, selection);
            fill(whole);
        });
    }

    private void show(dev.amalgam.graph.Node node, Document.State state) {
        if (context == null) {
            return;
        }
        InspectorContext now = context;
        NodePane current = pane.filter(old -> old.isOf(node)).orElseGet(() -> new NodePane(now, node, state, live));
        boolean fresh = pane.isEmpty() || pane.get() != current;
        pane = Optional.of(current);
        if (fresh) {
            current.show(drift);
            fill(current);
        }
        current.show(state);
        current.showCosts(costs.apply(node.id()));
    }

    /** Shows something else in its stead, such as what is chosen inside a component, until it is called with nothing. */
    public void instead(Optional<Node> other) {
        if (!instead.equals(other)) {
            instead = other;
            fill(pane.map(Node.class::cast).orElse(whole));
        }
    }

    private void fill(Node own) {
        Node content = instead.orElse(own);
        if (getContent() != content) {
            setContent(content);
            setVvalue(0);
        }
    }

    /** What nodes cost, as facts in their order. */
    public void costs(Function<NodeId, SequencedMap<String, String>> facts) {
        costs = facts;
        showCosts();
    }

    /** More is known of what nodes cost. */
    public void showCosts() {
        pane.ifPresent(current -> current.showCosts(costs.apply(current.node())));
    }

    /** Shows how far results are from a reference. */
    public void show(Drift changed) {
        drift = changed;
        pane.ifPresent(current -> current.show(changed));
    }

    /** Shows results. */
    public void show(LiveState state) {
        live = Optional.of(state);
        pane.ifPresent(current -> current.show(state));
    }
}
