package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One row of a table: a line that says what is in it, and below that, once opened, a control for each column. */
final class TableRow extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final double GLYPH = 11;

    private final Map<Setting, Editor> cells = new LinkedHashMap<>();
    private final VBox fields = new VBox(4);
    private final StackPane sign = new StackPane();
    private final Label title = new Label();
    private final Label rest = new Label();
    private final HBox head;
    /** What the row is called whatever is in it; empty where a column says it. */
    private String called = "";

    TableRow(List<Setting> columns, Editors editors, Function<Setting, Editor.Host> hosts, Runnable remove) {
        getStyleClass().add("table-row");
        for (Setting column : columns) {
            Editor editor = editors.of(column, hosts.apply(column));
            cells.put(column, editor);
            fields.getChildren().add(labelled(column, editor.node()));
        }
        fields.setVisible(false);
        fields.managedProperty().bind(fields.visibleProperty());
        fields.getStyleClass().add("fields");
        head = head(remove);
        getChildren().addAll(head, fields);
    }

    /** Calls the row by words of its own and not by what is in a column. */
    void call(String words, String help) {
        called = words;
        title.setTooltip(new Tooltip(help));
    }

    /** A further button at the end of the line, before the one that removes the row. */
    Button offer(String sign, String words, Runnable task) {
        Button button = button(sign, words, task);
        head.getChildren().add(head.getChildren().size() - 1, button);
        return button;
    }

    /** Puts the keyboard on the line. */
    void focus() {
        head.requestFocus();
    }

    private static Button button(String sign, String words, Runnable task) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("flat", "remove-row");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> task.run());
        return button;
    }

    private HBox head(Runnable remove) {
        title.setMinWidth(Region.USE_PREF_SIZE);
        rest.getStyleClass().add("quiet");
        rest.setMaxWidth(Double.MAX_VALUE);
        rest.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox line = new HBox(8, sign, title, rest, button("×", Texts.get("inspector.row.remove"), remove));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("head");
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.accessibleTextProperty().bind(title.textProperty().concat(", ").concat(rest.textProperty()));
        line.setFocusTraversable(true);
        line.setOnMouseClicked(_ -> toggle());
        line.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle();
                event.consume();
            }
        });
        return line;
    }

    private static Node labelled(Setting column, Node editor) {
        Label name = new Label(Texts.say(column.title()));
        name.getStyleClass().add("quiet");
        name.setTooltip(new Tooltip(Texts.say(column.help())));
        name.minWidthProperty().bind(TextScale.length(82));
        name.prefWidthProperty().bind(TextScale.length(82));
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox line = new HBox(6, name, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void toggle() {
        fields.setVisible(!fields.isVisible());
        pseudoClassStateChanged(OPEN, fields.isVisible());
    }

    void open() {
        if (!fields.isVisible()) {
            toggle();
        }
    }

    void show(SortedMap<String, Value> row) {
        Map<Setting, String> words = new LinkedHashMap<>();
        cells.forEach((column, editor) -> {
            Optional<Value> value = Optional.ofNullable(row.get(column.name())).or(column.field()::initial);
            editor.show(value);
            words.put(column, TypedField.text(value));
        });
        Optional<Setting> main = called.isEmpty() ? Optional.of(main()) : Optional.empty();
        title.setText(main.map(column -> named(column, words.getOrDefault(column, "")))
                .orElse(called));
        Optional<Representation> meant = words.values().stream()
                .flatMap(word -> Representation.parse(word).stream())
                .findFirst();
        sign.getChildren()
                .setAll(meant.map(known -> Glyph.icon(known, GLYPH)).stream().toList());
        sign.setManaged(meant.isPresent());
        rest.setText(words.entrySet().stream()
                .filter(cell -> !Optional.of(cell.getKey()).equals(main)
                        && Representation.parse(cell.getValue()).isEmpty())
                .map(cell -> cell.getValue().strip().replaceAll("\\s*\n\\s*", " "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", ")));
        rest.setTooltip(new Tooltip(rest.getText()));
    }

    private static String named(Setting column, String name) {
        return name.isEmpty() ? Texts.say(column.title()) + "?" : name;
    }

    /** The column that names a row: the one called so, or else the first. */
    private Setting main() {
        return cells.keySet().stream()
                .filter(column -> column.name().equals("name") || column.name().equals("label"))
                .findFirst()
                .orElseGet(() -> cells.keySet().iterator().next());
    }
}
