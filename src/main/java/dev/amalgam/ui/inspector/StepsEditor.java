package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Form;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** Steps in their order: each is added from a menu, filled in, moved and removed, and each of that is one step of undo. */
final class StepsEditor implements Editor {
    private final Setting.Steps field;
    private final Editors editors;
    private final RowValues values;
    private final VBox rows = new VBox(4);
    private final MenuButton add = new MenuButton(Texts.get("inspector.step.add"));
    private final VBox box = new VBox(4, rows, add);
    private final List<Shown> shown = new ArrayList<>();

    /** A row is of one form; a step of another form needs another row. */
    private record Shown(Form form, TableRow row, Button up, Button down) {}

    StepsEditor(Setting.Steps field, Editors editors, Host host) {
        this.field = field;
        this.editors = editors;
        this.values = new RowValues(host);
        add.setId("add-step");
        add.getStyleClass().add("chip");
        add.setMaxWidth(Double.MAX_VALUE);
        for (Form form : field.forms()) {
            MenuItem item = new MenuItem(Texts.say(form.title()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> add(form));
            add.getItems().add(item);
        }
    }

    /** A step with the standards of its form, open so that the rest can be filled in. */
    private void add(Form form) {
        SortedMap<String, Value> step = RowValues.initial(form.columns());
        step.put(Setting.Steps.FORM, new Value.Text(form.name()));
        show(values.add(step));
        if (!form.columns().isEmpty()) {
            shown.getLast().row().open();
        }
    }

    /** The keyboard goes along. */
    private void move(int step, int to) {
        show(values.swap(step, to));
        shown.get(to).row().focus();
    }

    private Optional<Form> form(int step) {
        return values.fields(step).get(Setting.Steps.FORM) instanceof Value.Text(String name)
                ? field.form(name)
                : Optional.empty();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Optional<Value> value) {
        values.show(value);
        for (int step = 0; step < values.size(); step++) {
            Form form = form(step).orElse(new Form("", "?", "", List.of()));
            if (step == shown.size()) {
                shown.add(row(step, form));
            } else if (!shown.get(step).form().equals(form)) {
                shown.set(step, row(step, form));
            }
            shown.get(step).row().show(values.fields(step));
            shown.get(step).up().setDisable(step == 0);
            shown.get(step).down().setDisable(step == values.size() - 1);
        }
        shown.subList(values.size(), shown.size()).clear();
        List<TableRow> now = shown.stream().map(Shown::row).toList();
        if (!rows.getChildren().equals(now)) {
            rows.getChildren().setAll(now);
        }
    }

    private Shown row(int step, Form form) {
        TableRow row =
                new TableRow(form.columns(), editors, column -> values.cell(step, column), () -> values.remove(step));
        row.call(Texts.say(form.title()), Texts.say(form.help()));
        Button up = row.offer("↑", Texts.get("inspector.step.up"), () -> move(step, step - 1));
        Button down = row.offer("↓", Texts.get("inspector.step.down"), () -> move(step, step + 1));
        return new Shown(form, row, up, down);
    }
}
