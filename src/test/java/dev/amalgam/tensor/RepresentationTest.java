package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Representation.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {
    @ParameterizedTest
    @EnumSource
    void whatPrintsIsReadAgain(Form form) {
        for (Relation relation : Relation.values()) {
            for (boolean unitLength : new boolean[] {false, true}) {
                Representation representation = new Representation(form, relation, unitLength);
                assertThat(Representation.parse(representation.toString())).contains(representation);
            }
        }
    }

    @Test
    void itPrintsInWords() {
        assertThat(Representation.SOFT_INDEPENDENT).hasToString("soft independent");
        assertThat(Representation.EMBEDDING.withUnitLength()).hasToString("embedding unit-length");
        assertThat(Representation.RAW).hasToString("raw");
    }

    @Test
    void caseAndSpaceDoNotMatter() {
        assertThat(Representation.parse("  SOFT \t Conditional ")).contains(Representation.SOFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "softly", "conditional", "soft conditional independent", "soft soft", "raw, soft"})
    void anythingElseIsNone(String text) {
        assertThat(Representation.parse(text)).isEmpty();
    }
}
