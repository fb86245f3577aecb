package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Rows of named values. Each change of a cell, and each row added or removed, is a change of the whole setting. */
final class TableEditor implements Editor {
    private final Setting.Table field;
    private final Editors editors;
    private final Host host;
    private final VBox rows = new VBox(4);
    private final VBox box;
    private final List<TableRow> shown = new ArrayList<>();
    private List<Value> values = List.of();

    TableEditor(Setting.Table field, Editors editors, Host host) {
        this.field = field;
        this.editors = editors;
        this.host = host;
        Button add = new Button(Texts.get("inspector.row.add"));
        add.getStyleClass().add("add-row");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> add());
        box = new VBox(4, rows, add);
    }

    /** A row with the columns' standards, open so that the rest can be filled in; columns without a standard stay empty. */
    private void add() {
        SortedMap<String, Value> row = new TreeMap<>();
        for (Setting column : field.columns()) {
            column.field().initial().ifPresent(value -> row.put(column.name(), value));
        }
        List<Value> more = new ArrayList<>(values);
        more.add(new Value.Fields(row));
        commit(more);
        show(Optional.of(new Value.Items(more)));
        shown.getLast().open();
    }

    private void commit(List<Value> changed) {
        host.commit(new Value.Items(changed));
    }

    private void set(int row, Setting column, Value value, boolean goesOn) {
        SortedMap<String, Value> fields = new TreeMap<>(fields(row));
        fields.put(column.name(), value);
        List<Value> changed = new ArrayList<>(values);
        changed.set(row, new Value.Fields(fields));
        host.turn(new Value.Items(changed), goesOn);
    }

    private void remove(int row) {
        List<Value> fewer = new ArrayList<>(values);
        fewer.remove(row);
        commit(fewer);
    }

    private SortedMap<String, Value> fields(int row) {
        return values.get(row) instanceof Value.Fields(SortedMap<String, Value> fields) ? fields : new TreeMap<>();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        values = value.orElse(null) instanceof Value.Items(List<Value> items) ? items : List.of();
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
            shown.get(row).show(fields(row));
        }
    }

    private TableRow row(int row) {
        return new TableRow(field.columns(), editors, column -> cell(row, column), () -> remove(row));
    }

    private Host cell(int row, Setting column) {
        return new Host() {
            @Override
            public void commit(Value value) {
                set(row, column, value, false);
            }

            @Override
            public void turn(Value value, boolean goesOn) {
                set(row, column, value, goesOn);
            }

            @Override
            public void complain(String sentence) {
                host.complain(sentence);
            }
        };
    }
}
