package dev.amalgam.kind;

import dev.amalgam.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Whether a value is one that a setting allows; a whole number is also good where any number is. */
final class FieldCheck {
    private FieldCheck() {}

    static Value check(Setting setting, Value value) throws KindException {
        return switch (setting.field()) {
            case Setting.Flag _ when value instanceof Value.Flag -> value;
            case Setting.Whole whole -> whole(setting, whole, value);
            case Setting.Real real -> real(setting, real, value);
            case Setting.Choice choice -> choice(setting, choice, value);
            case Setting.Text _ when value instanceof Value.Text -> value;
            case Setting.Numbers numbers -> numbers(setting, numbers, value);
            case Setting.File _ when value instanceof Value.FileRef -> value;
            case Setting.Table table -> table(setting, table, value);
            case Setting.Flag _ -> throw wrong(setting, value, "yes or no");
            case Setting.Text _ -> throw wrong(setting, value, "text");
            case Setting.File _ -> throw wrong(setting, value, "a file");
        };
    }

    private static Value whole(Setting setting, Setting.Whole field, Value value) throws KindException {
        if (value instanceof Value.Whole(long number) && number >= field.least() && number <= field.most()) {
            return value;
        }
        throw wrong(setting, value, "a whole number from " + field.least() + " to " + field.most());
    }

    private static Value real(Setting setting, Setting.Real field, Value value) throws KindException {
        Value.Real number = number(setting, value);
        if (number.number() >= field.least() && number.number() <= field.most()) {
            return number;
        }
        throw wrong(setting, value, "a number from " + field.least() + " to " + field.most());
    }

    private static Value.Real number(Setting setting, Value value) throws KindException {
        return switch (value) {
            case Value.Real real -> real;
            case Value.Whole(long number) -> new Value.Real(number);
            default -> throw wrong(setting, value, "a number");
        };
    }

    private static Value choice(Setting setting, Setting.Choice field, Value value) throws KindException {
        List<String> names = field.options().stream().map(Setting.Option::name).toList();
        if (value instanceof Value.Text(String text) && names.contains(text)) {
            return value;
        }
        throw wrong(setting, value, "one of " + String.join(", ", names));
    }

    private static Value numbers(Setting setting, Setting.Numbers field, Value value) throws KindException {
        if (!(value instanceof Value.Items(List<Value> items))
                || (field.length() > 0 && items.size() != field.length())) {
            throw wrong(setting, value, "a list of " + (field.length() > 0 ? field.length() + " " : "") + "numbers");
        }
        List<Value> numbers = new ArrayList<>();
        for (Value item : items) {
            numbers.add(number(setting, item));
        }
        return new Value.Items(numbers);
    }

    private static Value table(Setting setting, Setting.Table field, Value value) throws KindException {
        if (!(value instanceof Value.Items(List<Value> rows))) {
            throw wrong(setting, value, "a list of rows");
        }
        List<Value> checked = new ArrayList<>();
        for (Value row : rows) {
            checked.add(row(setting, field, row));
        }
        return new Value.Items(checked);
    }

    private static Value row(Setting setting, Setting.Table field, Value row) throws KindException {
        if (!(row instanceof Value.Fields(var given))) {
            throw wrong(setting, row, "a row of named values");
        }
        var checked = new TreeMap<String, Value>();
        for (var cell : given.entrySet()) {
            Setting column = field.columns().stream()
                    .filter(candidate -> candidate.name().equals(cell.getKey()))
                    .findFirst()
                    .orElseThrow(() -> wrong(setting, row, "a row without '" + cell.getKey() + "'"));
            checked.put(cell.getKey(), check(column, cell.getValue()));
        }
        return new Value.Fields(checked);
    }

    private static KindException wrong(Setting setting, Value value, String expected) {
        return KindException.setting(
                setting.name(), shown(value) + " is not " + expected, "Choose " + expected + " in the inspector");
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
