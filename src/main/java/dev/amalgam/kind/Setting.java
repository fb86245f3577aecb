package dev.amalgam.kind;

import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One setting of a kind.
 *
 * @param name in files, such as {@code temperature}
 * @param title for people
 * @param help one sentence for the tooltip
 * @param field what can be chosen
 * @param dial whether it only changes numbers in the lowering, which {@link Kind#dials} tells: then it can be turned without
 *     making another model
 */
public record Setting(String name, String title, String help, Field field, boolean dial) {
    /** A setting that may change what the lowering is made of. */
    public Setting(String name, String title, String help, Field field) {
        this(name, title, help, field, false);
    }

    /** The same as a setting that only changes numbers. */
    public Setting asDial() {
        return new Setting(name, title, help, field, true);
    }

    /** What can be chosen for a setting, and what holds where nobody chose. */
    public sealed interface Field {
        /** The value where nobody chose; empty where a person has to. */
        Optional<Value> initial();
    }

    /** Yes or no. */
    public record Flag(boolean standard) implements Field {
        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Flag(standard));
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public record Whole(long least, long most, long standard) implements Field {
        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Whole(standard));
        }
    }

    /** A number from {@code least} to {@code most}. */
    public record Real(double least, double most, double standard) implements Field {
        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Real(standard));
        }
    }

    /** One of several options. */
    public record Choice(List<Option> options, String standard) implements Field {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Text(standard));
        }
    }

    /** An option of a choice: its name in files and its title for people. */
    public record Option(String name, String title) {}

    /** Text of one line, or of several where {@code lines} says so. */
    public record Text(String standard, boolean lines) implements Field {
        /** One line. */
        public Text(String standard) {
            this(standard, false);
        }

        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Text(standard));
        }
    }

    /** A list of numbers; {@code length} of them, or any number where it is 0. */
    public record Numbers(int length, List<Double> standard) implements Field {
        public Numbers {
            standard = List.copyOf(standard);
        }

        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Items(
                    standard.stream().<Value>map(Value.Real::new).toList()));
        }
    }

    /**
     * A file with one of these endings (without the dot).
     *
     * @param required whether the kind does nothing without it
     * @param folders whether it may also be a folder of such files
     */
    public record File(List<String> endings, boolean required, boolean folders) implements Field {
        public File {
            endings = List.copyOf(endings);
        }

        /** One file. */
        public File(List<String> endings, boolean required) {
            this(endings, required, false);
        }

        /** Whether it takes a file of this name. */
        public boolean takes(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
        }

        @Override
        public Optional<Value> initial() {
            return Optional.empty();
        }
    }

    /** Rows of named values, one column for each setting. */
    public record Table(List<Setting> columns) implements Field {
        public Table {
            columns = List.copyOf(columns);
        }

        /** The rows without the columns that only change numbers. */
        Value.Items withoutDials(Value.Items rows) {
            return new Value.Items(rows.items().stream().map(this::withoutDials).toList());
        }

        private Value withoutDials(Value row) {
            TreeMap<String, Value> kept = new TreeMap<>(((Value.Fields) row).fields());
            columns.stream().filter(Setting::dial).map(Setting::name).forEach(kept::remove);
            return new Value.Fields(kept);
        }

        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Items(List.of()));
        }
    }

    /**
     * Steps in their order, each of one of these forms. A step is a row of named values, of which {@code step} says the form.
     */
    public record Steps(List<Form> forms) implements Field {
        /** The name of the value that says which form a step has. */
        public static final String FORM = "step";

        public Steps {
            forms = List.copyOf(forms);
        }

        /** The form of that name. */
        public Optional<Form> form(String name) {
            return forms.stream().filter(form -> form.name().equals(name)).findFirst();
        }

        @Override
        public Optional<Value> initial() {
            return Optional.of(new Value.Items(List.of()));
        }
    }

    /**
     * A form of step.
     *
     * @param name in files
     * @param title for people
     * @param help one sentence
     * @param columns what can be chosen for it
     */
    public record Form(String name, String title, String help, List<Setting> columns) {
        public Form {
            columns = List.copyOf(columns);
        }
    }
}
