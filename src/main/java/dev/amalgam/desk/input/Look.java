package dev.amalgam.desk.input;

import dev.amalgam.tensor.Tensor;
import java.util.Optional;

/**
 * What a person looks at through one source, beside what the document says of it.
 *
 * @param position the picture of a reel that flows in
 * @param perturbation how it is disturbed
 * @param instead a picture that flows in instead of the document's, such as one from the screen
 */
public record Look(int position, Perturbation perturbation, Optional<Tensor> instead) {
    /** The document's own picture, the first of several, as it is. */
    public static final Look PLAIN = new Look(0, Perturbation.NONE, Optional.empty());

    public Look at(int other) {
        return new Look(other, perturbation, instead);
    }

    public Look with(Perturbation other) {
        return new Look(position, other, instead);
    }

    public Look instead(Optional<Tensor> picture) {
        return new Look(position, perturbation, picture);
    }
}
