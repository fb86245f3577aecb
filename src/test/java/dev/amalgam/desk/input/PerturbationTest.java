package dev.amalgam.desk.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.tensor.Tensor;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each knob does what it says, and the same to the same picture. */
class PerturbationTest {
    private static final int HEIGHT = 40;
    private static final int WIDTH = 60;
    private static final Perturbation ALL = new Perturbation(0.1, -0.2, 1.5, 0.3, 17, 0.05, 7);

    private static Tensor random() {
        byte[] rgb = new byte[HEIGHT * WIDTH * 3];
        new Random(3).nextBytes(rgb);
        return Tensor.bytes(new long[] {HEIGHT, WIDTH, 3}, rgb);
    }

    private static Tensor grey(int value) {
        byte[] rgb = new byte[HEIGHT * WIDTH * 3];
        java.util.Arrays.fill(rgb, (byte) value);
        return Tensor.bytes(new long[] {HEIGHT, WIDTH, 3}, rgb);
    }

    private static int[] values(Tensor picture) {
        return IntStream.range(0, (int) picture.elements())
                .map(i -> picture.bytes().get(i) & 0xff)
                .toArray();
    }

    private static double mean(Tensor picture) {
        return IntStream.of(values(picture)).average().orElseThrow();
    }

    private static double deviation(Tensor picture) {
        double mean = mean(picture);
        return Math.sqrt(IntStream.of(values(picture))
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static int red(Tensor picture, int x, int y) {
        return picture.bytes().get((int) ((y * picture.dims()[1] + x) * 3)) & 0xff;
    }

    @Test
    void theSameComesOfTheSameBitByBit() {
        assertThat(ALL.apply(random())).isEqualTo(ALL.apply(random()));
        assertThat(ALL.apply(random()).sha256())
                .as("on any machine, at any time")
                .isEqualTo("294bc56521e3ac8752704470c6b9a441b7777e561f276d47057c28a90f59e449");
        assertThat(ALL.withSeed(8).apply(random())).isNotEqualTo(ALL.apply(random()));
    }

    @Test
    void nothingGivesTheSameTensor() {
        Tensor picture = random();
        assertThat(Perturbation.NONE.apply(picture)).isSameAs(picture);
        assertThat(Perturbation.NONE.withSeed(5).apply(picture)).isSameAs(picture);
    }

    @Test
    void thePictureThatComesInStaysAsItIs() {
        Tensor picture = random();
        ALL.apply(picture);
        assertThat(picture).isEqualTo(random());
    }

    @Test
    void brightnessIsAdded() {
        assertThat(mean(Perturbation.NONE.withBrightness(0.2).apply(grey(100)))).isEqualTo(151);
        assertThat(mean(Perturbation.NONE.withBrightness(-1).apply(random()))).isZero();
        assertThat(mean(Perturbation.NONE.withBrightness(1).apply(random()))).isEqualTo(255);
    }

    @Test
    void contrastSpreadsFromMiddleGrey() {
        assertThat(deviation(Perturbation.NONE.withContrast(-1).apply(random())))
                .isZero();
        assertThat(mean(Perturbation.NONE.withContrast(1).apply(grey(100)))).isEqualTo(73);
        assertThat(mean(Perturbation.NONE.withContrast(-0.5).apply(grey(227)))).isEqualTo(177);
    }

    @Test
    void blurEvensOutAndKeepsTheMean() {
        Tensor blurred = Perturbation.NONE.withBlur(3).apply(random());
        assertThat(deviation(blurred)).isLessThan(deviation(random()) / 5);
        assertThat(mean(blurred)).isCloseTo(mean(random()), org.assertj.core.data.Offset.offset(1.0));
        assertThat(Perturbation.NONE.withBlur(5).apply(grey(90))).isEqualTo(grey(90));
    }

    @Test
    void blurIsAsWideAsItSays() {
        byte[] rgb = new byte[HEIGHT * WIDTH * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                rgb[(y * WIDTH + x) * 3] = (byte) 255;
            }
        }
        Tensor blurred = Perturbation.NONE.withBlur(4).apply(Tensor.bytes(new long[] {HEIGHT, WIDTH, 3}, rgb));
        // One deviation beside an edge, a Gaussian is at 84 %.
        assertThat(red(blurred, WIDTH / 2 + 4, 20) / 255.0).isBetween(0.80, 0.89);
        assertThat(red(blurred, WIDTH / 2 - 5, 20) / 255.0).isBetween(0.11, 0.20);
    }

    @Test
    void cropKeepsTheMiddle() {
        Tensor cut = Perturbation.NONE.withCrop(0.5).apply(random());
        assertThat(cut.dims()).containsExactly(20, 30, 3);
        assertThat(red(cut, 0, 0)).isEqualTo(red(random(), 15, 10));
        assertThat(red(cut, 29, 19)).isEqualTo(red(random(), 44, 29));
        Tensor dot = Tensor.bytes(new long[] {1, 1, 3}, (byte) 1, (byte) 2, (byte) 3);
        assertThat(Perturbation.NONE.withCrop(0.9).apply(dot)).isEqualTo(dot);
    }

    @Test
    void rotationTurnsClockwiseAroundTheMiddle() {
        Tensor half = Perturbation.NONE.withRotation(180).apply(random());
        assertThat(red(half, 0, 0)).isEqualTo(red(random(), WIDTH - 1, HEIGHT - 1));
        Tensor quarter = Perturbation.NONE.withRotation(90).apply(random());
        assertThat(quarter.dims()).containsExactly(HEIGHT, WIDTH, 3);
        assertThat(red(quarter, 0, 0)).as("nothing was there").isZero();
        // What was at the top is to the right now.
        assertThat(red(quarter, 49, 10)).isEqualTo(red(random(), 20, 0));
    }

    @Test
    void noiseIsAsStrongAsItSaysAndMakesNothingLighter() {
        Tensor noisy = Perturbation.NONE.withNoise(0.1).apply(grey(128));
        assertThat(deviation(noisy)).isBetween(24.0, 27.0);
        assertThat(mean(noisy)).isBetween(127.0, 129.0);
        assertThat(Perturbation.NONE.withNoise(0.1).withSeed(2).apply(grey(128)))
                .isNotEqualTo(noisy);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Perturbation.NONE.withCrop(0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Perturbation.NONE.withBlur(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Perturbation.NONE.withContrast(-1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
