package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @TempDir
    Path folder;

    private List<String> labels(String text) throws IOException {
        return Labels.read(Files.writeString(folder.resolve("labels"), text)).names();
    }

    @Test
    void readsAJsonArrayOfStrings() throws IOException {
        assertThat(labels("[\"tench, Tinca tinca\", \"\", \"漢\"]")).containsExactly("tench, Tinca tinca", "", "漢");
    }

    @Test
    void readsANameALineWhateverEndsTheLines() throws IOException {
        assertThat(labels("cat\r\ndog\r\n")).containsExactly("cat", "dog");
        assertThat(labels("cat\ndog")).containsExactly("cat", "dog");
    }

    @Test
    void anEmptyLineInTheMiddleKeepsItsPlace() throws IOException {
        assertThat(labels("cat\n\ndog\n\n")).containsExactly("cat", "", "dog");
    }

    @Test
    void readsTheNamesOfTheSample() throws IOException {
        List<String> names = Labels.read(Path.of("samples/figure-3/labels/imagenet-labels.json"))
                .names();
        assertThat(names).hasSize(1000);
        assertThat(names.get(285)).isEqualTo("Egyptian cat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        []        | has no names
        ''        | has no names
        [1]       | 1 is 1 and not a name in quotes
        ["cat",   | not JSON
        """)
    void refusesWhatHasNoNames(String text, String says) {
        var refused = catchThrowableOfType(ProjectException.class, () -> labels(text));
        assertThat(refused).hasMessageStartingWith("labels").hasMessageContaining(says);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(catchThrowableOfType(ProjectException.class, () -> labels("cat\0")))
                .hasMessageContaining("no text");
    }
}
