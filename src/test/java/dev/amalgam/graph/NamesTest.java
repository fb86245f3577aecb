package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "photo", "pre-stem", "shared bottom_2", "Größe", "画像", "हिन्दी", "ภาษาไทย", "𝒳1", "٣"})
    void namesOfAllScriptsAreGood(String name) {
        assertThat(NodeId.isValid(name)).isTrue();
        assertThat(new NodeId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "-a",
                "a_",
                "a.b",
                "a/b",
                "a\nb",
                "a\tb",
                "a\u00a0b",
                "a\u200bb",
                "a\u202eb",
                "\u0301a",
                "a\ud800b",
                "a->b",
                "a😀"
            })
    void whatWouldConfuseIsNoName(String name) {
        assertThat(NodeId.isValid(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(name)).withMessageContaining(name);
    }

    @Test
    void lengthCountsLetters() {
        assertThat(NodeId.isValid("a".repeat(60))).isTrue();
        assertThat(NodeId.isValid("𝒳".repeat(60))).isTrue();
        assertThat(NodeId.isValid("a".repeat(61))).isFalse();
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        assertThat(new NodeId("caf\u00e9")).isEqualTo(new NodeId("cafe\u0301"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.image", "shared bottom.conv_pw_13_relu", "model.p2o.DynamicDimension.0", "m./a/b:0"})
    void portsPrintAsTheyAreRead(String text) {
        assertThat(PortRef.parse(text)).hasToString(text);
    }

    @Test
    void theFirstDotEndsTheNodesName() {
        assertThat(PortRef.parse("model.a.b")).isEqualTo(PortRef.of("model", "a.b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "photo", "photo.", ".image", " .image", "a/b.image"})
    void anythingElseIsNoPort(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortRef.parse(text));
    }
}
