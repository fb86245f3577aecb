package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import dev.amalgam.tensor.Tensor;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attributes of one operator, sorted by name. Immutable: {@code and} gives a new value. */
public final class Attributes {
    /** No attributes. */
    public static final Attributes NONE = new Attributes(new TreeMap<>());

    private final SortedMap<String, AttributeProto> byName;

    private Attributes(SortedMap<String, AttributeProto> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    public static Attributes of(String name, long value) {
        return NONE.and(name, value);
    }

    public static Attributes of(String name, float value) {
        return NONE.and(name, value);
    }

    public static Attributes of(String name, String value) {
        return NONE.and(name, value);
    }

    public static Attributes of(String name, long[] values) {
        return NONE.and(name, values);
    }

    public static Attributes of(String name, float[] values) {
        return NONE.and(name, values);
    }

    public static Attributes of(String name, List<String> values) {
        return NONE.and(name, values);
    }

    public static Attributes of(String name, Tensor value) {
        return NONE.and(name, value);
    }

    public Attributes and(String name, long value) {
        return with(attribute(name, AttributeType.INT).setI(value));
    }

    public Attributes and(String name, float value) {
        return with(attribute(name, AttributeType.FLOAT).setF(value));
    }

    public Attributes and(String name, String value) {
        return with(attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    public Attributes and(String name, long[] values) {
        AttributeProto.Builder list = attribute(name, AttributeType.INTS);
        for (long value : values) {
            list.addInts(value);
        }
        return with(list);
    }

    public Attributes and(String name, float[] values) {
        AttributeProto.Builder list = attribute(name, AttributeType.FLOATS);
        for (float value : values) {
            list.addFloats(value);
        }
        return with(list);
    }

    public Attributes and(String name, List<String> values) {
        AttributeProto.Builder list = attribute(name, AttributeType.STRINGS);
        values.forEach(value -> list.addStrings(ByteString.copyFromUtf8(value)));
        return with(list);
    }

    public Attributes and(String name, Tensor value) {
        return with(attribute(name, AttributeType.TENSOR).setT(Tensors.toProto(value)));
    }

    Collection<AttributeProto> protos() {
        return byName.values();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private Attributes with(AttributeProto.Builder attribute) {
        SortedMap<String, AttributeProto> more = new TreeMap<>(byName);
        more.put(attribute.getName(), attribute.build());
        return new Attributes(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.keySet().toString();
    }
}
