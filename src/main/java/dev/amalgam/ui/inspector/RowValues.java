package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.inspector.Editor.Host;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of named values. Each change of a cell, and each row added, moved or removed, is a change of the whole setting. */
final class RowValues {
    private final Host host;
    private List<Value> rows = List.of();

    RowValues(Host host) {
        this.host = host;
    }

    /** The columns' standards; columns without one stay empty. */
    static SortedMap<String, Value> initial(List<Setting> columns) {
        SortedMap<String, Value> row = new TreeMap<>();
        for (Setting column : columns) {
            column.field().initial().ifPresent(value -> row.put(column.name(), value));
        }
        return row;
    }

    /** Takes the value of the setting over and tells nobody. */
    void show(Optional<Value> value) {
        rows = value.orElse(null) instanceof Value.Items(List<Value> items) ? items : List.of();
    }

    int size() {
        return rows.size();
    }

    SortedMap<String, Value> fields(int row) {
        return rows.get(row) instanceof Value.Fields(SortedMap<String, Value> fields) ? fields : new TreeMap<>();
    }

    /** Adds a row at the end. @return the setting as it is to be shown now */
    Optional<Value> add(SortedMap<String, Value> row) {
        List<Value> more = new ArrayList<>(rows);
        more.add(new Value.Fields(row));
        return commit(more);
    }

    void remove(int row) {
        List<Value> fewer = new ArrayList<>(rows);
        fewer.remove(row);
        commit(fewer);
    }

    /** Two rows change places. @return the setting as it is to be shown now */
    Optional<Value> swap(int row, int other) {
        List<Value> moved = new ArrayList<>(rows);
        Collections.swap(moved, row, other);
        return commit(moved);
    }

    private Optional<Value> commit(List<Value> changed) {
        Value items = new Value.Items(changed);
        host.commit(items);
        return Optional.of(items);
    }

    /** Where the editor of a cell takes what was chosen. */
    Host cell(int row, Setting column) {
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

    private void set(int row, Setting column, Value value, boolean goesOn) {
        SortedMap<String, Value> fields = new TreeMap<>(fields(row));
        fields.put(column.name(), value);
        List<Value> changed = new ArrayList<>(rows);
        changed.set(row, new Value.Fields(fields));
        host.turn(new Value.Items(changed), goesOn);
    }
}
