package dev.amalgam.ui.values;

import dev.amalgam.project.Npy;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.SafeFile;
import dev.amalgam.project.TensorText;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The menu that takes values out of the program: to the clipboard, or into a file. Text is made off the UI thread. */
final class ValueCopy extends MenuButton {
    private static final String NPY = "npy";
    private static final String CSV = "csv";
    private static final String JSON = "json";

    private final ValuesHost host;
    private final Supplier<Optional<Tensor>> wanted;
    private String name = "values";

    /** @param wanted what to take: what is selected, or else everything */
    ValueCopy(ValuesHost host, Supplier<Optional<Tensor>> wanted) {
        super(Texts.get("values.copy"));
        this.host = host;
        this.wanted = wanted;
        getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
        getItems()
                .addAll(
                        item("values.copy.csv", () -> text(TensorText::csv)),
                        item("values.copy.json", () -> text(TensorText::json)),
                        item("values.copy.npy", this::npy),
                        new SeparatorMenuItem(),
                        item("values.save", this::save));
    }

    private static MenuItem item(String text, Runnable task) {
        MenuItem item = new MenuItem(Texts.get(text));
        item.setOnAction(_ -> task.run());
        return item;
    }

    /** What files are called that a person did not name. */
    void name(String output) {
        name = output.replace('.', '-');
    }

    /** Puts what is wanted on the clipboard as lines with commas. */
    void copyText() {
        text(TensorText::csv);
    }

    private interface Form {
        String of(Tensor tensor);
    }

    private void text(Form form) {
        wanted.get()
                .ifPresent(tensor -> UiThread.compute(
                        this,
                        () -> form.of(tensor),
                        text -> put(Map.of(DataFormat.PLAIN_TEXT, text), tensor),
                        host::failed));
    }

    private void put(Map<DataFormat, Object> content, Tensor tensor) {
        Clipboard.getSystemClipboard().setContent(content);
        host.say(Texts.get("values.copied", tensor.type()));
    }

    /** Programs take a file from the clipboard as one that was copied in a folder. */
    private void npy() {
        wanted.get()
                .ifPresent(tensor -> UiThread.compute(
                        this,
                        () -> temporary(tensor),
                        file -> put(Map.of(DataFormat.FILES, List.of(file.toFile())), tensor),
                        host::failed));
    }

    private Path temporary(Tensor tensor) throws IOException, ProjectException {
        Path folder = Files.createTempDirectory("amalgam-values");
        Path file = folder.resolve(name + "." + NPY);
        Npy.write(file, tensor);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private void save() {
        FileQuestion question = new FileQuestion(
                Texts.get("values.save.title"),
                Texts.get("values.save.kind"),
                List.of(NPY, CSV, JSON),
                Optional.of(Path.of(name + "." + NPY)));
        wanted.get()
                .ifPresent(tensor -> host.save(question)
                        .ifPresent(file -> UiThread.compute(
                                this,
                                () -> write(file, tensor),
                                written -> host.say(Texts.get("values.saved", written.getFileName())),
                                host::failed)));
    }

    /** As the ending of its name says. */
    static Path write(Path file, Tensor tensor) throws ProjectException {
        String ending = file.toString().toLowerCase(Locale.ROOT);
        if (ending.endsWith("." + CSV)) {
            SafeFile.write(file, TensorText.csv(tensor).getBytes(StandardCharsets.UTF_8));
        } else if (ending.endsWith("." + JSON)) {
            SafeFile.write(file, TensorText.json(tensor).getBytes(StandardCharsets.UTF_8));
        } else {
            Npy.write(file, tensor);
        }
        return file;
    }
}
