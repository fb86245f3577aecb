package dev.amalgam.onnx;

import java.io.IOException;
import java.io.Serial;

/** A model was refused. The message says what is wrong, where, and what can be done, for people to read as it is. */
public final class OnnxException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String node;

    /** Why a model was refused. */
    public enum Reason {
        /** There is no such file, or it cannot be opened. */
        UNREADABLE,
        /** The file has no bytes. */
        EMPTY,
        /** The bytes are something else. */
        NOT_ONNX,
        /** The file ends before what it declares. */
        TRUNCATED,
        /** It is ONNX in form, but contradicts itself. */
        DAMAGED,
        /** More bytes, nodes or function calls than the {@link Limits} allow. */
        TOO_LARGE,
        /** Graphs within graphs beyond what any real model has. */
        TOO_DEEP,
        /** Weights in another file that must not be read: outside the model's folder, or a link. */
        FORBIDDEN_PATH,
        /** Weights in another file that is not there or is too short. */
        MISSING_DATA,
        /** A named tensor is not in the model. */
        UNKNOWN_TENSOR,
        /** There is no operator of that name, and the model brings no function of it. */
        UNKNOWN_OPERATOR,
        /** An input that is needed was not connected. */
        MISSING_INPUT,
        /** An operator means something else in the operator set that the joined model needs. */
        OPSET
    }

    OnnxException(Reason reason, String sentence) {
        this(reason, sentence, "");
    }

    /** @param node the name of the node that stands against it */
    OnnxException(Reason reason, String sentence, String node) {
        super(sentence);
        this.reason = reason;
        this.node = node;
    }

    OnnxException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.node = "";
    }

    /** The name of the node in the graph under construction that stands against it; empty where there is none. */
    public String node() {
        return node;
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }
}
