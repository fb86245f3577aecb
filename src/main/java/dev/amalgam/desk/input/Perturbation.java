package dev.amalgam.desk.input;

import dev.amalgam.tensor.Tensor;

/**
 * How a picture is disturbed on its way in, to see what holds its answer. The same disturbance makes the same of the same
 * picture, bit by bit.
 *
 * @param brightness added, from -1 to 1, where 1 makes all white
 * @param contrast from -1, which leaves one grey, to 1, which doubles all differences from middle grey
 * @param blur the standard deviation of the blur in pixels, from 0 to 20
 * @param crop how much of each side is cut away around the middle, from 0 to 0.9
 * @param rotation in degrees, clockwise, from -180 to 180; corners that come to lie open are black
 * @param noise the standard deviation of Gaussian noise, from 0 to 1, where 1 is the way from black to white
 * @param seed which noise
 */
public record Perturbation(
        double brightness, double contrast, double blur, double crop, double rotation, double noise, long seed) {
    /** Nothing is done. */
    public static final Perturbation NONE = new Perturbation(0, 0, 0, 0, 0, 0, 1);

    public static final double MOST_BLUR = 20;
    public static final double MOST_CROP = 0.9;
    public static final double MOST_ROTATION = 180;

    /** @throws IllegalArgumentException where a value is out of its range */
    public Perturbation {
        check("brightness", brightness, -1, 1);
        check("contrast", contrast, -1, 1);
        check("blur", blur, 0, MOST_BLUR);
        check("crop", crop, 0, MOST_CROP);
        check("rotation", rotation, -MOST_ROTATION, MOST_ROTATION);
        check("noise", noise, 0, 1);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", not from " + least + " to " + most);
        }
    }

    /** Whether pictures stay as they are. */
    public boolean isNone() {
        return equals(new Perturbation(0, 0, 0, 0, 0, 0, seed));
    }

    public Perturbation withBrightness(double other) {
        return new Perturbation(other, contrast, blur, crop, rotation, noise, seed);
    }

    public Perturbation withContrast(double other) {
        return new Perturbation(brightness, other, blur, crop, rotation, noise, seed);
    }

    public Perturbation withBlur(double other) {
        return new Perturbation(brightness, contrast, other, crop, rotation, noise, seed);
    }

    public Perturbation withCrop(double other) {
        return new Perturbation(brightness, contrast, blur, other, rotation, noise, seed);
    }

    public Perturbation withRotation(double other) {
        return new Perturbation(brightness, contrast, blur, crop, other, noise, seed);
    }

    public Perturbation withNoise(double other) {
        return new Perturbation(brightness, contrast, blur, crop, rotation, other, seed);
    }

    public Perturbation withSeed(long other) {
        return new Perturbation(brightness, contrast, blur, crop, rotation, noise, other);
    }

    /**
     * The picture disturbed: cut, turned, blurred, then its tones changed, and noise laid over it.
     *
     * @param picture uint8[height,width,3]
     * @return the same tensor where nothing is done, else uint8[h,w,3], smaller only where it is cut
     */
    public Tensor apply(Tensor picture) {
        if (isNone()) {
            return picture;
        }
        Pixels pixels = Pixels.of(picture);
        if (crop > 0) {
            pixels = pixels.cut(crop);
        }
        if (rotation != 0) {
            pixels = pixels.turned(rotation);
        }
        if (blur > 0) {
            pixels = Blur.of(pixels, blur);
        }
        if (brightness != 0 || contrast != 0) {
            pixels = pixels.toned(brightness, contrast);
        }
        if (noise > 0) {
            pixels = Grain.over(pixels, noise, seed);
        }
        return pixels.tensor();
    }
}
