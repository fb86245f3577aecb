package dev.amalgam.tensor;

/**
 * What a port carries: element type and shape. Prints as {@code float32[N,1000]}.
 *
 * @param element the element type, or a variable for it
 * @param shape the axes, outermost first
 */
public record TensorType(Element element, Shape shape) {
    /**
     * Reads the notation of signatures: {@code float32[N,C,H,W]}, {@code T[...B,K]}, {@code float32[N,A+B]}, {@code
     * string[?]}. An element name that is no {@link ElementType} is a variable.
     *
     * @throws IllegalArgumentException where the text is not in that notation
     */
    public static TensorType parse(String text) {
        return new TypeParser(text).type();
    }

    /** This type with all its variables owned by {@code scope}, so that it can meet types of other owners. */
    public TensorType scoped(String scope) {
        Element scopedElement =
                element instanceof ElementVariable v ? new ElementVariable(scope, v.name(), v.allowed()) : element;
        return new TensorType(scopedElement, shape.scoped(scope));
    }

    /** This type with its unnamed sizes named after {@code owner}, so that they are none of another type's unnamed sizes. */
    public TensorType apart(String owner) {
        return new TensorType(element, shape.apart(owner));
    }

    /** Whether nothing is left open. */
    public boolean isKnown() {
        return element instanceof ElementType && shape.isKnown();
    }

    @Override
    public String toString() {
        return element + shape.toString();
    }
}
