package dev.amalgam.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.Family;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.ui.palette.Row.Entry;
import dev.amalgam.ui.palette.Row.Heading;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void everyKindStandsUnderTheHeadingOfItsFamily() {
        List<Row> rows = Row.of(BuiltInKinds.catalogue().kinds(), "");
        Family family = null;
        for (Row row : rows) {
            switch (row) {
                case Heading heading -> family = heading.family();
                case Entry entry -> assertThat(entry.kind().about().family()).isEqualTo(family);
            }
        }
        assertThat(rows)
                .filteredOn(Entry.class::isInstance)
                .hasSize(BuiltInKinds.catalogue().kinds().size());
    }

    @Test
    void aSearchKeepsWhatHasAllItsWordsAndNoEmptyFamily() {
        List<Row> rows = Row.of(BuiltInKinds.catalogue().kinds(), "  LOGITS soft ");
        assertThat(rows).contains(new Heading(Family.REPRESENTATION)).doesNotContain(new Heading(Family.SOURCE));
        assertThat(rows)
                .filteredOn(Entry.class::isInstance)
                .extracting(row -> ((Entry) row).kind().name())
                .contains("softmax")
                .doesNotContain("image", "pool");
    }

    @Test
    void aSearchForNothingKnownIsEmpty() {
        assertThat(Row.of(BuiltInKinds.catalogue().kinds(), "quux")).isEmpty();
    }

    @Test
    void whatFitsBestComesFirstWithItsFamily() {
        List<Row> rows = Row.of(BuiltInKinds.catalogue().kinds(), "soft");
        assertThat(rows.getFirst()).isEqualTo(new Heading(Family.REPRESENTATION));
        assertThat(rows.get(1)).extracting(row -> ((Entry) row).kind().name()).isEqualTo("softmax");
    }
}
