package dev.amalgam.kind.prestem;

import static dev.amalgam.kind.Numbers.bytes;
import static dev.amalgam.kind.Numbers.channel;
import static dev.amalgam.kind.Numbers.grey;
import static dev.amalgam.kind.Numbers.picture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResizeKindTest {
    private static KindRun resize(int height, int width, String mode, String interpolation) {
        return KindRun.of(new ResizeKind())
                .set("height", height)
                .set("width", width)
                .set("mode", mode)
                .set("interpolation", interpolation);
    }

    @Test
    void halvesWithTheTriangleOverFourPixels() throws Exception {
        // The centre of output 0 is at 0.5; the triangle of half-width 2 gives pixels 0, 1, 2 the weights 3/4, 3/4,
        // 1/4, and
        // what lies outside does not count: (3a + 3b + c) / 7, and mirrored (b + 3c + 3d) / 7 for output 1.
        Tensor rows = grey(4, 4, 0, 70, 140, 210, 0, 70, 140, 210, 0, 70, 140, 210, 0, 70, 140, 210);
        // (0 + 210 + 140) / 7 = 50 and (70 + 420 + 630) / 7 = 160
        assertThat(channel(resize(2, 2, "stretch", "linear").in("image", rows).run("image"), 0))
                .containsExactly(50, 160, 50, 160);
    }

    @Test
    void weighsBothAxes() throws Exception {
        // One bright pixel at row 1, column 2: rows weigh it 3/7 and 1/7, columns 1/7 and 3/7.
        int[] values = new int[16];
        values[6] = 245;
        Tensor dot = grey(4, 4, values);
        assertThat(channel(resize(2, 2, "stretch", "linear").in("image", dot).run("image"), 1))
                .containsExactly(15, 45, 5, 15);
    }

    @Test
    void doublesBetweenPixelCentres() throws Exception {
        // Centres at −0.25, 0.25, 0.75, 1.25: a, (3a + b) / 4, (a + 3b) / 4, b.
        Tensor two = grey(2, 2, 0, 100, 0, 100);
        assertThat(channel(resize(2, 4, "stretch", "linear").in("image", two).run("image"), 2))
                .containsExactly(0, 25, 75, 100, 0, 25, 75, 100);
    }

    @Test
    void roundsInsteadOfCuttingOff() throws Exception {
        // (3·3 + 1·0) / 4 = 2.25 → 2, (3 + 0·3) / 4 = 0.75 → 1
        assertThat(channel(
                        resize(1, 4, "stretch", "linear")
                                .in("image", grey(1, 2, 3, 0))
                                .run("image"),
                        0))
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void keepsChannelsApart() throws Exception {
        Tensor two = picture(1, 2, 0, 50, 200, 100, 50, 0);
        assertThat(bytes(resize(1, 4, "stretch", "linear").in("image", two).run("image")))
                .containsExactly(0, 50, 200, 25, 50, 150, 75, 50, 50, 100, 50, 0);
    }

    @Test
    void cropsTheCentreOfAWidePicture() throws Exception {
        // 2×5: the square is 2 wide and starts at column (5 − 2) / 2 = 1. The size stays, so pixels are copied.
        Tensor wide = grey(2, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(channel(resize(2, 2, "crop", "linear").in("image", wide).run("image"), 0))
                .containsExactly(2, 3, 7, 8);
    }

    @Test
    void cropsTheCentreOfATallPicture() throws Exception {
        Tensor tall = grey(4, 2, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(channel(resize(2, 2, "crop", "cubic").in("image", tall).run("image"), 0))
                .containsExactly(3, 4, 5, 6);
    }

    @Test
    void cropsToTheAspectRatioThatIsWanted() throws Exception {
        // 4×4 into 1×2: the largest part twice as wide as high is 2×4, rows 1 and 2.
        int[] values =
                IntStream.range(0, 16).map(i -> i < 4 || i >= 12 ? 255 : 40).toArray();
        assertThat(channel(
                        resize(1, 2, "crop", "linear")
                                .in("image", grey(4, 4, values))
                                .run("image"),
                        0))
                .containsExactly(40, 40);
    }

    @Test
    void stretchesWhatIsNotSquare() throws Exception {
        Tensor wide = grey(1, 4, 0, 70, 140, 210);
        assertThat(channel(resize(2, 2, "stretch", "linear").in("image", wide).run("image"), 0))
                .containsExactly(50, 160, 50, 160);
    }

    @Test
    void sharpensWithKeysCubic() throws Exception {
        // Output 3 of 8 lies at 1.25: Keys with a = −0.5 weighs the four pixels −0.0703125, 0.8671875, 0.2265625,
        // −0.0234375.
        Tensor row = grey(1, 4, 0, 200, 100, 40);
        assertThat(channel(resize(1, 8, "stretch", "cubic").in("image", row).run("image"), 0)[3])
                .isEqualTo(195);
    }

    @Test
    void staysWithinABytesRangeWhereCubicOvershoots() throws Exception {
        // 255 · (0.8671875 + 0.2265625) = 278.9 at output 3, and −0.09375 · 255 outside the bright pair of the
        // negative.
        Tensor bright = grey(1, 4, 0, 255, 255, 0);
        Tensor dark = grey(1, 4, 255, 0, 0, 255);
        assertThat(channel(resize(1, 8, "stretch", "cubic").in("image", bright).run("image"), 0)[3])
                .isEqualTo(255);
        assertThat(channel(resize(1, 8, "stretch", "cubic").in("image", dark).run("image"), 0)[3])
                .isZero();
    }

    @Test
    void saysTheExactSizeItGives() throws Exception {
        assertThat(resize(10, 20, "crop", "linear")
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .type())
                .hasToString("uint8[10,20,3]");
    }
}
