package dev.amalgam.ui.dialogs;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Dialogs of the platform and of JavaFX, over one window and in its theme. */
public final class FxDialogs implements Dialogs {
    private final Window owner;
    private Optional<Path> lastFolder = Optional.empty();

    /** Dialogs over this window. */
    public FxDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open(FileQuestion question) {
        return remember(chooser(question).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        lastFolder.filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return remember(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> save(FileQuestion question) {
        FileChooser chooser = chooser(question);
        question.suggested()
                .filter(path -> !Files.isDirectory(path))
                .ifPresent(path -> chooser.setInitialFileName(path.getFileName().toString()));
        return remember(chooser.showSaveDialog(owner)).map(path -> withEnding(path, question.endings()));
    }

    private FileChooser chooser(FileQuestion question) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(question.title());
        if (!question.endings().isEmpty()) {
            List<String> globs =
                    question.endings().stream().map(ending -> "*." + ending).toList();
            chooser.getExtensionFilters().add(new ExtensionFilter(question.kind(), globs));
        }
        question.suggested()
                .map(path ->
                        Files.isDirectory(path) ? path : path.toAbsolutePath().getParent())
                .or(() -> lastFolder)
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> remember(@org.jspecify.annotations.Nullable File chosen) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.map(Path::getParent).ifPresent(folder -> lastFolder = Optional.of(folder));
        return path;
    }

    private static Path withEnding(Path path, List<String> endings) {
        String name = path.getFileName().toString();
        boolean fine = endings.isEmpty() || endings.stream().anyMatch(ending -> name.endsWith("." + ending));
        return fine ? path : path.resolveSibling(name + "." + endings.getFirst());
    }

    @Override
    public void unsaved(String name, Consumer<Unsaved> answer) {
        ButtonType save = new ButtonType(Texts.get("dialog.unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(Texts.get("dialog.unsaved.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(Texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, Texts.get("dialog.unsaved.help"), save, discard, cancel);
        alert.setHeaderText(Texts.get("dialog.unsaved", name));
        dress(alert, Texts.get("app"));
        alert.setOnHidden(_ -> {
            ButtonType chosen = alert.getResult();
            answer.accept(chosen == save ? Unsaved.SAVE : chosen == discard ? Unsaved.DISCARD : Unsaved.CANCEL);
        });
        // The question for the next document comes when the last one is saved: in a pulse, in which nothing may wait.
        alert.show();
    }

    @Override
    public void recover(List<Leftover> left, Consumer<Recovery> answer) {
        ButtonType recover = new ButtonType(Texts.get("dialog.recover.recover"), ButtonData.YES);
        ButtonType discard = new ButtonType(Texts.get("dialog.recover.discard"), ButtonData.NO);
        ButtonType later = new ButtonType(Texts.get("dialog.recover.later"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.getDialogPane().getButtonTypes().addAll(recover, discard, later);
        dialog.setHeaderText(Texts.get("dialog.recover"));
        dialog.getDialogPane().setContent(Leftovers.list(left));
        dress(dialog, Texts.get("app"));
        dialog.setOnHidden(_ -> {
            ButtonType chosen = dialog.getResult();
            answer.accept(chosen == recover ? Recovery.RECOVER : chosen == discard ? Recovery.DISCARD : Recovery.LATER);
        });
        dialog.show();
    }

    @Override
    public void tell(String title, String sentence, String remedy) {
        Label what = new Label(sentence);
        what.setWrapText(true);
        Label cure = new Label(remedy);
        cure.setWrapText(true);
        cure.getStyleClass().add("quiet");
        show(title, new VBox(8, what, cure));
    }

    @Override
    public void show(String title, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(Texts.get("dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.setHeaderText(title);
        dialog.getDialogPane().setContent(content);
        dress(dialog, title);
        // Nothing may wait in a pulse, in which what failed in the background is told.
        dialog.show();
    }

    private void dress(Dialog<?> dialog, String title) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(null);
        pane.setPrefWidth(460 * TextScale.factor());
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getStyleClass().add("window");
    }
}
