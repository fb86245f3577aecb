package dev.amalgam.run.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsOfTextAndNoiseTest {
    @TempDir
    private Path folder;

    private static Tensor noise(ElementType element, boolean normal, long seed) {
        return Noises.of(new Feed.Noise(new TensorType(element, Shape.of(100, 200)), normal, seed));
    }

    private static double mean(Tensor noise) {
        return IntStream.range(0, 20_000)
                .mapToDouble(i -> noise.element() == ElementType.UINT8
                        ? noise.bytes().get(i) & 0xff
                        : noise.floats().get(i))
                .average()
                .orElseThrow();
    }

    @Test
    void textIsReadLineByLine() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFFone\r\ntwo ä\n\nfour\n");
        assertThat(TextLines.read(file).strings()).containsExactly("one", "two ä", "", "four");
        assertThat(Feed.Lines.tensor("").strings()).containsExactly("");
        assertThat(Feed.Lines.tensor("one\ntwo").strings()).containsExactly("one", "two");
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        Path file = Files.write(folder.resolve("a.txt"), "\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TextLines.read(file))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("UTF-8");
        Path large = Files.write(folder.resolve("b.txt"), new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> TextLines.read(large))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("4 MB");
        assertThatThrownBy(() -> TextLines.read(folder.resolve("c.txt"))).isInstanceOf(KindException.class);
    }

    @Test
    void noiseIsTheSameForTheSameSeed() {
        assertThat(noise(ElementType.FLOAT32, true, 5)).isEqualTo(noise(ElementType.FLOAT32, true, 5));
        assertThat(noise(ElementType.FLOAT32, true, 6)).isNotEqualTo(noise(ElementType.FLOAT32, true, 5));
    }

    @Test
    void noiseIsDistributedAsItSays() {
        assertThat(noise(ElementType.FLOAT32, true, 1).dims()).containsExactly(100, 200);
        assertThat(mean(noise(ElementType.FLOAT32, true, 1))).isBetween(-0.03, 0.03);
        assertThat(mean(noise(ElementType.FLOAT32, false, 1))).isBetween(0.49, 0.51);
        assertThat(mean(noise(ElementType.UINT8, true, 1))).isBetween(126.0, 129.0);
        assertThat(mean(noise(ElementType.UINT8, false, 1))).isBetween(126.0, 129.0);
    }
}
