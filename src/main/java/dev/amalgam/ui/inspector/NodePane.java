package dev.amalgam.ui.inspector;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Everything about one node. Made once per node and kept true from then on, so that a cursor stays where it is. */
final class NodePane extends VBox {
    private final InspectorContext context;
    private final Optional<Kind> kind;
    private final NameField name;
    private final Label what = new Label();
    private final Label help = new Label();
    private final VBox problems = new VBox(6);
    private final Section facts = new Section(Texts.get("inspector.facts"));
    private final Section settings = new Section(Texts.get("inspector.settings"));
    private final Section takes = new Section(Texts.get("inspector.inputs"));
    private final Section gives = new Section(Texts.get("inspector.outputs"));
    private final Section costs = new Section(Texts.get("inspector.costs"));
    private final LastValue value = new LastValue();
    private final RecipeEffect effect;
    private final Map<Setting, SettingRow> rows = new LinkedHashMap<>();
    private Optional<FileRef> described = Optional.empty();
    private SequencedMap<String, String> costsShown = new LinkedHashMap<>();
    private String output = "";
    private NodeId id;
    private Document.State state;
    private Optional<LiveState> live;
    private Drift drift = Drift.NONE;

    NodePane(InspectorContext context, Node node, Document.State state, Optional<LiveState> live) {
        this.context = context;
        this.id = node.id();
        this.state = state;
        this.live = live;
        this.kind = state.typing().catalogue().kind(node.kind());
        this.effect = new RecipeEffect(context.workshop());
        this.name = new NameField(id, context::rename);
        getStyleClass().add("node-pane");
        what.setWrapText(true);
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        kind.ifPresent(known -> help.setText(Texts.say(known.about().help())));
        kind.ifPresent(this::addSettings);
        problems.managedProperty().bind(problems.visibleProperty());
        getChildren().addAll(new VBox(2, name, what, help), problems, facts, settings, takes, gives, value, costs);
    }

    private void addSettings(Kind known) {
        Editors editors = new Editors(context.files());
        for (Setting setting : known.schema().settings()) {
            SettingRow row =
                    new SettingRow(setting, editors, (chosen, goesOn) -> change(known, setting, chosen, goesOn));
            row.offer(Texts.get("compare.setting"), () -> context.compare().accept(id, setting));
            rows.put(setting, row);
            settings.add(row);
            if (setting.field() instanceof Setting.Steps) {
                settings.add(effect);
            }
        }
    }

    /** Whether this is the pane of that node: the same name and kind. */
    boolean isOf(Node node) {
        return node.id().equals(id) && kind.map(Kind::name).equals(Optional.of(node.kind()));
    }

    private String change(Kind known, Setting setting, Optional<Value> chosen, boolean goesOn) {
        Optional<Node> node = context.document().state().graph().node(id);
        if (node.isEmpty()) {
            return "";
        }
        try {
            known.schema().choose(node.get().settings().with(setting.name(), chosen));
        } catch (KindException e) {
            return Texts.say(e.getMessage(), e.remedy());
        }
        Edit edit = new Edit.Change(id, setting.name(), chosen);
        return (goesOn ? context.document().amend(edit) : context.document().apply(edit))
                .map(refusal -> Texts.say(refusal.sentence(), refusal.remedy()))
                .orElse("");
    }

    void show(Document.State changed) {
        state = changed;
        Optional<Node> node = state.graph().node(id);
        Optional<TypedNode> typed = state.typing().node(id);
        what.setText(what(node));
        node.ifPresent(
                now -> rows.forEach((setting, row) -> row.show(now.settings().get(setting.name()))));
        takes.set(typed.map(Ports::inputs).orElse(List.of()).toArray(javafx.scene.Node[]::new));
        gives.set(typed.map(known -> Ports.outputs(known, this::showOutput))
                .orElse(List.of())
                .toArray(javafx.scene.Node[]::new));
        effect.show(typed, state.typing().components());
        showFacts();
        showProblems();
        showValue();
    }

    void show(LiveState changed) {
        live = Optional.of(changed);
        showProblems();
        showValue();
    }

    void show(Drift changed) {
        drift = changed;
        showValue();
    }

    private String what(Optional<Node> node) {
        String title = kind.map(known -> Texts.say(known.about().title()))
                .orElseGet(() ->
                        Texts.get("inspector.unknown-kind", node.map(Node::kind).orElse("")));
        long tasks = tasks();
        return tasks < 2 ? title : title + ", " + Texts.get("inspector.used", tasks);
    }

    private long tasks() {
        return state.graph().downstream(id).stream()
                .flatMap(below -> state.typing().node(below).stream())
                .filter(below -> below.kind().isResult())
                .count();
    }

    private void showFacts() {
        Optional<FileRef> model = model();
        if (model.isEmpty()) {
            facts.clear();
        } else if (!model.equals(described)) {
            var components = state.typing().components();
            UiThread.compute(facts, () -> ModelFacts.of(model.get(), components), read -> {
                facts.clear();
                read.facts().forEach((what, how) -> facts.add(Section.fact(what, how)));
                read.obstacles().forEach(it -> facts.add(Trouble.card(false, it.why(), it.remedy())));
            });
        }
        described = model;
    }

    /** The model file that the node is made of, if it is. */
    private Optional<FileRef> model() {
        return rows.keySet().stream()
                .filter(setting -> setting.field() instanceof Setting.File file
                        && file.required()
                        && file.endings().contains("onnx"))
                .flatMap(setting -> chosen(setting).stream())
                .findFirst();
    }

    private Optional<FileRef> chosen(Setting setting) {
        return state.graph()
                .node(id)
                .flatMap(node -> node.settings().get(setting.name()))
                .filter(FileRef.class::isInstance)
                .map(FileRef.class::cast);
    }

    /** The node that it is of. */
    NodeId node() {
        return id;
    }

    void showCosts(SequencedMap<String, String> facts) {
        if (!facts.equals(costsShown)) {
            costsShown = facts;
            costs.clear();
            facts.forEach((what, how) -> costs.add(Section.fact(what, how)));
        }
    }

    private void showProblems() {
        List<javafx.scene.Node> cards = new ArrayList<>();
        for (Problem problem : state.problems()) {
            if (problem.node().equals(Optional.of(id))) {
                cards.add(Trouble.card(problem.isError(), problem.message(), problem.remedy()));
            }
        }
        live.map(now -> now.node(id))
                .flatMap(NodeState::trouble)
                .filter(_ -> cards.isEmpty())
                .ifPresent(trouble -> cards.add(Trouble.card(true, trouble.sentence(), trouble.remedy())));
        problems.getChildren().setAll(cards);
        problems.setVisible(!cards.isEmpty());
    }

    private void showOutput(String chosen) {
        output = chosen;
        showValue();
    }

    /** The last value of the chosen output; of a result, the value that it is wired to. */
    private void showValue() {
        Optional<TypedNode> typed = state.typing().node(id);
        Optional<PortRef> shown = typed.filter(node -> !node.outputs().isEmpty())
                .map(node -> node.outputs().containsKey(output)
                        ? output
                        : node.outputs().firstEntry().getKey())
                .map(port -> new PortRef(id, port))
                .or(() -> state.graph().wiresInto(id).stream().map(Wire::from).findFirst());
        value.setVisible(shown.isPresent() && live.isPresent());
        value.setManaged(value.isVisible());
        shown.ifPresent(port -> live.ifPresent(now -> {
            value.show(state.typing(), port, now, contentWidth());
            value.show(drift.of(port, now));
        }));
    }

    private double contentWidth() {
        Insets insets = getInsets();
        double width = getWidth() > 0 ? getWidth() : getPrefWidth();
        return Math.max(120, width - insets.getLeft() - insets.getRight());
    }

    /** The pane has another width now. */
    void resized() {
        showValue();
    }
}
