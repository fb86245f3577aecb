package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Tensor TABLE = Tensor.floats(new long[] {2, 3}, 1, 2.5f, -3, 4e2f, 5, 6);

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2.5,-3\n4e2,5,6\n",
                "1;2.5;-3\r\n4e2;5;6",
                "1\t2.5\t-3\n\n4e2\t5\t6\n",
                "a, b, c\n 1 , 2.5 , -3\n400, 5, 6"
            })
    void aTableIsReadWhateverIsBetweenItsNumbers(String text) throws Exception {
        assertThat(Csv.read(file(text))).isEqualTo(TABLE);
    }

    @Test
    void aTableIsATensorOfTheAmalgamation() throws Exception {
        file("1,2.5,-3\n400,5,6");
        ComponentStore files = new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE);
        assertThat(files.tensor(FileRef.unseen("table.csv"))).isEqualTo(TABLE);
    }

    @Test
    void whatDoesNotFitIsSaidWithItsLine() {
        assertThatThrownBy(() -> Csv.read(file("a,b\n1,2\n3\n")))
                .hasMessageContaining("line 3 has 1 numbers, but 2 are expected");
        assertThatThrownBy(() -> Csv.read(file("1,2\n3,x\n"))).hasMessageContaining("'x' in line 2 is no number");
        assertThatThrownBy(() -> Csv.read(file("a,b\n"))).hasMessageContaining("there is no number in it");
        assertThatThrownBy(() -> Csv.read(file(""))).hasMessageContaining("there is no number in it");
    }
}
