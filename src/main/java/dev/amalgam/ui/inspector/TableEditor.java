package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Rows of named values, all of the same columns. */
final class TableEditor implements Editor {
    private final Setting.Table field;
    private final Editors editors;
    private final VBox rows = new VBox(4);
    private final VBox box;
    private final RowValues values;
    private final List<TableRow> shown = new ArrayList<>();

    TableEditor(Setting.Table field, Editors editors, Host host) {
        this.field = field;
        this.editors = editors;
        this.values = new RowValues(host);
        Button add = new Button(Texts.get("inspector.row.add"));
        add.getStyleClass().add("add-row");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> add());
        box = new VBox(4, rows, add);
    }

    /** A row with the columns' standards, open so that the rest can be filled in; columns without a standard stay empty. */
    private void add() {
        show(values.add(RowValues.initial(field.columns())));
        shown.getLast().open();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        values.show(value);
        while (shown.size() > values.size()) {
            shown.removeLast();
            rows.getChildren().removeLast();
        }
        while (shown.size() < values.size()) {
            TableRow row = row(shown.size());
            shown.add(row);
            rows.getChildren().add(row);
        }
        for (int row = 0; row < values.size(); row++) {
            shown.get(row).show(values.fields(row));
        }
    }

    private TableRow row(int row) {
        return new TableRow(field.columns(), editors, column -> values.cell(row, column), () -> values.remove(row));
    }
}
