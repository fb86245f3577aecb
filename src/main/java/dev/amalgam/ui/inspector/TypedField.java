package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A value that is typed: it counts at Enter or when the cursor leaves; Escape brings the old one back. */
final class TypedField implements Editor {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final Function<String, Optional<Value>> parse;
    private final String expected;
    private final Host host;
    private Optional<Value> shown = Optional.empty();

    /**
     * @param parse the value that a text means, empty where it means none
     * @param expected the sentence to say then
     */
    private TypedField(Function<String, Optional<Value>> parse, String expected, Host host) {
        this.parse = parse;
        this.expected = expected;
        this.host = host;
        field.setOnAction(_ -> commit());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                revert();
                event.consume();
            }
        });
    }

    static TypedField whole(Setting.Whole field, Host host) {
        String expected = Texts.get("problem.whole", Long.toString(field.least()), Long.toString(field.most()));
        return new TypedField(text -> whole(text, field), expected, host);
    }

    private static Optional<Value> whole(String text, Setting.Whole field) {
        try {
            long number = Long.parseLong(text.strip());
            return Optional.<Value>of(new Value.Whole(number))
                    .filter(_ -> number >= field.least() && number <= field.most());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static TypedField real(Setting.Real field, Host host) {
        String expected = Texts.get("problem.real", plain(field.least()), plain(field.most()));
        return new TypedField(
                text -> number(text)
                        .filter(number -> number >= field.least() && number <= field.most())
                        .map(Value.Real::new),
                expected,
                host);
    }

    static TypedField text(Host host) {
        return new TypedField(text -> Optional.of(new Value.Text(text)), "", host);
    }

    static TypedField numbers(Setting.Numbers field, Host host) {
        String expected =
                field.length() > 0 ? Texts.get("problem.numbers", field.length()) : Texts.get("problem.numbers.any");
        return new TypedField(text -> numbers(text, field.length()), expected, host);
    }

    private static Optional<Value> numbers(String text, int length) {
        List<Value> values = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.strip().split("\\s*[,;\\s]\\s*")) {
            Optional<Double> number = number(part);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            values.add(new Value.Real(number.get()));
        }
        return length == 0 || values.size() == length ? Optional.of(new Value.Items(values)) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void commit() {
        if (field.getText().equals(text(shown))) {
            wrong("");
            return;
        }
        Optional<Value> value = parse.apply(field.getText());
        wrong(value.isEmpty() ? expected : "");
        value.ifPresent(host::commit);
    }

    private void revert() {
        field.setText(text(shown));
        wrong("");
    }

    private void wrong(String sentence) {
        field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        host.complain(sentence);
    }

    @Override
    public Node node() {
        return field;
    }

    @Override
    public void show(Optional<Value> value) {
        if (!value.equals(shown) || !field.isFocused()) {
            shown = value;
            revert();
        }
    }

    /** A value as it is typed. */
    static String text(Optional<Value> value) {
        return value.map(TypedField::text).orElse("");
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Flag(boolean on) -> Boolean.toString(on);
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> plain(number);
            case Value.Text(String text) -> text;
            case Value.FileRef file -> file.path();
            case Value.Items(List<Value> items) ->
                items.stream().map(TypedField::text).collect(Collectors.joining(", "));
            case Value.Fields(var fields) -> fields.toString();
        };
    }

    /** All digits that matter, and no {@code .0}. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
