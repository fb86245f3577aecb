package dev.amalgam.run.feed;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.time.Duration;
import java.util.Optional;

/** Pictures one after another. Safe for use by several threads, one of which reads at a time. */
public interface Reel {
    /** What it is called. */
    String name();

    /** How many pictures there are, broken ones included; at least one. */
    int size();

    /** What a picture of it is called. */
    String name(int position);

    /**
     * A picture.
     *
     * @param position from 0 on
     * @return uint8[height,width,3], RGB
     * @throws KindException with the code {@code bad-picture} where this one cannot be read
     */
    Tensor picture(int position) throws KindException;

    /** How long a picture is to be shown, where the file says so. */
    Optional<Duration> shown(int position);
}
