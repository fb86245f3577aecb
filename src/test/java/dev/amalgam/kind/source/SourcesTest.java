package dev.amalgam.kind.source;

import static dev.amalgam.kind.Numbers.bytes;
import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.longs;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static KindRun tensor() {
        return KindRun.of(new TensorKind());
    }

    @Test
    void imageIsAPictureOfAnySize() throws Exception {
        assertThat(KindRun.of(new ImageKind())
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .type())
                .hasToString("uint8[height,width,3]");
    }

    @Test
    void imageIsFedFromItsFileOnceThereIsOne() throws Exception {
        KindRun image = KindRun.of(new ImageKind());
        assertThat(new ImageKind().feed(image.chosen())).contains(new Feed.Unset());
        FileRef file = FileRef.unseen("cat.png");
        assertThat(new ImageKind().feed(image.set("file", file).chosen())).contains(new Feed.ImageFile(file));
    }

    @Test
    void imageIsFedFromAFolderOfPictures() throws Exception {
        FileRef folder = FileRef.unseen("photos/");
        KindRun image = KindRun.of(new ImageKind()).set("file", folder);
        assertThat(new ImageKind().feed(image.chosen())).contains(new Feed.ImageFolder(folder));
        assertThatThrownBy(() -> tensor().set("file", folder).chosen())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("photos/");
    }

    @Test
    void textIsWhatIsTypedOrInItsFile() throws Exception {
        KindRun text = KindRun.of(new TextKind());
        assertThat(text.bareSignature().outputs().getFirst().type()).hasToString("string[lines]");
        assertThat(new TextKind().feed(text.set("text", "a\nb").chosen())).contains(new Feed.Lines("a\nb"));
        FileRef file = FileRef.unseen("a.txt");
        assertThat(new TextKind().feed(text.set("file", file).chosen())).contains(new Feed.TextFile(file));
    }

    @Test
    void audioIsSoundOfAnyLengthAtTheChosenRate() throws Exception {
        KindRun audio = KindRun.of(new AudioKind());
        assertThat(audio.bareSignature().outputs().getFirst().type()).hasToString("float32[samples]");
        assertThat(new AudioKind().feed(audio.chosen())).contains(new Feed.Unset());
        FileRef file = FileRef.unseen("a.wav");
        KindRun both = KindRun.of(new AudioKind()).set("channels", "all").set("file", file);
        assertThat(both.bareSignature().outputs().getFirst().type()).hasToString("float32[channels,samples]");
        assertThat(new AudioKind().feed(both.chosen())).contains(new Feed.SoundFile(file, 16_000, false));
    }

    @Test
    void noiseHasTheChosenShape() throws Exception {
        KindRun noise = KindRun.of(new NoiseKind()).numbers("shape", 4, 5, 3).set("element", "uint8");
        assertThat(noise.bareSignature().outputs().getFirst().type()).hasToString("uint8[4,5,3]");
        assertThatThrownBy(() ->
                        KindRun.of(new NoiseKind()).numbers("shape", 5000, 5000).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("more than 16000000");
    }

    @Test
    void tensorHoldsTypedValues() throws Exception {
        KindRun run = tensor().numbers("shape", 2, 2).numbers("values", 1, 2.5, -3, 4);
        assertThat(run.run("value")).isEqualTo(matrix(2, 1, 2.5f, -3, 4));
    }

    @Test
    void oneValueFillsTheShape() throws Exception {
        assertThat(floats(tensor().numbers("shape", 3).numbers("values", 7).run("value")))
                .containsExactly(7, 7, 7);
    }

    @Test
    void aShapeWithoutAxesIsASingleNumber() throws Exception {
        Tensor value = tensor().numbers("shape").numbers("values", 7).run("value");
        assertThat(value).isEqualTo(Tensor.scalar(7f));
    }

    @Test
    void tensorMayHoldOtherElements() throws Exception {
        KindRun run = tensor().numbers("shape", 2).numbers("values", 0, 1);
        assertThat(longs(run.set("element", "int64").run("value"))).containsExactly(0, 1);
        assertThat(bytes(run.set("element", "bool").run("value"))).containsExactly(0, 1);
        assertThat(bytes(run.numbers("values", 255, 0).set("element", "uint8").run("value")))
                .containsExactly(255, 0);
    }

    @Test
    void tensorComesFromAFile() throws Exception {
        Tensor array = matrix(2, 1, 2, 3, 4);
        assertThat(tensor().file("file", array).run("value")).isEqualTo(array);
    }

    @Test
    void tensorCanBeAnInput() throws Exception {
        KindRun run = tensor().set("use", "input").numbers("shape", 2).numbers("values", 3, 4);
        assertThat(floats(run.run("value"))).containsExactly(3, 4);
        assertThat(new TensorKind().feed(run.chosen())).isPresent();
        assertThat(new TensorKind().feed(tensor().chosen())).isEmpty();
    }

    @Test
    void tensorRefusesValuesThatDoNotFit() {
        assertThatThrownBy(() ->
                        tensor().numbers("shape", 3).numbers("values", 1, 2).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("there are 2")
                .hasMessageContaining("[3] has 3");
        assertThatThrownBy(() ->
                        tensor().set("element", "uint8").numbers("values", 256).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("256.0 is not uint8");
        assertThatThrownBy(() -> tensor().numbers("shape", 1.5).bareSignature()).isInstanceOf(KindException.class);
        assertThatThrownBy(() -> tensor().numbers("shape", 100_000, 100_000).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("more than 1000000");
    }
}
