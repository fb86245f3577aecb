package dev.amalgam.kind.part;

import dev.amalgam.kind.Lowering;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.List;

/** Short words for the operators and constants that lowerings write again and again. */
public final class Ops {
    private final Scope scope;

    private Ops(Scope scope) {
        this.scope = scope;
    }

    /** Writes into the node's own scope. */
    public static Ops of(Lowering lowering) {
        return new Ops(lowering.scope());
    }

    /** An operator without attributes. */
    public Ref op(String type, Ref... inputs) {
        return scope.op(type, inputs);
    }

    /** An operator. */
    public Ref op(String type, Attributes attributes, Ref... inputs) {
        return scope.op(type, attributes, inputs);
    }

    /** An operator with several results. */
    public List<Ref> ops(String type, int outputs, Attributes attributes, Ref... inputs) {
        return scope.ops(type, outputs, attributes, inputs);
    }

    /** An operator of the domain {@code ai.onnx.ml}. */
    public Ref ml(String type, Attributes attributes, Ref... inputs) {
        return scope.ml(type, attributes, inputs);
    }

    /** A fixed tensor. */
    public Ref constant(Tensor tensor) {
        return scope.constant(tensor);
    }

    /** A fixed int64 number without axes. */
    public Ref scalar(long value) {
        return constant(Tensor.scalar(value));
    }

    /** A fixed float32 number without axes. */
    public Ref scalar(float value) {
        return constant(Tensor.scalar(value));
    }

    /** A fixed int64[n]. */
    public Ref longs(long... values) {
        return constant(Tensor.longs(new long[] {values.length}, values));
    }

    /** A fixed float32[n]. */
    public Ref floats(float... values) {
        return constant(Tensor.floats(new long[] {values.length}, values));
    }

    /** A fixed string without axes. */
    public Ref text(String text) {
        return constant(Tensor.strings(new long[0], List.of(text)));
    }

    /** A fixed string[n]. */
    public Ref texts(List<String> texts) {
        return constant(Tensor.strings(new long[] {texts.size()}, texts));
    }

    /** The same values as another element type. */
    public Ref cast(Ref value, ElementType to) {
        return op("Cast", Attributes.of("to", to.code()), value);
    }

    /** The sizes of the axes from {@code start} (inclusive) to {@code end} (exclusive), as int64[end-start]. */
    public Ref sizes(Ref value, long start, long end) {
        return op("Shape", Attributes.of("start", start).and("end", end), value);
    }

    /** The slices of {@code value} at {@code indices} along an axis. */
    public Ref gather(Ref value, Ref indices, long axis) {
        return op("Gather", Attributes.of("axis", axis), value, indices);
    }

    /** Lists or pictures one after the other along an axis. */
    public Ref concat(long axis, Ref... parts) {
        return op("Concat", Attributes.of("axis", axis), parts);
    }

    /** The axes in another order. */
    public Ref transpose(Ref value, long... order) {
        return op("Transpose", Attributes.of("perm", order), value);
    }

    /** Texts joined element by element. */
    public Ref join(Ref first, Ref... more) {
        Ref joined = first;
        for (Ref next : more) {
            joined = op("StringConcat", joined, next);
        }
        return joined;
    }

    /** Classifies rows: {@code rows}[N,D] times the transposed {@code weights}[K,D], plus {@code bias}[K] where it is not {@link Ref#NONE}. */
    public Ref linear(Ref rows, Ref weights, Ref bias) {
        Attributes transposed = Attributes.of("transB", 1);
        return bias == Ref.NONE ? op("Gemm", transposed, rows, weights) : op("Gemm", transposed, rows, weights, bias);
    }
}
