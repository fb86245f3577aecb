package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Reading;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What goes in: the photo, its name and size, and the ways to give another one. A new photo is an edit like any other. */
final class PhotoPart extends Part {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final Button choose = new Button(Texts.get("live.photo"));
    private final Label caption = new Label();
    private final PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private Optional<Document> document = Optional.empty();
    private @Nullable FileChoice files;
    private Optional<TypedNode> node = Optional.empty();
    private Optional<LiveState> live = Optional.empty();

    PhotoPart() {
        super(Texts.get("live.in"));
        choose.setId("choose-photo");
        choose.setOnAction(_ -> choose());
        choose.setMinWidth(Region.USE_PREF_SIZE);
        caption.getStyleClass().add("quiet");
        caption.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setId("photo-place");
        place.getStyleClass().add("photo-place");
        VBox.setVgrow(place, Priority.ALWAYS);
        choose.getStyleClass().add("small");
        beside(choose);
        getChildren().addAll(place, caption);
        setOnDragOver(this::dragOver);
        setOnDragExited(_ -> place.pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::dropped);
        // Larger or smaller, the picture is drawn again in the next pulse.
        place.widthProperty().addListener(_ -> redrawLater());
        place.heightProperty().addListener(_ -> redrawLater());
    }

    void open(Document opened, FileChoice choice) {
        document = Optional.of(opened);
        files = choice;
        live = Optional.empty();
    }

    void show(Document.State state) {
        node = Photos.node(state);
        choose.setDisable(node.isEmpty());
        redraw();
    }

    void show(LiveState state) {
        live = Optional.of(state);
        redraw();
    }

    private void redrawLater() {
        UiThread.later(this, this::redraw);
    }

    private void redraw() {
        Optional<Tensor> picture = picture();
        caption.setText(file().map(file -> caption(file, picture)).orElse(""));
        double width = place.getWidth();
        double height = place.getHeight();
        if (picture.isEmpty() || width < 1 || height < 1) {
            place.replace(nothing());
        } else {
            place.show(new Reading.Picture(picture.get()), width, height);
        }
    }

    private Optional<Tensor> picture() {
        return node.flatMap(
                        source -> live.flatMap(state -> state.node(source.id()).reading()))
                .filter(Reading.Picture.class::isInstance)
                .map(reading -> ((Reading.Picture) reading).pixels());
    }

    private Optional<FileRef> file() {
        return node.flatMap(
                source -> Photos.setting(source).flatMap(name -> source.chosen().file(name)));
    }

    private static String caption(FileRef file, Optional<Tensor> picture) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return picture.map(pixels -> name + ", " + pixels.dims()[1] + " × " + pixels.dims()[0])
                .orElse(name);
    }

    private Region nothing() {
        return node.isEmpty()
                ? empty(Texts.get("live.photo.no-node"), "")
                : empty(Texts.get("live.photo.none"), Texts.get("live.photo.none.help"));
    }

    private void choose() {
        if (files != null) {
            files.choose(Photos.ENDINGS, this::use);
        }
    }

    /** Gives the photo to the node: one edit, that undo takes back. */
    private void use(FileRef photo) {
        node.ifPresent(source -> Photos.setting(source)
                .ifPresent(setting -> document.ifPresent(
                        opened -> opened.apply(new Edit.Change(source.id(), setting, Optional.of(photo))))));
    }

    private void dragOver(DragEvent event) {
        if (node.isPresent() && photo(event.getDragboard().getFiles()).isPresent()) {
            place.pseudoClassStateChanged(TARGET, true);
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(take(event.getDragboard().getFiles()));
        event.consume();
    }

    /** Uses the first photo among files that were dropped. @return whether there was one */
    boolean take(List<File> dropped) {
        Optional<Path> photo = photo(dropped);
        FileChoice choice = files;
        if (photo.isEmpty() || choice == null) {
            return false;
        }
        choice.refer(photo.get(), this::use);
        return true;
    }

    private static Optional<Path> photo(List<File> dropped) {
        return dropped.stream()
                .filter(file -> Photos.isPhoto(file.getName()))
                .map(File::toPath)
                .findFirst();
    }
}
