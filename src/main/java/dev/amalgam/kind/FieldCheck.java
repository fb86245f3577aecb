package dev.amalgam.kind;

import dev.amalgam.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether a value is one that a setting allows; a whole number is also good where any number is. */
final class FieldCheck {
    private final String setting;
    private final String place;

    private FieldCheck(String setting, String place) {
        this.setting = setting;
        this.place = place;
    }

    /** The value, with whole numbers made real where the field says so and with the defaults of rows filled in. */
    static Value check(Setting setting, Value value) throws KindException {
        return new FieldCheck(setting.name(), "").check(setting.field(), value);
    }

    private Value check(Setting.Field field, Value value) throws KindException {
        return switch (field) {
            case Setting.Flag _ when value instanceof Value.Flag -> value;
            case Setting.Whole whole -> whole(whole, value);
            case Setting.Real real -> real(real, value);
            case Setting.Choice choice -> choice(choice, value);
            case Setting.Text _ when value instanceof Value.Text -> value;
            case Setting.Numbers numbers -> numbers(numbers, value);
            case Setting.File takes
            when value instanceof Value.FileRef file && (takes.folders() || !file.isFolder()) -> value;
            case Setting.Table table -> table(table, value);
            case Setting.Steps steps -> steps(steps, value);
            case Setting.Flag _ -> throw wrong(value, "yes or no");
            case Setting.Text _ -> throw wrong(value, "text");
            case Setting.File _ -> throw wrong(value, "a file");
        };
    }

    private Value whole(Setting.Whole field, Value value) throws KindException {
        if (value instanceof Value.Whole(long number) && number >= field.least() && number <= field.most()) {
            return value;
        }
        throw wrong(value, "a whole number from " + field.least() + " to " + field.most());
    }

    private Value real(Setting.Real field, Value value) throws KindException {
        Value.Real number = number(value);
        if (number.number() >= field.least() && number.number() <= field.most()) {
            return number;
        }
        throw wrong(value, "a number from " + field.least() + " to " + field.most());
    }

    private Value.Real number(Value value) throws KindException {
        return switch (value) {
            case Value.Real real -> real;
            case Value.Whole(long number) -> new Value.Real(number);
            default -> throw wrong(value, "a number");
        };
    }

    private Value choice(Setting.Choice field, Value value) throws KindException {
        List<String> names = field.options().stream().map(Setting.Option::name).toList();
        if (value instanceof Value.Text(String text) && names.contains(text)) {
            return value;
        }
        throw wrong(value, "one of " + String.join(", ", names));
    }

    private Value numbers(Setting.Numbers field, Value value) throws KindException {
        if (!(value instanceof Value.Items(List<Value> items))
                || (field.length() > 0 && items.size() != field.length())) {
            throw wrong(value, "a list of " + (field.length() > 0 ? field.length() + " " : "") + "numbers");
        }
        List<Value> numbers = new ArrayList<>();
        for (Value item : items) {
            numbers.add(number(item));
        }
        return new Value.Items(numbers);
    }

    private Value table(Setting.Table field, Value value) throws KindException {
        if (!(value instanceof Value.Items(List<Value> rows))) {
            throw wrong(value, "a list of rows");
        }
        List<Value> checked = new ArrayList<>();
        for (Value row : rows) {
            checked.add(new FieldCheck(setting, "in row " + (checked.size() + 1) + " ").row(field.columns(), row));
        }
        return new Value.Items(checked);
    }

    private Value steps(Setting.Steps field, Value value) throws KindException {
        if (!(value instanceof Value.Items(List<Value> steps))) {
            throw wrong(value, "a list of steps");
        }
        List<Value> checked = new ArrayList<>();
        for (Value step : steps) {
            checked.add(new FieldCheck(setting, "in step " + (checked.size() + 1) + " ").step(field, step));
        }
        return new Value.Items(checked);
    }

    private Value step(Setting.Steps field, Value step) throws KindException {
        Optional<Value> name = step instanceof Value.Fields(var given)
                ? Optional.ofNullable(given.get(Setting.Steps.FORM))
                : Optional.empty();
        Optional<Setting.Form> form =
                name.orElse(null) instanceof Value.Text(String text) ? field.form(text) : Optional.empty();
        if (form.isEmpty()) {
            List<String> names = field.forms().stream().map(Setting.Form::name).toList();
            throw wrong(name.orElse(step), "one of " + String.join(", ", names));
        }
        List<Setting> columns = new ArrayList<>(form.get().columns());
        columns.add(new Setting(Setting.Steps.FORM, "", "", new Setting.Text("")));
        return row(columns, step);
    }

    private Value row(List<Setting> columns, Value row) throws KindException {
        if (!(row instanceof Value.Fields(var given))) {
            throw wrong(row, "a row of named values");
        }
        Set<String> unknown = new TreeSet<>(given.keySet());
        SortedMap<String, Value> checked = new TreeMap<>();
        for (Setting column : columns) {
            unknown.remove(column.name());
            Value value = given.get(column.name());
            if (value != null) {
                FieldCheck cell = new FieldCheck(setting, place + "'" + column.name() + "' is wrong: ");
                checked.put(column.name(), cell.check(column.field(), value));
            } else {
                column.field().initial().ifPresent(initial -> checked.put(column.name(), initial));
            }
        }
        if (!unknown.isEmpty()) {
            throw wrong(row, "a row without '" + unknown.iterator().next() + "'");
        }
        return new Value.Fields(checked);
    }

    private KindException wrong(Value value, String expected) {
        return KindException.setting(
                setting, place + shown(value) + " is not " + expected, "Choose " + expected + " in the inspector");
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Flag(boolean on) -> on ? "yes" : "no";
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Text(String text) -> "'" + text + "'";
            case Value.FileRef file -> "the file " + file.path();
            case Value.Items(List<Value> items) -> "a list of " + items.size();
            case Value.Fields(var fields) -> "a row of " + fields.keySet();
        };
    }
}
