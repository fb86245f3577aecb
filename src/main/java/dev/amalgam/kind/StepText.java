package dev.amalgam.kind;

import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Steps as people type them: the form, then {@code name=value} for each of its settings, as in {@code cut to=logits from=image}.
 * A value with spaces stands in quotation marks; what is said twice is a list.
 */
public final class StepText {
    private static final Pattern WORD = Pattern.compile("\\s*(?:([^\\s=\"]+)=)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))");

    private StepText() {}

    /**
     * The step that a text says.
     *
     * @throws KindException where it says none of these forms, or a setting that its form does not have
     */
    public static Value.Fields parse(String text, Setting setting) throws KindException {
        if (!(setting.field() instanceof Setting.Steps steps)) {
            throw new IllegalArgumentException("the setting " + setting.name() + " is none of steps");
        }
        TreeMap<String, Value> values = new TreeMap<>();
        Optional<Setting.Form> form = Optional.empty();
        Matcher word = WORD.matcher(text.strip());
        while (word.lookingAt() && word.end() > word.start()) {
            String value = word.group(2) == null ? word.group(3) : word.group(2).replaceAll("\\\\(.)", "$1");
            if (form.isEmpty()) {
                form = Optional.of(form(steps, value));
                values.put(Setting.Steps.FORM, new Value.Text(value));
            } else {
                put(values, column(form.get(), word.group(1), value), value);
            }
            word.region(word.end(), word.regionEnd());
        }
        if (form.isEmpty()) {
            throw new KindException("bad-step", setting.name(), "A step is empty", "Begin with one of " + names(steps));
        }
        return new Value.Fields(values);
    }

    private static Setting.Form form(Setting.Steps steps, String name) throws KindException {
        return steps.form(name)
                .orElseThrow(() -> new KindException(
                        "bad-step", "recipe", "There is no step named '" + name + "'", "Use one of " + names(steps)));
    }

    private static String names(Setting.Steps steps) {
        return String.join(", ", steps.forms().stream().map(Setting.Form::name).toList());
    }

    private static Setting column(Setting.Form form, @Nullable String name, String value) throws KindException {
        List<String> names = form.columns().stream().map(Setting::name).toList();
        return form.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new KindException(
                        "bad-step",
                        "recipe",
                        "The step " + form.name() + " has no '" + (name == null ? value : name) + "'",
                        names.isEmpty()
                                ? "Write " + form.name() + " alone"
                                : "Write name=value with one of " + String.join(", ", names)));
    }

    private static void put(Map<String, Value> values, Setting column, String text) throws KindException {
        Value value = switch (column.field()) {
            case Setting.Whole _ -> whole(column, text);
            case Setting.File _ ->
                Value.FileRef.unseen(Path.of(text).toAbsolutePath().normalize().toString());
            default -> new Value.Text(text);
        };
        if (values.get(column.name()) instanceof Value.Text(String before)) {
            value = new Value.Text(before + "\n" + text);
        }
        values.put(column.name(), value);
    }

    private static Value whole(Setting column, String text) throws KindException {
        try {
            return new Value.Whole(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new KindException(
                    "bad-step",
                    "recipe",
                    "'" + text + "' is no " + column.name(),
                    "Write " + column.name() + "= and a whole number");
        }
    }

    /** The text that says a step. */
    public static String print(Value.Fields step) {
        List<String> words = new ArrayList<>();
        step.fields().forEach((name, value) -> {
            switch (value) {
                case Value.Text(String text) when name.equals(Setting.Steps.FORM) -> words.addFirst(text);
                case Value.Text(String text) -> text.lines().forEach(line -> words.add(name + "=" + quoted(line)));
                case Value.Whole(long number) -> words.add(name + "=" + number);
                case Value.FileRef file -> words.add(name + "=" + quoted(file.path()));
                default -> throw new IllegalArgumentException("a step has no " + value);
            }
        });
        return String.join(" ", words);
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
