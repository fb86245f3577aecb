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
        getChildren().addAll(head(remove), fields);
    }

    private HBox head(Runnable remove) {
        title.setMinWidth(Region.USE_PREF_SIZE);
        rest.getStyleClass().add("quiet");
        rest.setMaxWidth(Double.MAX_VALUE);
        rest.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(rest, Priority.ALWAYS);
        Button gone = new Button("×");
        gone.getStyleClass().addAll("flat", "remove-row");
        gone.setTooltip(new Tooltip(Texts.get("inspector.row.remove")));
        gone.setAccessibleText(Texts.get("inspector.row.remove"));
        gone.setOnAction(_ -> remove.run());
        HBox head = new HBox(8, sign, title, rest, gone);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        head.setAccessibleRole(AccessibleRole.BUTTON);
        head.accessibleTextProperty().bind(title.textProperty().concat(", ").concat(rest.textProperty()));
        head.setFocusTraversable(true);
        head.setOnMouseClicked(_ -> toggle());
        head.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                toggle();
                event.consume();
            }
        });
        return head;
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
        Setting main = main();
        String name = words.getOrDefault(main, "");
        title.setText(name.isEmpty() ? Texts.say(main.title()) + "?" : name);
        Optional<Representation> meant = words.values().stream()
                .flatMap(word -> Representation.parse(word).stream())
                .findFirst();
        sign.getChildren()
                .setAll(meant.map(known -> Glyph.icon(known, GLYPH)).stream().toList());
        sign.setManaged(meant.isPresent());
        rest.setText(words.entrySet().stream()
                .filter(cell -> cell.getKey() != main
                        && Representation.parse(cell.getValue()).isEmpty())
                .map(Map.Entry::getValue)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", ")));
        rest.setTooltip(new Tooltip(rest.getText()));
    }

    /** The column that names a row: the one called so, or else the first. */
    private Setting main() {
        return cells.keySet().stream()
                .filter(column -> column.name().equals("name") || column.name().equals("label"))
                .findFirst()
                .orElseGet(() -> cells.keySet().iterator().next());
    }
}
