package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The functions that joined models brought along, each under a name of its own; equal ones once. */
final class FunctionPool {
    /** The domain of all of them. */
    static final String DOMAIN = "amalgam.function";

    /**
     * A function and how it is written.
     *
     * @param function under its new name, calling others by their new names
     * @param dialect the operator sets of its body
     */
    record Pooled(FunctionProto function, Dialect dialect) {}

    private record Key(FunctionProto body, Map<String, Integer> opsets) {}

    private final Map<Key, String> names = new HashMap<>();
    private final Map<String, Pooled> byName = new LinkedHashMap<>();
    private final UniqueNames unique = new UniqueNames();

    /** The new name of a function whose own calls are renamed already. */
    String add(FunctionProto function, Dialect dialect) {
        FunctionProto body = function.toBuilder()
                .setDomain(DOMAIN)
                .clearName()
                .clearOverload()
                .clearDocString()
                .build();
        return names.computeIfAbsent(new Key(body, dialect.opsets()), key -> {
            String name = unique.unique(function.getName());
            byName.put(name, new Pooled(body.toBuilder().setName(name).build(), dialect));
            return name;
        });
    }

    Map<String, Pooled> byName() {
        return byName;
    }
}
