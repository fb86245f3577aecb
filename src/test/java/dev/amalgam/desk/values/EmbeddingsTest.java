package dev.amalgam.desk.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
    private final Embeddings embeddings = new Embeddings();

    private static Seen seen(String label, float... vector) {
        return new Seen(label, Optional.empty(), vector);
    }

    @Test
    void theNearestComesFirstByCosineWhateverTheLength() {
        Seen one = seen("one", 1, 0);
        List<Seen> others = List.of(one, seen("far", -1, 0), seen("across", 0, 3), seen("near", 10, 1));
        List<Embeddings.Near> nearest = Embeddings.nearest(one, others, 2);
        assertThat(nearest).extracting(near -> near.embedding().label()).containsExactly("near", "across");
        assertThat(nearest.getFirst().cosine()).isCloseTo(10 / Math.sqrt(101), within(1e-9));
        assertThat(nearest.getLast().cosine()).isZero();
    }

    @Test
    void zerosAreNearToNothing() {
        assertThat(seen("a", 0, 0).cosine(seen("b", 1, 0))).isZero();
    }

    @Test
    void thoseOfDifferentModelsAreNeverMixed() {
        embeddings.add("one", seen("a", 1, 2));
        embeddings.add("other", seen("b", 1, 2));
        assertThat(embeddings.of("one")).extracting(Seen::label).containsExactly("a");
        assertThat(embeddings.of("neither")).isEmpty();
    }

    @Test
    void whatIsSeenAgainIsTheNewestAndStandsOnce() {
        embeddings.add("one", seen("a", 1, 2));
        embeddings.add("one", seen("b", 3, 4));
        embeddings.add("one", seen("a", 1, 2));
        assertThat(embeddings.of("one")).extracting(Seen::label).containsExactly("b", "a");
    }

    @Test
    void keepsNoMoreThanItMay() {
        for (int i = 0; i < Embeddings.MOST_OF_ONE + 10; i++) {
            embeddings.add("one", seen(Integer.toString(i), i, 1));
        }
        assertThat(embeddings.of("one")).hasSize(Embeddings.MOST_OF_ONE);
        assertThat(embeddings.of("one").getFirst().label()).isEqualTo("10");
    }

    @Test
    void largeOnesPushOutTheModelThatWasSeenLongestAgo() {
        for (int i = 0; i < 20; i++) {
            float[] large = new float[1 << 20];
            large[0] = i;
            embeddings.add("model " + i, seen("", large));
        }
        assertThat(embeddings.of("model 0")).isEmpty();
        assertThat(embeddings.of("model 19")).hasSize(1);
    }

    @Test
    void vectorsOfAnotherLengthBeginAnew() {
        embeddings.add("one", seen("a", 1, 2));
        embeddings.add("one", seen("b", 1, 2, 3));
        assertThat(embeddings.of("one")).extracting(Seen::label).containsExactly("b");
    }
}
