package dev.amalgam.kind;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of one node, checked against the schema and with the defaults filled in. */
public final class Chosen {
    private final Map<String, Value> values;

    private Chosen(Map<String, Value> values) {
        this.values = values;
    }

    static Chosen of(Schema schema, Settings settings) throws KindException {
        for (String name : settings.values().keySet()) {
            if (schema.setting(name).isEmpty()) {
                throw KindException.setting(name, "there is no setting of this name", "Remove it");
            }
        }
        Map<String, Value> values = new TreeMap<>();
        for (Setting setting : schema.settings()) {
            Optional<Value> given = settings.get(setting.name());
            if (given.isPresent()) {
                values.put(setting.name(), FieldCheck.check(setting, given.get()));
            } else {
                setting.field().initial().ifPresent(initial -> values.put(setting.name(), initial));
            }
        }
        return new Chosen(values);
    }

    /** All values, defaults included, in the order of their names. */
    public Map<String, Value> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return ((Value.Flag) value(name)).on();
    }

    /** A whole number. */
    public long whole(String name) {
        return ((Value.Whole) value(name)).number();
    }

    /** A number. */
    public double real(String name) {
        return ((Value.Real) value(name)).number();
    }

    /** Text, or the name of the chosen option. */
    public String text(String name) {
        return ((Value.Text) value(name)).text();
    }

    /** A list of numbers. */
    public double[] numbers(String name) {
        return ((Value.Items) value(name))
                .items().stream()
                        .mapToDouble(item -> ((Value.Real) item).number())
                        .toArray();
    }

    /** The rows of a table; each has the table's columns, with their defaults filled in. */
    public List<Chosen> rows(Setting table) {
        return ((Value.Items) value(table.name()))
                .items().stream()
                        .map(row -> new Chosen(((Value.Fields) row).fields()))
                        .toList();
    }

    /** The file, where one was chosen. */
    public Optional<Value.FileRef> file(String name) {
        return Optional.ofNullable(values.get(name)).map(Value.FileRef.class::cast);
    }

    /** The file. @throws KindException where none was chosen */
    public Value.FileRef requiredFile(String name) throws KindException {
        return file(name)
                .orElseThrow(() -> KindException.setting(name, "no file is chosen", "Choose a file in the inspector"));
    }

    private Value value(String name) {
        Value value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the schema has no setting with a value named " + name);
        }
        return value;
    }
}
