package dev.amalgam.onnx;

/**
 * Something in a model that stands against what people want to do with it.
 *
 * @param against what it stands against
 * @param where the operator or the tensor, for people
 * @param why what is so about it, a sentence without a full stop
 * @param remedy what can be done
 */
public record Obstacle(Against against, String where, String why, String remedy) {
    /** What people want to do with a model. */
    public enum Against {
        /** Join it with others into one model. */
        FUSING,
        /** Run it here. */
        RUNNING,
        /** Take it away with a proof that it answers the same. */
        EXPORTING
    }
}
