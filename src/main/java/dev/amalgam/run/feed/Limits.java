package dev.amalgam.run.feed;

/** How much of a stranger's file is read at most. */
final class Limits {
    /** Longest side of a picture in pixels. */
    static final int PICTURE_SIDE = 16_384;

    /** Most pixels of a picture: 64 million take 192 MB as RGB. */
    static final long PICTURE_PIXELS = 64_000_000;

    /** Most bytes of a picture that moves; they stay in memory while it does. */
    static final int MOVING_BYTES = 64 << 20;

    /** Most pixels of a picture that moves, of which one frame is drawn over the other. */
    static final long FRAME_PIXELS = 16_000_000;

    /** Most frames of a picture that moves. */
    static final int FRAMES = 5_000;

    /** Most pictures of a folder. */
    static final int FOLDER_PICTURES = 100_000;

    /** Most bytes of a text. */
    static final int TEXT_BYTES = 4 << 20;

    /** Most bytes of a file with sound. */
    static final long SOUND_BYTES = 256L << 20;

    /** Most samples of all channels together: 10 minutes at 48 kHz. */
    static final int SAMPLES = 30_000_000;

    private Limits() {}
}
