package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.ui.input.FileDrop;
import dev.amalgam.ui.input.InputContext;
import dev.amalgam.ui.input.InputView;
import dev.amalgam.ui.input.PictureInput;
import dev.amalgam.ui.input.ReadingInput;
import dev.amalgam.ui.input.Sources;
import dev.amalgam.ui.input.TextInput;
import dev.amalgam.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What goes in: through the source that is selected, or else through the one that was shown before, or the first in the flow.
 * A new file is an edit like any other.
 */
public final class InputPart extends Part {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final Button choose = new Button(Texts.get("live.photo"));
    private final Button more = new Button("⋯");
    private final HBox tools = new HBox(4);
    private final StackPane place = new StackPane();
    private final Region noSource = empty(Texts.get("live.photo.no-node"), "");
    private final PictureInput picture =
            new PictureInput(empty(Texts.get("live.photo.none"), Texts.get("live.photo.none.help")));
    private final TextInput text = new TextInput();
    private final ReadingInput reading = new ReadingInput(empty(Texts.get("live.waiting"), ""));
    private Optional<InputContext> context = Optional.empty();
    private Optional<Document.State> document = Optional.empty();
    private Optional<LiveState> live = Optional.empty();
    private Set<NodeId> selected = Set.of();
    private Optional<NodeId> last = Optional.empty();
    private Consumer<Node> menu = _ -> {};

    InputPart() {
        super(Texts.get("live.in"));
        choose.setId("choose-photo");
        choose.getStyleClass().add("small");
        choose.setOnAction(_ -> choose());
        choose.setMinWidth(Region.USE_PREF_SIZE);
        more.setId("input-more");
        more.getStyleClass().add("small");
        more.setAccessibleText(Texts.get("input.more"));
        more.setTooltip(new Tooltip(Texts.get("input.more")));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> menu.accept(more));
        tools.setAlignment(Pos.CENTER_LEFT);
        beside(tools);
        beside(choose);
        beside(more);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinSize(0, 0);
        place.getChildren().setAll(noSource);
        getChildren().add(place);
        setOnDragOver(this::dragOver);
        setOnDragExited(_ -> picture.place().pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::dropped);
    }

    /** What opens where one asks for more; it is given the node that it belongs to. */
    public void onMore(Consumer<Node> opened) {
        menu = opened;
    }

    /** How pictures are shown and changed. */
    public PictureInput picture() {
        return picture;
    }

    void open(InputContext opened) {
        rest();
        context = Optional.of(opened);
        live = Optional.empty();
        last = Optional.empty();
        selected = Set.of();
    }

    void select(Set<NodeId> nodes) {
        selected = nodes;
        redraw();
    }

    void show(Document.State state) {
        document = Optional.of(state);
        redraw();
    }

    void show(LiveState state) {
        live = Optional.of(state);
        redraw();
    }

    /** The source that is shown. */
    public Optional<TypedNode> source() {
        List<TypedNode> all = document.map(state -> Sources.of(state.typing())).orElse(List.of());
        return all.stream()
                .filter(it -> selected.contains(it.id()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(it -> last.equals(Optional.of(it.id())))
                        .findFirst())
                .or(() -> all.stream().filter(Sources::isPicture).findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** Whether the source that is shown brings pictures in. */
    public boolean showsPicture() {
        return source().filter(Sources::isPicture).isPresent();
    }

    private void redraw() {
        Optional<TypedNode> source = source();
        last = source.map(TypedNode::id);
        choose.setDisable(source.flatMap(Sources::file).isEmpty());
        choose.setText(Texts.get(showsPicture() || source.isEmpty() ? "live.photo" : "live.file"));
        if (context.isPresent() && source.isPresent()) {
            show(context.get(), source.get());
        } else {
            rest();
            put(noSource, List.of());
        }
    }

    private void show(InputContext shown, TypedNode source) {
        InputView view = view(source);
        if (!place.getChildren().contains(view.node())) {
            rest();
        }
        put(view.node(), view.tools());
        view.show(shown, source, live.map(it -> it.node(source.id())).orElse(NodeState.WAITING));
    }

    private void rest() {
        List.of(picture, text, reading).forEach(InputView::rest);
    }

    private void put(Region node, List<Node> buttons) {
        if (!place.getChildren().equals(List.of(node))) {
            place.getChildren().setAll(node);
            tools.getChildren().setAll(buttons);
        }
    }

    private InputView view(TypedNode source) {
        return Sources.isPicture(source) ? picture : Sources.isText(source) ? text : reading;
    }

    /** Asks for a file. */
    public void choose() {
        context.ifPresent(it ->
                source().flatMap(Sources::field).ifPresent(field -> it.files().choose(field.endings(), use())));
    }

    /** Asks for a folder of pictures. */
    public void chooseFolder() {
        context.ifPresent(it -> it.files().chooseFolder(use()));
    }

    /** Gives a file to the source that is shown now, whatever is shown once it is read: one edit, that undo takes back. */
    private Consumer<FileRef> use() {
        Optional<InputContext> shown = context;
        Optional<TypedNode> source = source();
        return file -> source.ifPresent(node -> Sources.file(node)
                .ifPresent(setting -> shown.ifPresent(it -> it.change(node.id(), setting.name(), file))));
    }

    /** Gives a picture file to the source that is shown, if it takes pictures. @return whether it does */
    public boolean give(Path file) {
        boolean takes = showsPicture();
        if (takes) {
            context.ifPresent(it -> it.files().refer(file, use()));
        }
        return takes;
    }

    private void dragOver(DragEvent event) {
        if (taken(event.getDragboard().getFiles()).isPresent()) {
            picture.place().pseudoClassStateChanged(TARGET, true);
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(take(event.getDragboard().getFiles()));
        event.consume();
    }

    /** Uses files that were dropped, or the first that fits. @return whether there was one */
    boolean take(List<File> dropped) {
        Optional<FileDrop> drop = taken(dropped);
        drop.ifPresent(it -> context.ifPresent(shown -> shown.files().refer(it.files(), use())));
        return drop.isPresent();
    }

    private Optional<FileDrop> taken(List<File> dropped) {
        List<Path> files = dropped.stream().map(File::toPath).toList();
        return source().flatMap(node -> FileDrop.on(node, files)
                .or(() -> files.stream()
                        .flatMap(file -> FileDrop.on(node, List.of(file)).stream())
                        .findFirst()));
    }
}
