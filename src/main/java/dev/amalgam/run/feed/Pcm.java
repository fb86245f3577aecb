package dev.amalgam.run.feed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;

/** Samples as they lie in files: whole numbers of 8 to 32 bits, or floating point. */
final class Pcm {
    private final ByteBuffer bytes;
    private final AudioFormat format;
    private final int width;

    Pcm(byte[] bytes, AudioFormat format) {
        this.bytes =
                ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        this.format = format;
        this.width = format.getSampleSizeInBits() / 8;
    }

    /** Whether samples of a format can be read. */
    static boolean reads(AudioFormat format) {
        int bits = format.getSampleSizeInBits();
        Encoding encoding = format.getEncoding();
        return encoding.equals(Encoding.PCM_FLOAT)
                ? bits == 32 || bits == 64
                : (encoding.equals(Encoding.PCM_SIGNED) || encoding.equals(Encoding.PCM_UNSIGNED))
                        && bits >= 8
                        && bits <= 32
                        && bits % 8 == 0;
    }

    /** By channel, the samples from -1 to 1. */
    float[][] channels() {
        int count = format.getChannels();
        float[][] channels = new float[count][bytes.capacity() / (width * count)];
        for (int i = 0; i < channels[0].length; i++) {
            for (int channel = 0; channel < count; channel++) {
                channels[channel][i] = at((i * count + channel) * width);
            }
        }
        return channels;
    }

    private float at(int place) {
        if (format.getEncoding().equals(Encoding.PCM_FLOAT)) {
            return width == 4 ? bytes.getFloat(place) : (float) bytes.getDouble(place);
        }
        int value = 0;
        for (int i = 0; i < width; i++) {
            int from = format.isBigEndian() ? i : width - 1 - i;
            value = value << 8 | bytes.get(place + from) & 0xff;
        }
        int shifted = value << 32 - 8 * width;
        boolean signed = format.getEncoding().equals(Encoding.PCM_SIGNED);
        return (float) ((signed ? shifted : shifted ^ Integer.MIN_VALUE) * 0x1p-31);
    }
}
