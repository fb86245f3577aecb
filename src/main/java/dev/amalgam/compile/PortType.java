package dev.amalgam.compile;

import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.TensorType;

/**
 * What flows through a port.
 *
 * @param type element type and shape, as far as they are known
 * @param representation what the tensor means
 */
public record PortType(TensorType type, Representation representation) {
    @Override
    public String toString() {
        return type + " " + representation;
    }
}
