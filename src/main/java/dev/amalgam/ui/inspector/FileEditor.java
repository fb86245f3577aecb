package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A file: its path, a button to choose another, and a place to drop one. */
final class FileEditor implements Editor {
    private final Setting.File field;
    private final FileChoice files;
    private final Host host;
    private final Label path = new Label();
    private final HBox row;

    FileEditor(Setting.File field, FileChoice files, Host host) {
        this.field = field;
        this.files = files;
        this.host = host;
        path.setMaxWidth(Double.MAX_VALUE);
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = new Button(Texts.get("inspector.file.choose"));
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(_ -> files.choose(field.endings(), host::commit));
        row = new HBox(8, path, choose);
        if (field.folders()) {
            Button folder = new Button(Texts.get("inspector.file.folder"));
            folder.setMinWidth(Button.USE_PREF_SIZE);
            folder.setOnAction(_ -> files.chooseFolder(host::commit));
            row.getChildren().add(folder);
        }
        row.getStyleClass().add("file-field");
        row.setOnDragOver(this::dragOver);
        row.setOnDragDropped(this::dropped);
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Path file = event.getDragboard().getFiles().getFirst().toPath();
        boolean fits = fits(file);
        host.complain(fits ? "" : Texts.get("problem.file", String.join(", ", field.endings())));
        if (fits) {
            files.refer(file, host::commit);
        }
        event.setDropCompleted(fits);
        event.consume();
    }

    private boolean fits(Path file) {
        return Files.isDirectory(file)
                ? field.folders()
                : field.endings().isEmpty() || field.takes(file.getFileName().toString());
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Optional<Value> value) {
        Optional<FileRef> file = value.map(FileRef.class::cast);
        path.setText(file.map(FileRef::path).orElse(Texts.get("inspector.file.none")));
        path.setTooltip(file.map(known -> new Tooltip(known.path())).orElse(null));
        path.getStyleClass().remove("quiet");
        if (file.isEmpty()) {
            path.getStyleClass().add("quiet");
        }
    }
}
