package dev.amalgam.run.feed;

import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.flac.Flac;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads sound from strangers: sizes are checked before anything is decoded. */
public final class Sounds {
    private static final int LEAST_RATE = 1_000;
    private static final int MOST_RATE = 768_000;
    private static final long MOST_BYTES = 4L * Limits.SAMPLES;

    private static final String REMEDY = "Choose a WAV, AIFF, AU or FLAC file of up to 10 minutes";

    private Sounds() {}

    /** Samples as they are in the file, from -1 to 1, by channel. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sound(int rate, float[][] channels) {}

    /**
     * The sound in a file.
     *
     * @param rate samples in a second that it is brought to
     * @param mixed whether its channels become one
     * @return float32[samples] where they do, else float32[channels,samples]; from -1 to 1
     * @throws KindException with the code {@code bad-sound}
     */
    public static Tensor read(Path file, int rate, boolean mixed) throws KindException {
        Sound sound = sound(file);
        float[][] channels = mixed ? new float[][] {mixed(sound.channels())} : sound.channels();
        requireRoom(file, sound, channels.length, rate);
        for (int i = 0; i < channels.length; i++) {
            channels[i] = Resampling.of(channels[i], sound.rate(), rate);
        }
        int length = channels[0].length;
        long[] dims = mixed ? new long[] {length} : new long[] {channels.length, length};
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(channels.length, length), 4))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] channel : channels) {
            bytes.asFloatBuffer().put(channel);
            bytes.position(bytes.position() + 4 * length);
        }
        return Tensor.of(ElementType.FLOAT32, dims, bytes.flip());
    }

    /** A header may claim any rate, and what comes of it must be no larger than what may be read. */
    private static void requireRoom(Path file, Sound sound, int channels, int rate) throws KindException {
        if (sound.rate() < LEAST_RATE || sound.rate() > MOST_RATE) {
            throw bad(
                    file,
                    "it has " + sound.rate() + " samples in a second, and " + LEAST_RATE + " to " + MOST_RATE
                            + " can be read");
        }
        double samples = (double) sound.channels()[0].length * rate / sound.rate() * channels;
        if (samples > Limits.SAMPLES) {
            throw bad(file, "at that rate it has more than " + Limits.SAMPLES + " samples");
        }
    }

    private static float[] mixed(float[][] channels) {
        float[] one = new float[channels[0].length];
        for (float[] channel : channels) {
            for (int i = 0; i < one.length; i++) {
                one[i] += channel[i] / channels.length;
            }
        }
        return one;
    }

    private static Sound sound(Path file) throws KindException {
        try {
            if (Files.size(file) > Limits.SOUND_BYTES) {
                throw bad(file, "it has more than " + (Limits.SOUND_BYTES >> 20) + " MB");
            }
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".flac") ? flac(file) : pcm(file);
        } catch (UnsupportedAudioFileException e) {
            throw bad(file, "it is no sound that can be read here");
        } catch (IOException e) {
            throw bad(file, reason(e));
        } catch (RuntimeException e) {
            throw bad(file, "it is damaged"); // The JDK's readers answer damaged files with many kinds of exception.
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? "it is damaged" : message;
    }

    private static Sound flac(Path file) throws IOException {
        Flac flac = Flac.read(Files.readAllBytes(file), Limits.SAMPLES);
        int length = flac.frames().stream().mapToInt(frame -> frame[0].length).sum();
        float[][] channels = new float[flac.frames().getFirst().length][length];
        float scale = (float) Math.scalb(1.0, 1 - flac.bits());
        int at = 0;
        for (int[][] frame : flac.frames()) {
            for (int channel = 0; channel < channels.length; channel++) {
                for (int i = 0; i < frame[channel].length; i++) {
                    channels[channel][at + i] = frame[channel][i] * scale;
                }
            }
            at += frame[0].length;
        }
        return new Sound(flac.rate(), channels);
    }

    private static Sound pcm(Path file) throws IOException, UnsupportedAudioFileException, KindException {
        try (AudioInputStream in =
                AudioSystem.getAudioInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            AudioFormat format = in.getFormat();
            if (Pcm.reads(format)) {
                return pcm(file, in);
            }
            if (!AudioSystem.isConversionSupported(Encoding.PCM_SIGNED, format)) {
                throw bad(file, "its samples are coded as " + format.getEncoding() + ", which cannot be read here");
            }
            try (AudioInputStream plain = AudioSystem.getAudioInputStream(Encoding.PCM_SIGNED, in)) {
                return pcm(file, plain);
            }
        }
    }

    private static Sound pcm(Path file, AudioInputStream in) throws IOException, KindException {
        AudioFormat format = in.getFormat();
        int frames = Limits.SAMPLES / format.getChannels();
        byte[] bytes = in.readNBytes(Math.toIntExact(Math.min((long) frames * format.getFrameSize(), MOST_BYTES)));
        if (in.readNBytes(format.getFrameSize()).length > 0) {
            throw bad(file, "it has more than " + Limits.SAMPLES + " samples");
        }
        if (bytes.length < format.getFrameSize() || format.getSampleRate() < 1) {
            throw bad(file, "there is no sound in it");
        }
        return new Sound(Math.round(format.getSampleRate()), new Pcm(bytes, format).channels());
    }

    private static KindException bad(Path file, String why) {
        return new KindException(
                "bad-sound", "file", "The sound '" + file.getFileName() + "' cannot be used: " + why, REMEDY);
    }
}
