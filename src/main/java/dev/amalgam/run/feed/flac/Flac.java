package dev.amalgam.run.feed.flac;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A FLAC file, decoded. Source: <a href="https://www.rfc-editor.org/rfc/rfc9639">RFC 9639</a>.
 *
 * @param rate samples in a second
 * @param bits of each sample
 * @param frames one after another: by channel, the samples
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Flac(int rate, int bits, List<int[][]> frames) {
    private static final int MARKER = 0x664C6143;
    private static final int SYNC = 0b11111111111110;
    private static final int DIGEST = 16;

    /** What the file says before its frames. */
    private record Info(int rate, int channels, int bits, long samples, byte[] digest) {}

    public Flac {
        frames = List.copyOf(frames);
    }

    /**
     * Decodes a whole file, and checks it against the digest of its samples where it has one.
     *
     * @param most samples of all channels together
     * @throws IOException with what is wrong: it is no FLAC file, it is damaged, or there are more samples
     */
    public static Flac read(byte[] file, int most) throws IOException {
        Bits in = new Bits(file);
        Info info = info(in);
        check(info.samples() * info.channels(), most);
        List<int[][]> frames = new ArrayList<>();
        long read = 0;
        while (!in.isAtEnd() && (info.samples() == 0 || read < info.samples())) {
            int[][] frame = frame(in, info);
            read += frame[0].length;
            check(read * info.channels(), most);
            frames.add(frame);
        }
        if (read == 0 || read < info.samples()) {
            throw new IOException("it ends too early");
        }
        verify(info, frames);
        return new Flac(info.rate(), info.bits(), frames);
    }

    private static void check(long samples, int most) throws IOException {
        if (samples > most) {
            throw new IOException("it has " + samples + " samples, and " + most + " is the limit");
        }
    }

    private static Info info(Bits in) throws IOException {
        if (in.unsigned(32) != MARKER) {
            throw new IOException("it does not begin as a FLAC file does");
        }
        Info info = null;
        boolean last = false;
        while (!last) {
            last = in.unsigned(1) == 1;
            int type = (int) in.unsigned(7);
            long length = in.unsigned(24);
            if (type == 0) {
                info = streamInfo(in);
                in.skip(8 * length - 272);
            } else {
                in.skip(8 * length);
            }
        }
        if (info == null || info.rate() == 0) {
            throw new IOException("it does not say how its samples are to be read");
        }
        return info;
    }

    private static Info streamInfo(Bits in) throws IOException {
        in.skip(80);
        int rate = (int) in.unsigned(20);
        int channels = (int) in.unsigned(3) + 1;
        int bits = (int) in.unsigned(5) + 1;
        long samples = in.unsigned(36);
        byte[] digest = new byte[DIGEST];
        for (int i = 0; i < DIGEST; i++) {
            digest[i] = (byte) in.unsigned(8);
        }
        return new Info(rate, channels, bits, samples, digest);
    }

    private static int[][] frame(Bits in, Info info) throws IOException {
        if (in.unsigned(14) != SYNC) {
            throw new IOException("a frame does not begin where it should");
        }
        in.skip(2);
        int size = (int) in.unsigned(4);
        int rate = (int) in.unsigned(4);
        int assignment = (int) in.unsigned(4);
        int bits = bits((int) in.unsigned(3), info);
        in.skip(1);
        number(in);
        int length = length(size, in);
        in.skip(rate == 12 ? 8 : rate == 13 || rate == 14 ? 16 : 0);
        in.skip(8); // The digest of all samples says more than the check sums of frames.
        int[][] frame = channels(in, assignment, bits, length);
        if (frame.length != info.channels() || bits != info.bits()) {
            throw new IOException("a frame has other channels than the file");
        }
        in.align();
        in.skip(16);
        return frame;
    }

    private static int bits(int code, Info info) throws IOException {
        int[] sizes = {info.bits(), 8, 12, 0, 16, 20, 24, 32};
        if (sizes[code] == 0) {
            throw new IOException("a frame has samples of a size that is reserved");
        }
        return sizes[code];
    }

    /** The number of the frame or of its first sample, in as many bytes as UTF-8 would take; nobody needs it here. */
    private static void number(Bits in) throws IOException {
        int first = (int) in.unsigned(8);
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        in.skip(8L * Math.max(0, ones - 1));
    }

    private static int length(int code, Bits in) throws IOException {
        return switch (code) {
            case 0 -> throw new IOException("a frame has a length that is reserved");
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> (int) in.unsigned(8) + 1;
            case 7 -> (int) in.unsigned(16) + 1;
            default -> 256 << code - 8;
        };
    }

    private static int[][] channels(Bits in, int assignment, int bits, int length) throws IOException {
        if (assignment > 10) {
            throw new IOException("a frame has channels in an order that is reserved");
        }
        int count = assignment < 8 ? assignment + 1 : 2;
        long[][] read = new long[count][length];
        for (int channel = 0; channel < count; channel++) {
            boolean isSide = assignment == 9 ? channel == 0 : assignment >= 8 && channel == 1;
            Subframe.read(in, read[channel], isSide ? bits + 1 : bits);
        }
        if (assignment >= 8) {
            apart(assignment, read[0], read[1]);
        }
        int[][] samples = new int[count][length];
        for (int channel = 0; channel < count; channel++) {
            long[] from = read[channel];
            Arrays.setAll(samples[channel], i -> (int) from[i]);
        }
        return samples;
    }

    /** Left and right out of one of them, or what they share, and their difference. */
    private static void apart(int assignment, long[] first, long[] second) {
        for (int i = 0; i < first.length; i++) {
            switch (assignment) {
                case 8 -> second[i] = first[i] - second[i];
                case 9 -> first[i] += second[i];
                default -> {
                    long middle = first[i] << 1 | second[i] & 1;
                    long side = second[i];
                    first[i] = middle + side >> 1;
                    second[i] = middle - side >> 1;
                }
            }
        }
    }

    private static void verify(Info info, List<int[][]> frames) throws IOException {
        if (Arrays.equals(info.digest(), new byte[DIGEST])) {
            return;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            int bytes = (info.bits() + 7) / 8;
            for (int[][] frame : frames) {
                digest.update(interleaved(frame, bytes));
            }
            if (!Arrays.equals(digest.digest(), info.digest())) {
                throw new IOException("its samples are not those that were written");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has MD5", e);
        }
    }

    private static byte[] interleaved(int[][] frame, int bytes) {
        byte[] all = new byte[frame.length * frame[0].length * bytes];
        int at = 0;
        for (int i = 0; i < frame[0].length; i++) {
            for (int[] channel : frame) {
                for (int b = 0; b < bytes; b++) {
                    all[at++] = (byte) (channel[i] >> 8 * b);
                }
            }
        }
        return all;
    }
}
