package dev.amalgam.ui.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void blocksStandOnLinesOfTheirOwn() {
        assertThat(words("# Bottom\nshared by *four*\ntasks\n\n1. one\n2. two\n\n- a\n- b\n\n> said\n\n---"))
                .isEqualTo("Bottom\nshared by four tasks\n1.  one\n2.  two\n•  a\n•  b\n│  said\n———");
    }

    @Test
    void whatStandsOutSaysHow() {
        assertThat(piece("# Bottom", "Bottom").getStyleClass()).contains("md-heading");
        assertThat(piece("a **loud** word", "loud").getStyleClass()).contains("md-strong");
        assertThat(piece("an *odd* word", "odd").getStyleClass()).contains("md-emphasis");
        assertThat(piece("the `name`", "name").getStyleClass()).contains("md-code");
        assertThat(piece("plain", "plain").getStyleClass()).containsExactly("md-text");
    }

    @Test
    void linksPicturesAndHtmlAreOnlyWords() {
        assertThat(words("[the paper](https://example.org) ![a cat](cat.png) <b>x</b>"))
                .isEqualTo("the paper a cat <b>x</b>");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Markdown.pieces("")).isEmpty();
    }

    private static String words(String markdown) {
        return Markdown.pieces(markdown).stream().map(Text::getText).collect(Collectors.joining());
    }

    private static Text piece(String markdown, String words) {
        return Markdown.pieces(markdown).stream()
                .filter(it -> it.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
