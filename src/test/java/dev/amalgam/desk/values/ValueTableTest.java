package dev.amalgam.desk.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.values.ValueTable.Part;
import dev.amalgam.project.Npy;
import dev.amalgam.project.TensorText;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueTableTest {
    /** Each value says where it is: 1000 n + 100 c + 10 h + w. */
    private static final Tensor MAPS = maps();

    @TempDir
    Path folder;

    private static Tensor maps() {
        float[] values = new float[2 * 3 * 4 * 5];
        int i = 0;
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                for (int h = 0; h < 4; h++) {
                    for (int w = 0; w < 5; w++) {
                        values[i++] = 1000 * n + 100 * c + 10 * h + w;
                    }
                }
            }
        }
        return Tensor.floats(new long[] {2, 3, 4, 5}, values);
    }

    @Test
    void theLastAxesAreTheTableAndTheOthersAreChosen() {
        ValueTable table = new ValueTable(MAPS, List.of(1, 2));
        assertThat(table.others()).containsExactly(2, 3);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns()).isEqualTo(5);
        assertThat(table.text(3, 4)).isEqualTo("1234.0");
    }

    @Test
    void aPlaceThatIsNotThereIsTheFirst() {
        assertThat(new ValueTable(MAPS, List.of(9)).text(0, 0)).isEqualTo("0.0");
    }

    @Test
    void fewerAxesAreOneRow() {
        ValueTable scalar = new ValueTable(Tensor.scalar(4L), List.of());
        assertThat(scalar.rows() + "×" + scalar.columns() + " " + scalar.text(0, 0))
                .isEqualTo("1×1 4");
        ValueTable row = new ValueTable(Tensor.longs(new long[] {3}, 1, 2, 3), List.of());
        assertThat(row.rows() + "×" + row.columns() + " " + row.text(0, 2)).isEqualTo("1×3 3");
        assertThat(new ValueTable(Tensor.floats(new long[] {0, 5}), List.of()).rows())
                .isZero();
    }

    @Test
    void whatIsSelectedComesBackFromANumpyFile() throws Exception {
        Tensor copied = new ValueTable(MAPS, List.of(1, 0)).copy(Part.between(2, 3, 1, 1));
        assertThat(copied).isEqualTo(Tensor.floats(new long[] {2, 3}, 1011, 1012, 1013, 1021, 1022, 1023));
        Path file = folder.resolve("part.npy");
        Npy.write(file, copied);
        assertThat(Npy.read(file)).isEqualTo(copied);
    }

    @Test
    void textsAreCopiedToo() {
        Tensor texts = Tensor.strings(new long[] {2, 2}, List.of("a", "b", "c", "d"));
        assertThat(new ValueTable(texts, List.of()).copy(new Part(0, 1, 1, 1)).strings())
                .containsExactly("b", "d");
    }

    @Test
    void commasStandBetweenTheValuesOfARow() {
        assertThat(TensorText.csv(Tensor.floats(new long[] {2, 2}, 1, -0.5f, 1e-9f, Float.NaN)))
                .isEqualTo("1.0,-0.5\n1.0E-9,NaN\n");
        assertThat(TensorText.csv(Tensor.strings(new long[] {2}, List.of("a,b", "say \"c\""))))
                .isEqualTo("\"a,b\",\"say \"\"c\"\"\"\n");
    }

    @Test
    void jsonHasAListForEachAxis() {
        assertThat(TensorText.json(Tensor.longs(new long[] {2, 1, 2}, 1, 2, 3, 4)))
                .isEqualTo("[[[1,2]],[[3,4]]]");
        assertThat(TensorText.json(Tensor.floats(new long[] {3}, 0.1f, Float.NaN, Float.NEGATIVE_INFINITY)))
                .isEqualTo("[0.1,null,null]");
        assertThat(TensorText.json(Tensor.strings(new long[] {1}, List.of("\""))))
                .isEqualTo("[\"\\\"\"]");
        assertThat(TensorText.json(Tensor.scalar(2L))).isEqualTo("2");
        assertThat(TensorText.json(Tensor.floats(new long[] {2, 0}))).isEqualTo("[[],[]]");
    }

    @Test
    void unsignedNumbersAreNotNegative() {
        Tensor bytes = Tensor.bytes(new long[] {1}, (byte) -1);
        assertThat(TensorText.at(bytes, 0)).isEqualTo("255");
        Tensor words = Tensor.of(
                ElementType.UINT64, new long[] {1}, ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}));
        assertThat(TensorText.at(words, 0)).isEqualTo("18446744073709551615");
    }
}
