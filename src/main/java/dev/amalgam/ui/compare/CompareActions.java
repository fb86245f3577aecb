package dev.amalgam.ui.compare;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.compare.Variant;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Revision;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.BoundingBox;

/** Compares the document that is shown with another of its states, or with itself where one setting is another. */
public final class CompareActions {
    private static final double TOP = 72;

    private final CompareHost host;

    private CompareActions(CompareHost host) {
        this.host = host;
    }

    /**
     * Adds the actions {@code run.pin-reference}, {@code run.unpin-reference} and {@code compare.…}.
     *
     * @return what compares with another value of a setting of a node
     */
    public static BiConsumer<NodeId, Setting> register(Actions actions, CompareHost host) {
        CompareActions of = new CompareActions(host);
        actions.add("run.pin-reference", of::pin).when(of::hasResults);
        actions.add("run.unpin-reference", () -> host.drift().unpin())
                .when(() -> host.drift().isPinned());
        actions.add("compare.saved", () -> Variant.saved(of.state()).ifPresent(of::open))
                .when(() -> of.state().saved().isPresent() && of.state().isModified());
        actions.add("compare.before", () -> Variant.before(of.state()).ifPresent(of::open))
                .when(() -> of.state().history().canUndo());
        actions.add("compare.revision", of::chooseRevision)
                .when(() ->
                        of.state().history().canUndo() || of.state().history().canRedo());
        actions.add("compare.setting", of::chooseSetting)
                .when(() -> !of.settings().isEmpty());
        actions.add("compare.component", of::chooseComponent)
                .when(() -> of.model().isPresent());
        return (node, setting) -> of.sheet().choose(node, List.of(setting));
    }

    private Document.State state() {
        return host.workspace().document().state();
    }

    private boolean hasResults() {
        return host.workspace().live().state().nodes().values().stream()
                .anyMatch(node -> !node.outputs().isEmpty());
    }

    private void pin() {
        host.drift().pin();
        host.say(Texts.get("reference.pinned"));
    }

    private void open(Variant second) {
        CompareSheet sheet = sheet();
        sheet.compare(second);
    }

    private CompareSheet sheet() {
        CompareSheet sheet = host.show(closed -> new CompareSheet(host, closed));
        sheet.open(host.width(), host.height());
        return sheet;
    }

    private void chooseRevision() {
        Picker<Revision> picker = host.show(closed -> {
            Picker<Revision> made = new Picker<>(
                    Texts.get("compare.revision.prompt"),
                    Texts.get("compare.revision.none"),
                    this::revisions,
                    revision -> open(Variant.after(state(), revision)));
            made.onClosed(closed);
            return made;
        });
        picker.open(host.width() / 2 - picker.width() / 2, TOP, new BoundingBox(0, 0, host.width(), host.height()));
    }

    /** Those that were undone and those that undo leads to, the newest first, without the present one. */
    private List<Line<Revision>> revisions(String typed) {
        List<Revision> past = state().history().past();
        List<Revision> undone = state().history().undone();
        List<Revision> all = new ArrayList<>(undone.reversed());
        all.addAll(past.subList(1, past.size()));
        return all.stream()
                .filter(it -> Fuzzy.score(typed, title(it), "").isPresent())
                .<Line<Revision>>map(it ->
                        new Line.Choice<>(it, Optional.empty(), title(it), "", Texts.get("compare.revision.help")))
                .toList();
    }

    private static String title(Revision revision) {
        return revision.number() + "  " + Texts.say(revision.label());
    }

    /** The one node that is selected. */
    private Optional<Node> node() {
        return host.selected().size() == 1
                ? state().graph().node(host.selected().iterator().next())
                : Optional.empty();
    }

    private List<Setting> settings() {
        return node().flatMap(it -> state().typing().catalogue().kind(it.kind())).stream()
                .map(Kind::schema)
                .flatMap(schema -> schema.settings().stream())
                .toList();
    }

    /** The setting of the selected node that is a model. */
    private Optional<Setting> model() {
        return settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File file
                        && file.endings().contains("onnx"))
                .findFirst();
    }

    private void chooseSetting() {
        NodeId node = node().orElseThrow().id();
        sheet().choose(node, settings());
    }

    private void chooseComponent() {
        NodeId node = node().orElseThrow().id();
        Setting setting = model().orElseThrow();
        host.files()
                .choose(
                        ((Setting.File) setting.field()).endings(),
                        file -> open(Variant.where(state(), node, setting.name(), Optional.of(file))));
    }
}
