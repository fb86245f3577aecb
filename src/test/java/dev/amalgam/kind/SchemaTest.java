package dev.amalgam.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final Setting ROWS = setting(
            "rows",
            new Setting.Table(List.of(
                    setting("label", new Setting.Text("")),
                    setting("threshold", new Setting.Real(0, 1, 0.5)),
                    setting("icon", new Setting.File(List.of("png"), false)))));
    private static final Schema SCHEMA = Schema.of(
            setting("flag", new Setting.Flag(true)),
            setting("whole", new Setting.Whole(1, 10, 5)),
            setting("real", new Setting.Real(-1, 1, 0.5)),
            setting(
                    "choice",
                    new Setting.Choice(
                            List.of(new Setting.Option("rgb", "RGB"), new Setting.Option("bgr", "BGR")), "rgb")),
            setting("text", new Setting.Text("none")),
            setting("numbers", new Setting.Numbers(3, List.of(1.0, 2.0, 3.0))),
            setting("any", new Setting.Numbers(0, List.of())),
            setting("file", new Setting.File(List.of("onnx"), true)),
            ROWS);

    private static Setting setting(String name, Setting.Field field) {
        return new Setting(name, name, "For a test.", field);
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value items(Value... items) {
        return new Value.Items(List.of(items));
    }

    private static Value row(Map<String, Value> cells) {
        return new Value.Fields(new TreeMap<>(cells));
    }

    private static Chosen choose(String name, Value value) throws KindException {
        return SCHEMA.choose(Settings.NONE.with(name, value));
    }

    @Test
    void whereNobodyChoseTheDefaultsHold() throws KindException {
        Chosen chosen = SCHEMA.choose(Settings.NONE);
        assertThat(chosen.flag("flag")).isTrue();
        assertThat(chosen.whole("whole")).isEqualTo(5);
        assertThat(chosen.real("real")).isEqualTo(0.5);
        assertThat(chosen.text("choice")).isEqualTo("rgb");
        assertThat(chosen.text("text")).isEqualTo("none");
        assertThat(chosen.numbers("numbers")).containsExactly(1, 2, 3);
        assertThat(chosen.numbers("any")).isEmpty();
        assertThat(chosen.file("file")).isEmpty();
        assertThat(chosen.rows(ROWS)).isEmpty();
        assertThat(chosen.values()).doesNotContainKey("file").hasSize(8);
    }

    @Test
    void whatWasChosenHolds() throws KindException {
        assertThat(choose("flag", new Value.Flag(false)).flag("flag")).isFalse();
        assertThat(choose("whole", new Value.Whole(10)).whole("whole")).isEqualTo(10);
        assertThat(choose("real", new Value.Real(-1)).real("real")).isEqualTo(-1);
        assertThat(choose("choice", text("bgr")).text("choice")).isEqualTo("bgr");
        assertThat(choose("text", text("")).text("text")).isEmpty();
        assertThat(choose("any", items(new Value.Real(0.25), new Value.Whole(7)))
                        .numbers("any"))
                .containsExactly(0.25, 7);
        Value.FileRef file = Value.FileRef.unseen("m.onnx");
        assertThat(choose("file", file).requiredFile("file")).isEqualTo(file);
    }

    @Test
    void aWholeNumberIsGoodWhereAnyNumberIsAndIsTheSame() throws KindException {
        assertThat(choose("real", new Value.Whole(1)).values())
                .isEqualTo(choose("real", new Value.Real(1)).values());
    }

    @Test
    void rowsGetTheirDefaultsToo() throws KindException {
        Value cat = row(Map.of("label", text("cat")));
        Chosen chosen = choose("rows", items(cat, row(Map.of("threshold", new Value.Whole(1)))));
        List<Chosen> rows = chosen.rows(ROWS);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text("label")).isEqualTo("cat");
        assertThat(rows.get(0).real("threshold")).isEqualTo(0.5);
        assertThat(rows.get(0).file("icon")).isEmpty();
        assertThat(rows.get(1).text("label")).isEmpty();
        assertThat(rows.get(1).real("threshold")).isEqualTo(1);
        Value said = row(Map.of("label", text("cat"), "threshold", new Value.Real(0.5)));
        assertThat(choose("rows", items(said)).values())
                .isEqualTo(choose("rows", items(cat)).values());
    }

    static Stream<Arguments> wrong() {
        Value row = row(Map.of("threshold", new Value.Real(2)));
        return Stream.of(
                Arguments.of("flag", text("yes"), "'yes' is not yes or no"),
                Arguments.of("whole", new Value.Whole(11), "11 is not a whole number from 1 to 10"),
                Arguments.of("whole", new Value.Real(2), "2.0 is not a whole number from 1 to 10"),
                Arguments.of("real", new Value.Real(-1.5), "-1.5 is not a number from -1.0 to 1.0"),
                Arguments.of("real", new Value.Flag(true), "yes is not a number"),
                Arguments.of("choice", text("hsv"), "'hsv' is not one of rgb, bgr"),
                Arguments.of("choice", new Value.Flag(false), "no is not one of rgb, bgr"),
                Arguments.of("text", new Value.Whole(1), "1 is not text"),
                Arguments.of("numbers", items(new Value.Whole(1)), "a list of 1 is not a list of 3 numbers"),
                Arguments.of("numbers", text("1,2,3"), "'1,2,3' is not a list of 3 numbers"),
                Arguments.of("any", text("1"), "'1' is not a list of numbers"),
                Arguments.of("any", items(text("x")), "'x' is not a number"),
                Arguments.of("file", text("m.onnx"), "'m.onnx' is not a file"),
                Arguments.of("text", Value.FileRef.unseen("m.onnx"), "the file m.onnx is not text"),
                Arguments.of("rows", text("x"), "'x' is not a list of rows"),
                Arguments.of("rows", items(text("x")), "in row 1 'x' is not a row of named values"),
                Arguments.of(
                        "rows",
                        items(row(Map.of()), row),
                        "in row 2 'threshold' is wrong: 2.0 is not a number from 0.0 to 1.0"),
                Arguments.of(
                        "rows",
                        items(row(Map.of("size", new Value.Whole(1)))),
                        "in row 1 a row of [size] is not a row without 'size'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongValueIsToldWithWhatWouldBeRight(String name, Value value, String why) {
        assertThatExceptionOfType(KindException.class)
                .isThrownBy(() -> choose(name, value))
                .withMessage("The setting '" + name + "' cannot be used: " + why)
                .satisfies(e -> assertThat(e.code()).isEqualTo("bad-setting"))
                .satisfies(e -> assertThat(e.setting()).isEqualTo(name))
                .satisfies(e -> assertThat(e.remedy()).startsWith("Choose "));
    }

    @Test
    void aSettingThatIsNotThereIsRefused() {
        assertThatExceptionOfType(KindException.class)
                .isThrownBy(() -> choose("colour", text("red")))
                .withMessage("The setting 'colour' cannot be used: there is no setting of this name")
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("Remove it"));
    }

    @Test
    void aFileThatHasToBeChosenIsAskedFor() {
        assertThatExceptionOfType(KindException.class)
                .isThrownBy(() -> SCHEMA.choose(Settings.NONE).requiredFile("file"))
                .withMessageContaining("no file is chosen")
                .satisfies(e -> assertThat(e.setting()).isEqualTo("file"));
    }

    @Test
    void askingForWhatTheSchemaHasNotIsAProgrammersError() throws KindException {
        Chosen chosen = SCHEMA.choose(Settings.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> chosen.whole("colour"));
    }
}
