package dev.amalgam.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.beans.binding.DoubleBinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextScaleTest {
    @AfterEach
    void usual() {
        TextScale.set(TextScale.USUAL);
    }

    @Test
    void lengthsFollowTheScaleWithinItsLimits() {
        DoubleBinding length = TextScale.length(20);
        assertThat(length.get()).isEqualTo(20);
        TextScale.set(150);
        assertThat(length.get()).isEqualTo(30);
        TextScale.set(1000);
        assertThat(length.get()).isEqualTo(40);
        TextScale.set(10);
        assertThat(length.get()).isEqualTo(16);
    }

    @Test
    void whatASheetGivesInPixelsGrowsAndNothingElse() {
        String sheet = ".a { -fx-font-size: 12.5px; -fx-padding: 4 8 4 8; -fx-pref-width: 260px; -fx-fill: #7db0ff; }";
        assertThat(StyleSheets.scaled(sheet, 2))
                .isEqualTo(
                        ".a { -fx-font-size: 25.0px; -fx-padding: 4 8 4 8; -fx-pref-width: 520.0px; -fx-fill: #7db0ff;"
                                + " }");
    }

    @Test
    void aScaledSheetCarriesItsOwnContent() {
        TextScale.set(200);
        String address = StyleSheets.address("base");
        String sheet = new String(
                Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertThat(sheet).contains("-fx-font-size: 26.0px");
    }
}
