package dev.amalgam.desk.inside;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models of element-wise operators: one after the other, or wildly joined. */
final class Chains {
    private static final TensorType TYPE = TensorType.parse("float32[N,8]");
    private static final List<String> TYPES = List.of("Relu", "Tanh", "Neg", "Exp", "Abs", "Sqrt", "Sigmoid");

    private final GraphBuilder builder = new GraphBuilder("g");
    private final Map<String, Scope> scopes = new HashMap<>();
    private Ref last = builder.input("x", TYPE);

    private Chains() {}

    /** A chain that begins with these operators in that scope; an empty one is none. */
    static Chains scoped(String scope, String... operators) throws OnnxException {
        return new Chains().then(scope, operators);
    }

    Chains then(String scope, String... operators) throws OnnxException {
        for (String operator : operators) {
            last = scope(scope).op(operator, last);
        }
        return this;
    }

    /** A builder makes another scope each time it is asked. */
    private Scope scope(String path) {
        int cut = path.lastIndexOf('/');
        Scope known = scopes.get(path);
        if (known == null) {
            known = cut < 0
                    ? builder.scope(path)
                    : scope(path.substring(0, cut)).scope(path.substring(cut + 1));
            scopes.put(path, known);
        }
        return known;
    }

    OnnxModel build() throws OnnxException {
        builder.output("y", last, TYPE);
        return builder.build();
    }

    /** So many operators, each on the one before it and some on another too, in scopes that take turns. */
    static OnnxModel random(int count, long seed) throws OnnxException {
        Random random = new Random(seed);
        Chains chain = new Chains();
        List<Ref> made = new ArrayList<>(List.of(chain.last));
        for (int i = 0; i < count; i++) {
            Scope scope = chain.scope(seed % 2 == 0 ? "s" + i / 40 + "/t" + random.nextInt(3) : "");
            Ref other = made.get(made.size() - 1 - random.nextInt(Math.min(30, made.size())));
            chain.last = random.nextInt(3) == 0
                    ? scope.op("Add", chain.last, other)
                    : scope.op(TYPES.get(random.nextInt(TYPES.size())), chain.last);
            made.add(chain.last);
        }
        return chain.build();
    }
}
