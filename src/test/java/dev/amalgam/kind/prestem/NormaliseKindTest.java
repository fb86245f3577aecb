package dev.amalgam.kind.prestem;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NormaliseKindTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    /** One row of two pixels: (0, 51, 255) and (255, 102, 0). */
    private static final Tensor PICTURE = picture(1, 2, 0, 51, 255, 255, 102, 0);

    private static KindRun normalise(String range, String layout, String order) {
        return KindRun.of(new NormaliseKind())
                .set("range", range)
                .set("layout", layout)
                .set("order", order)
                .in("image", PICTURE);
    }

    @Test
    void mapsToMinusOneToOneByDefault() throws Exception {
        Tensor tensor = KindRun.of(new NormaliseKind()).in("image", PICTURE).run("tensor");
        assertThat(tensor.dims()).containsExactly(1, 3, 1, 2);
        // Red 0 and 255, green 51 and 102, blue 255 and 0, each x / 127.5 − 1.
        assertThat(floats(tensor)).containsExactly(new float[] {-1, 1, -0.6f, -0.2f, 1, -1}, ROUNDING);
    }

    @Test
    void leavesChannelsLastWhereTheModelWantsThem() throws Exception {
        Tensor tensor = normalise("unit", "NHWC", "RGB").run("tensor");
        assertThat(tensor.dims()).containsExactly(1, 1, 2, 3);
        assertThat(floats(tensor)).containsExactly(new float[] {0, 0.2f, 1, 1, 0.4f, 0}, ROUNDING);
    }

    @Test
    void putsBlueFirst() throws Exception {
        assertThat(floats(normalise("unit", "NCHW", "BGR").run("tensor")))
                .containsExactly(new float[] {1, 0, 0.2f, 0.4f, 0, 1}, ROUNDING);
        assertThat(floats(normalise("unit", "NHWC", "BGR").run("tensor")))
                .containsExactly(new float[] {1, 0.2f, 0, 0, 0.4f, 1}, ROUNDING);
    }

    @Test
    void takesImageNetsMeanAndDeviation() throws Exception {
        float[] expected = {
            (0 - 0.485f) / 0.229f, (1 - 0.485f) / 0.229f,
            (0.2f - 0.456f) / 0.224f, (0.4f - 0.456f) / 0.224f,
            (1 - 0.406f) / 0.225f, (0 - 0.406f) / 0.225f
        };
        assertThat(floats(normalise("imagenet", "NCHW", "RGB").run("tensor"))).containsExactly(expected, ROUNDING);
    }

    @Test
    void keepsMeansWithTheirColoursWhenBlueComesFirst() throws Exception {
        KindRun own = normalise("own", "NCHW", "BGR")
                .set("scale", 1)
                .numbers("mean", 10, 20, 30)
                .numbers("std", 1, 2, 5);
        // Blue (255 − 30) / 5 and (0 − 30) / 5, green (51 − 20) / 2 and (102 − 20) / 2, red 0 − 10 and 255 − 10.
        assertThat(floats(own.run("tensor"))).containsExactly(new float[] {45, -6, 15.5f, 41, -10, 245}, ROUNDING);
    }

    @Test
    void refusesToDivideByZero() {
        KindRun own = normalise("own", "NCHW", "RGB").numbers("std", 1, 0, 1);
        assertThatThrownBy(own::signature)
                .isInstanceOf(KindException.class)
                .hasMessageContaining("std")
                .hasMessageContaining("divided by 0");
    }
}
