package dev.amalgam.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

class PreviewsTest {
    /** Two pixels wide, one high: red and blue. */
    private static final Tensor PICTURE =
            Tensor.bytes(new long[] {1, 2, 3}, (byte) 255, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255);

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static Stream<Reading> readings() {
        Tensor field = Tensor.floats(new long[] {1, 2, 2, 2}, 0, 1, 2, 3, 4, 5, 6, Float.NaN);
        Tensor row = Tensor.floats(new long[] {1, 5}, -1, 2, Float.POSITIVE_INFINITY, 0, 0.5f);
        return Stream.of(
                new Reading.Picture(PICTURE),
                new Reading.Overlay(PICTURE, Tensor.floats(new long[] {1, 2}, 0, 1)),
                new Reading.Ranking(
                        List.of(new Reading.Score("a", 0.6), new Reading.Score("b", Double.NaN)), List.of()),
                new Reading.Ranking(List.of(), List.of()),
                new Reading.Switches(List.of(new Reading.Switch("a", 0.9, 0.5, true))),
                new Reading.Mosaic(field),
                new Reading.Mosaic(Tensor.floats(new long[] {1, 0, 2, 2})),
                new Reading.Strip(row),
                new Reading.Strip(Tensor.floats(new long[] {0, 5})),
                new Reading.Bars(row),
                new Reading.Text(List.of("one", "two")),
                new Reading.Numbers(Tensor.scalar(3L)),
                new Reading.Numbers(Tensor.strings(new long[] {2}, List.of("x", "y"))));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyReadingIsDrawnInTheSizeAskedFor(Reading reading) {
        for (double width : new double[] {1, 60, 148.5, 600}) {
            Pane drawn = Previews.of(reading, width, width / 2);
            assertThat(drawn.prefWidth(-1)).isEqualTo(width);
            assertThat(drawn.prefHeight(-1)).isEqualTo(Math.max(1, width / 2));
        }
    }

    @Test
    void aPictureIsDrawnOnceForAllWhoShowIt() {
        Image first = Pictures.image(PICTURE, 100);
        assertThat(Pictures.image(PICTURE, 120)).isSameAs(first);
        assertThat(first.getPixelReader().getArgb(0, 0)).isEqualTo(0xffff0000);
        assertThat(first.getPixelReader().getArgb(1, 0)).isEqualTo(0xff0000ff);
    }

    @Test
    void aLargePictureIsAveragedDown() {
        byte[] stripes = new byte[2000 * 3];
        for (int i = 0; i < 2000; i++) {
            stripes[3 * i] = (byte) (i % 2 == 0 ? 0 : 200);
        }
        Image image = Pictures.image(Tensor.bytes(new long[] {1, 2000, 3}, stripes), 100);
        assertThat(image.getWidth()).isEqualTo(320);
        int red = image.getPixelReader().getArgb(100, 0) >> 16 & 0xff;
        assertThat(red).isBetween(85, 115);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Pictures.image(Tensor.scalar(1f), 10)).hasMessageContaining("uint8[H,W,3]");
    }

    @Test
    void aMaskIsHotWhereItIsHigh() {
        Pane drawn = Previews.of(new Reading.Overlay(grey(), Tensor.floats(new long[] {1, 2}, 0, 1)), 100, 100);
        Image image = ((ImageView) drawn.getChildren().getFirst()).getImage();
        int cold = image.getPixelReader().getArgb(0, 0);
        int hot = image.getPixelReader().getArgb((int) image.getWidth() - 1, 0);
        assertThat(hot >> 16 & 0xff).isGreaterThan((cold >> 16 & 0xff) + 40);
    }

    private static Tensor grey() {
        byte[] pixels = new byte[4 * 4 * 3];
        java.util.Arrays.fill(pixels, (byte) 100);
        return Tensor.bytes(new long[] {4, 4, 3}, pixels);
    }

    @Test
    void barsAreAsLongAsTheirScoresAndOnlyWhatIsOnHasATick() {
        Pane drawn = Previews.of(
                new Reading.Switches(List.of(
                        new Reading.Switch("cat", 1.0, 0.5, true), new Reading.Switch("cup", 0.25, 0.5, false))),
                200,
                40);
        List<Double> bars = drawn.lookupAll(".bar").stream()
                .map(bar -> ((Rectangle) bar).getWidth())
                .sorted()
                .toList();
        assertThat(bars.getFirst() / bars.getLast()).isBetween(0.24, 0.26);
        assertThat(drawn.lookupAll(".tick")).hasSize(1);
        assertThat(drawn.lookupAll(".threshold")).hasSize(2);
        assertThat(drawn.getAccessibleText()).isEqualTo("cat on, 1.00 of 0.50; cup off, 0.25 of 0.50");
    }

    @ParameterizedTest
    @CsvSource({"40,2", "90,5", "500,5"})
    void asManyRowsAreShownAsThereIsRoomFor(double height, int rows) {
        var scores = Stream.of("a", "b", "c", "d", "e")
                .map(label -> new Reading.Score(label, 0.2))
                .toList();
        assertThat(Previews.of(new Reading.Ranking(scores, List.of()), 160, height)
                        .lookupAll(".bar"))
                .hasSize(rows);
    }

    @Test
    void theHighestScoresAreToldByTheirPlace() {
        Pane drawn = Previews.of(new Reading.Bars(Tensor.floats(new long[] {1, 3}, 1, 9, 4)), 160, 36);
        List<String> words = drawn.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .toList();
        assertThat(words).containsExactly("#1", "9", "#2", "4");
    }

    @Test
    void longTextSaysHowMuchMoreThereIs() {
        Pane drawn = Previews.of(new Reading.Text(List.of("a", "b", "c", "d")), 100, 34);
        assertThat(drawn.getChildren()).extracting(it -> ((Text) it).getText()).containsExactly("a", "… 3 more");
    }
}
