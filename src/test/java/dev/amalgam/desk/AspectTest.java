package dev.amalgam.desk;

import static dev.amalgam.desk.Aspect.BARS;
import static dev.amalgam.desk.Aspect.CHANNEL;
import static dev.amalgam.desk.Aspect.HEAT;
import static dev.amalgam.desk.Aspect.HISTOGRAM;
import static dev.amalgam.desk.Aspect.MAX;
import static dev.amalgam.desk.Aspect.MEAN;
import static dev.amalgam.desk.Aspect.MOSAIC;
import static dev.amalgam.desk.Aspect.NEIGHBOURS;
import static dev.amalgam.desk.Aspect.PICTURE;
import static dev.amalgam.desk.Aspect.PROJECTION;
import static dev.amalgam.desk.Aspect.STRIP;
import static dev.amalgam.desk.Aspect.TABLE;
import static dev.amalgam.desk.Aspect.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.values.Seen;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AspectTest {
    private static List<Aspect> of(Form form, Tensor value, Reading... main) {
        return Aspect.of(value, form, List.of(main).stream().findFirst());
    }

    private static Tensor zeros(long... dims) {
        int size = 1;
        for (long dim : dims) {
            size *= (int) dim;
        }
        return Tensor.floats(dims, new float[size]);
    }

    @Test
    void theWaysToSeeAValueFollowFromItsTypeAndMeaning() {
        assertThat(of(Form.ENCODING, zeros(1, 8, 2, 2))).containsExactly(MOSAIC, CHANNEL, MEAN, MAX, HISTOGRAM, TABLE);
        assertThat(of(Form.ENCODING, zeros(1, 1, 2, 2))).containsExactly(CHANNEL, HISTOGRAM, TABLE);
        assertThat(of(Form.ENCODING, zeros(1, 4, 6))).containsExactly(HEAT, HISTOGRAM, TABLE);
        assertThat(of(Form.EMBEDDING, zeros(1, 8))).containsExactly(STRIP, NEIGHBOURS, PROJECTION, HISTOGRAM, TABLE);
        assertThat(of(Form.LOGITS, zeros(1, 8))).containsExactly(BARS, HISTOGRAM, TABLE);
        assertThat(of(Form.RAW, zeros(3, 8))).containsExactly(HEAT, HISTOGRAM, TABLE);
        assertThat(of(Form.RAW, Tensor.scalar(1f))).containsExactly(TABLE);
    }

    @Test
    void whatTheCardShowsComesFirst() {
        Tensor mask = zeros(2, 2);
        assertThat(of(Form.STRUCTURED, mask, new Reading.Overlay(mask, mask)))
                .containsExactly(PICTURE, HEAT, HISTOGRAM, TABLE);
        Tensor names = Tensor.strings(new long[] {1, 2}, List.of("a", "b"));
        assertThat(of(Form.STRUCTURED, names, new Reading.Text(names.strings())))
                .containsExactly(TEXT, TABLE);
        assertThat(of(Form.HARD, Tensor.scalar(1L), new Reading.Numbers(Tensor.scalar(1L))))
                .containsExactly(TABLE);
    }

    @Test
    void eachAspectButTheTableHasAReadingOfItself() {
        Tensor maps = zeros(1, 2, 2, 2);
        List<Seen> seen = List.of(
                new Seen("a", Optional.empty(), new float[] {1, 0}),
                new Seen("b", Optional.empty(), new float[] {0, 1}));
        Closer closer = new Closer(maps, Optional.of(new Reading.Mosaic(maps)), seen);
        for (Aspect aspect : List.of(MOSAIC, MEAN, MAX, HEAT, STRIP, NEIGHBOURS, PROJECTION, BARS, HISTOGRAM)) {
            assertThat(closer.reading(aspect, 0).map(Aspect::of))
                    .as(aspect.name())
                    .contains(aspect);
        }
        assertThat(closer.reading(TABLE, 0)).isEmpty();
        assertThat(closer.reading(CHANNEL, 1)).contains(new Reading.Field(maps, 1));
    }

    @Test
    void oneEmbeddingHasNoNeighbours() {
        Closer closer =
                new Closer(zeros(1, 2), Optional.empty(), List.of(new Seen("a", Optional.empty(), new float[] {1, 0})));
        assertThat(closer.reading(NEIGHBOURS, 0)).isEmpty();
        assertThat(closer.reading(PROJECTION, 0)).isEmpty();
    }
}
