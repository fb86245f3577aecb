package dev.amalgam.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

class GlyphTest {
    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyRepresentationHasAShapeOfItsOwn() {
        Set<String> shapes = new HashSet<>();
        for (Form form : Form.values()) {
            shapes.add(Glyph.shape(Glyph.usual(form), 12).getContent());
        }
        shapes.add(Glyph.shape(Representation.SOFT_INDEPENDENT, 12).getContent());
        shapes.add(Glyph.any(12).getContent());
        assertThat(shapes).hasSize(Form.values().length + 2);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyShapeFillsItsBox(Form form) {
        var bounds = Glyph.shape(Glyph.usual(form), 24).getBoundsInParent();
        assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isBetween(17.0, 24.5);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormHasAColourInBothThemes(Form form) throws IOException {
        for (String theme : new String[] {"dark", "light"}) {
            assertThat(Files.readString(Path.of("assets/theme", theme + ".css")))
                    .contains("-" + Glyph.styleClass(form) + ": #");
        }
    }

    @Test
    void textThatIsTooLongEndsInAnEllipsisAndFits() {
        Fonts.load();
        var font = Fonts.regular(11);
        assertThat(font.getFamily()).isEqualTo("Inter");
        String fitted = Fonts.fit("global_average_pooling2d_1", font, 80);
        assertThat(fitted).startsWith("global").endsWith("…");
        assertThat(Fonts.width(fitted, font)).isLessThanOrEqualTo(80);
        assertThat(Fonts.fit("short", font, 80)).isEqualTo("short");
    }
}
