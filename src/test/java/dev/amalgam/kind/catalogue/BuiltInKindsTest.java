package dev.amalgam.kind.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.TestFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInKindsTest {
    static Collection<Kind> kinds() {
        return BuiltInKinds.catalogue().kinds();
    }

    @Test
    void areAllThere() {
        assertThat(kinds())
                .extracting(Kind::name)
                .containsExactly(
                        "image",
                        "audio",
                        "text",
                        "tensor",
                        "noise",
                        "resize",
                        "normalise",
                        "onnx",
                        "pool",
                        "l2-normalise",
                        "dense",
                        "softmax",
                        "sigmoid",
                        "arg-max",
                        "threshold",
                        "top-k",
                        "activation-map",
                        "boxes",
                        "keypoints",
                        "similarity",
                        "concat",
                        "cast",
                        "reshape",
                        "transpose",
                        "reroute",
                        "output");
    }

    @Test
    void standInTheOrderOfTheirFamilies() {
        List<Family> families =
                kinds().stream().map(kind -> kind.about().family()).toList();
        assertThat(families).isSorted().contains(Family.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void haveDefaultsThatTheirOwnSchemaAllows(Kind kind) throws Exception {
        Map<String, Value> defaults = new HashMap<>();
        for (Setting setting : kind.schema().settings()) {
            setting.field().initial().ifPresent(value -> defaults.put(setting.name(), value));
        }
        assertThat(kind.schema().choose(Settings.of(defaults)).values()).isEqualTo(defaults);
        assertThat(kind.schema().choose(Settings.NONE).values()).isEqualTo(defaults);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void haveASignatureAsTheyComeUnlessTheyNeedAFile(Kind kind) throws Exception {
        boolean needsFile = kind.schema().settings().stream()
                .anyMatch(setting -> setting.field() instanceof Setting.File file && file.required());
        if (!needsFile) {
            Signature signature = kind.signature(kind.schema().choose(Settings.NONE), new TestFiles());
            assertThat(signature.inputs()).extracting(Signature.Input::name).doesNotHaveDuplicates();
            assertThat(signature.outputs()).extracting(Signature.Output::name).doesNotHaveDuplicates();
            assertThat(signature.outputs().isEmpty()).isEqualTo(kind.isResult());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void explainThemselves(Kind kind) {
        List<String> texts = new ArrayList<>(List.of(
                kind.about().title(), kind.about().summary(), kind.about().help()));
        for (Setting setting : all(kind.schema())) {
            texts.add(setting.title());
            texts.add(setting.help());
            assertThat(setting.help()).endsWith(".");
        }
        assertThat(texts).doesNotContain("").allMatch(text -> text.equals(text.strip()));
        assertThat(kind.about().help()).endsWith(".");
    }

    private static List<Setting> all(Schema schema) {
        List<Setting> all = new ArrayList<>(schema.settings());
        for (Setting setting : schema.settings()) {
            if (setting.field() instanceof Setting.Table(List<Setting> columns)) {
                all.addAll(columns);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void offerEachOptionOnceAndTheStandardAmongThem(Kind kind) {
        for (Setting setting : all(kind.schema())) {
            if (setting.field() instanceof Setting.Choice(List<Setting.Option> options, String standard)) {
                assertThat(options)
                        .extracting(Setting.Option::name)
                        .doesNotHaveDuplicates()
                        .contains(standard);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void haveDialsWhereTheirSettingsAreDials(Kind kind) throws Exception {
        boolean turned = kind.schema().settings().stream().anyMatch(Setting::dial);
        boolean dials = !kind.dials(kind.schema().choose(Settings.NONE), new TestFiles())
                .isEmpty();
        assertThat(dials).isEqualTo(turned);
    }
}
