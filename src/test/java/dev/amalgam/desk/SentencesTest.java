package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Reading.Ranking;
import dev.amalgam.desk.Reading.Score;
import dev.amalgam.desk.Reading.Switch;
import dev.amalgam.desk.Reading.Switches;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Tensor PIXELS = Tensor.bytes(new long[] {1, 2, 3}, new byte[6]);

    @Test
    void aRankingSaysTheFirstAndAStrongSecond() {
        Reading reading =
                new Ranking(List.of(new Score("Egyptian cat", 0.617), new Score("tabby, tabby cat", 0.19)), List.of());
        assertThat(Sentences.of("decide", reading)).isEqualTo("decide says Egyptian cat (0.62), then tabby (0.19).");
        assertThat(Sentences.headline(reading)).isEqualTo("Egyptian cat");
    }

    @Test
    void aWeakSecondIsNotWorthAWord() {
        Reading reading = new Ranking(List.of(new Score("espresso", 0.97), new Score("cup", 0.02)), List.of());
        assertThat(Sentences.of("decide", reading)).isEqualTo("decide says espresso (0.97).");
    }

    @Test
    void switchesSayWhatIsOn() {
        Reading reading = new Switches(List.of(
                new Switch("cat on screen", 0.91, 0.5, true),
                new Switch("cup", 0.08, 0.5, false),
                new Switch("animal", 0.88, 0.5, true)));
        assertThat(Sentences.of("watch", reading)).isEqualTo("watch raises cat on screen, animal.");
    }

    @Test
    void switchesThatAreAllOffSaySo() {
        assertThat(Sentences.of("watch", new Switches(List.of(new Switch("cup", 0.08, 0.5, false)))))
                .isEqualTo("watch raises nothing.");
    }

    @Test
    void manyThatAreOnAreCounted() {
        List<Switch> five = List.of("a", "b", "c", "d", "e").stream()
                .map(label -> new Switch(label, 1, 0.5, true))
                .toList();
        assertThat(Sentences.of("watch", new Switches(five))).isEqualTo("watch raises a, b, c and 2 more.");
    }

    @Test
    void aMaskSaysHowMuchItMarks() {
        Tensor mask = Tensor.floats(new long[] {2, 2}, 0.9f, 0.5f, 0.1f, 0);
        assertThat(Sentences.of("localise", new Reading.Overlay(PIXELS, mask)))
                .isEqualTo("localise marks 50 % of the photo.");
    }

    @Test
    void aPictureSaysItsSizeWidthFirst() {
        assertThat(Sentences.of("photo", new Reading.Picture(PIXELS))).isEqualTo("photo gives a picture, 2 × 1.");
    }

    @Test
    void aSingleNumberIsSaid() {
        assertThat(Sentences.of("entropy", new Reading.Numbers(Tensor.scalar(1.234f))))
                .isEqualTo("entropy is 1.23.");
        assertThat(Sentences.of("class", new Reading.Numbers(Tensor.scalar(285L))))
                .isEqualTo("class is 285.");
    }
}
