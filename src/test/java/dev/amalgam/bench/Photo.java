package dev.amalgam.bench;

import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A photo of the sample that is another one each time, so that no cache can answer for it. */
final class Photo {
    private final long[] dims;
    private final byte[] pixels;
    private int changes;

    private Photo(long[] dims, byte[] pixels) {
        this.dims = dims;
        this.pixels = pixels;
    }

    /** The upper left corner of the sample's first photo, which is 300 high and 451 wide. */
    static Photo of(int height, int width) throws Exception {
        Tensor whole = Pictures.read(Figure3.FOLDER.resolve(Path.of("photos", "chelsea.png")));
        int row = 3 * Math.toIntExact(whole.dims()[1]);
        byte[] pixels = new byte[3 * height * width];
        for (int y = 0; y < height; y++) {
            whole.bytes().get(y * row, pixels, 3 * y * width, 3 * width);
        }
        return new Photo(new long[] {height, width, 3}, pixels);
    }

    /** The size as {@code 300x451}. */
    static Photo of(String heightByWidth) throws Exception {
        String[] sides = heightByWidth.split("x");
        return of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    long[] dims() {
        return dims.clone();
    }

    /** The pixels, uint8[height,width,3], now other than ever before. */
    ByteBuffer nextPixels() {
        return ByteBuffer.wrap(pixels).putInt(0, ++changes).rewind();
    }

    /** The same as a tensor with memory of its own. */
    Tensor next() {
        return Tensor.bytes(dims, nextPixels().array());
    }
}
