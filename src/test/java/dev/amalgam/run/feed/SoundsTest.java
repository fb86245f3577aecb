package dev.amalgam.run.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sound from files. Both samples hold the same quarter of a second at 8 kHz: 440 Hz at half strength to the left, 660 Hz at a
 * quarter with a little noise to the right; the FLAC files were written by libsndfile.
 */
class SoundsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/sound");
    private static final int RATE = 8000;

    @TempDir
    private Path folder;

    private static double at(Tensor sound, int index) {
        return sound.floats().get(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone-16", "tone-24"})
    void aFlacFileHoldsTheSamplesOfItsWaveFile(String name) throws Exception {
        Tensor wave = Sounds.read(SAMPLES.resolve(name + ".wav"), RATE, false);
        assertThat(wave.dims()).containsExactly(2, 2000);
        assertThat(Sounds.read(SAMPLES.resolve(name + ".flac"), RATE, false)).isEqualTo(wave);
    }

    @Test
    void samplesAreFromMinusOneToOne() throws Exception {
        Tensor sound = Sounds.read(SAMPLES.resolve("tone-16.wav"), RATE, false);
        for (int i = 0; i < 50; i++) {
            assertThat(at(sound, i)).isCloseTo(0.5 * Math.sin(2 * Math.PI * 440 * i / RATE), within(1e-4));
        }
    }

    @Test
    void channelsAreMixedIntoOne() throws Exception {
        Tensor both = Sounds.read(SAMPLES.resolve("tone-16.wav"), RATE, false);
        Tensor one = Sounds.read(SAMPLES.resolve("tone-16.wav"), RATE, true);
        assertThat(one.dims()).containsExactly(2000);
        assertThat(at(one, 100)).isCloseTo((at(both, 100) + at(both, 2100)) / 2, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 11_025, 16_000, 44_100})
    void aToneStaysItselfAtAnotherRate(int rate) throws Exception {
        Tensor sound = Sounds.read(SAMPLES.resolve("tone-16.wav"), rate, false);
        int length = (int) sound.dims()[1];
        assertThat(length).isEqualTo(Math.round(0.25f * rate));
        for (int i = length / 4; i < length * 3 / 4; i++) {
            assertThat(at(sound, i)).isCloseTo(0.5 * Math.sin(2 * Math.PI * 440 * i / rate), within(0.01));
        }
    }

    @Test
    void whatIsTooHighForANewRateIsLeftOut() {
        float[] high = new float[8000];
        IntStream.range(0, high.length).forEach(i -> high[i] = (float) Math.sin(2 * Math.PI * 3500 * i / 8000));
        float[] low = Resampling.of(high, 8000, 4000);
        assertThat(low).hasSize(4000);
        for (int i = 100; i < 3900; i++) {
            assertThat(low[i]).isBetween(-0.02f, 0.02f);
        }
        float[] constant = new float[500];
        Arrays.fill(constant, 0.25f);
        assertThat(Resampling.of(constant, 44_100, 16_000)).containsOnly(0.25f);
    }

    @Test
    void whatIsNoSoundIsRefused() throws Exception {
        for (String name : new String[] {"letter.wav", "letter.flac"}) {
            Path letter = Files.writeString(folder.resolve(name), "no sound");
            assertThatThrownBy(() -> Sounds.read(letter, RATE, true))
                    .isInstanceOf(KindException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aFlacFileThatIsCutOrChangedIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve("tone-16.flac"));
        Path cut = Files.write(folder.resolve("cut.flac"), Arrays.copyOf(whole, whole.length - 500));
        assertThatThrownBy(() -> Sounds.read(cut, RATE, true)).isInstanceOf(KindException.class);
        for (int place = 100; place < whole.length; place += 97) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            Path file = Files.write(folder.resolve("changed.flac"), changed);
            try {
                // A bit in what nobody reads, such as a check sum or the name of the encoder, changes nothing.
                assertThat(Sounds.read(file, RATE, false))
                        .isEqualTo(Sounds.read(SAMPLES.resolve("tone-16.flac"), RATE, false));
            } catch (KindException e) {
                assertThat(e).hasMessageContaining("changed.flac");
            }
        }
    }
}
