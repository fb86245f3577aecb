package dev.amalgam.run.feed.flac;

import java.io.EOFException;

/** The bits of a file, the highest of each byte first. */
final class Bits {
    private final byte[] bytes;
    private long at;

    Bits(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether there is nothing more. */
    boolean isAtEnd() {
        return at >= 8L * bytes.length;
    }

    /** The next bits as a number without a sign; at most 57 of them. */
    long unsigned(int count) throws EOFException {
        if (at + count > 8L * bytes.length) {
            throw new EOFException("it ends too early");
        }
        long value = 0;
        int first = (int) (at >>> 3);
        int last = (int) ((at + count - 1) >>> 3);
        for (int i = first; i <= last; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        at += count;
        int behind = (int) (-at & 7);
        return count == 0 ? 0 : value >>> behind & (1L << count) - 1;
    }

    /** The next bits as a number in two's complement. */
    long signed(int count) throws EOFException {
        return count == 0 ? 0 : unsigned(count) << 64 - count >> 64 - count;
    }

    /** How many zeros there are before the next one, which is taken too. */
    int unary() throws EOFException {
        int zeros = 0;
        while (unsigned(1) == 0) {
            zeros++;
        }
        return zeros;
    }

    void skip(long count) throws EOFException {
        at += count;
        if (at > 8L * bytes.length) {
            throw new EOFException("it ends too early");
        }
    }

    /** Goes to where the next byte begins. */
    void align() {
        at = at + 7 & ~7L;
    }
}
