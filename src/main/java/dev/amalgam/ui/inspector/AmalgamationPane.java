package dev.amalgam.ui.inspector;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Figures;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is shown where no single node is selected: facts about the whole, and how to get further. */
final class AmalgamationPane extends VBox {
    private final Label title = new Label();
    private final Label help = new Label();
    private final Section facts = new Section(Texts.get("facts.amalgamation"));
    private final Section results = new Section(Texts.get("facts.results"));

    private Optional<Shown> shown = Optional.empty();

    /** What the facts follow from: they are drawn anew where it changes. */
    private record Shown(int nodes, List<Wire> wires, List<Map<String, PortType>> results, List<FileRef> models) {}

    AmalgamationPane() {
        getStyleClass().add("node-pane");
        title.getStyleClass().add("pane-title");
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        getChildren().addAll(new VBox(4, title, help), facts, results);
    }

    void show(Document.State state, Set<NodeId> selection) {
        boolean none = selection.isEmpty();
        title.setText(none ? Texts.get("inspector.none.title") : Texts.get("inspector.many", selection.size()));
        help.setText(Texts.get(none ? "inspector.none.help" : "inspector.many.help"));
        List<TypedNode> tasks = state.typing().ordered().stream()
                .filter(node -> node.kind().isResult())
                .toList();
        SequencedSet<FileRef> models = models(state.typing().ordered());
        Shown now = new Shown(
                state.graph().nodes().size(),
                List.copyOf(state.graph().wires()),
                tasks.stream().map(TypedNode::inputs).toList(),
                List.copyOf(models));
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            showFacts(state, tasks, models);
        }
    }

    private void showFacts(Document.State state, List<TypedNode> tasks, SequencedSet<FileRef> models) {
        facts.set(
                Section.fact(
                        Texts.get("facts.nodes"),
                        Integer.toString(state.graph().nodes().size())),
                Section.fact(
                        Texts.get("facts.wires"),
                        Integer.toString(state.graph().wires().size())),
                Section.fact(Texts.get("facts.tasks"), Integer.toString(tasks.size())));
        showShared(state, tasks.stream().map(TypedNode::id).toList());
        showResults(tasks);
        if (!models.isEmpty()) {
            UiThread.compute(
                    this,
                    () -> weights(models, state.typing().components()),
                    bytes -> facts.add(Section.fact(Texts.get("facts.weights.once"), Figures.bytes(bytes))));
        }
    }

    /** Each task with what comes out of it. */
    private void showResults(List<TypedNode> tasks) {
        results.set(tasks.stream()
                .flatMap(task -> task.inputs().values().stream()
                        .map(type -> Ports.row(task.id().name(), type.type().toString(), Optional.of(type))))
                .toArray(Node[]::new));
    }

    /** The node that most tasks stand on, last in the order of the flow: the shared bottom. */
    private void showShared(Document.State state, List<NodeId> tasks) {
        state.typing().ordered().reversed().stream()
                .filter(node ->
                        tasks.size() > 1 && state.graph().downstream(node.id()).containsAll(tasks))
                .findFirst()
                .ifPresent(node -> facts.add(Section.fact(
                        Texts.get("facts.shared", tasks.size()), node.id().name())));
    }

    private static SequencedSet<FileRef> models(List<TypedNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.chosen().values().values().stream())
                .filter(FileRef.class::isInstance)
                .map(FileRef.class::cast)
                .filter(file -> file.path().endsWith(".onnx"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static long weights(SequencedSet<FileRef> models, Components components) throws KindException {
        long bytes = 0;
        for (FileRef model : models) {
            bytes += components.model(model).inspect().weightBytes();
        }
        return bytes;
    }
}
