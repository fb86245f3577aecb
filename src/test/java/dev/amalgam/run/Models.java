package dev.amalgam.run;

import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Small models for tests, written into a folder. */
record Models(Path folder) {
    /** What goes on between the input and the output. */
    interface Body {
        Ref of(Scope scope, Ref input);
    }

    Path model(String name, String in, String out, Body body) {
        GraphBuilder graph = new GraphBuilder(name);
        Ref input = graph.input("x", TensorType.parse(in));
        graph.output("y", body.of(graph.scope("test"), input), TensorType.parse(out));
        return write(name, graph);
    }

    Path write(String name, GraphBuilder graph) {
        Path file = folder.resolve(name + ".onnx");
        try {
            graph.build().write(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    /** y = x + c, for float32[N]. */
    Path plus(float constant) {
        return model(
                "plus" + constant,
                "float32[N]",
                "float32[N]",
                (scope, x) -> scope.op("Add", x, scope.constant(Tensor.scalar(constant))));
    }

    Path identity(String element) {
        TensorType any = TensorType.parse(element + "[...S]");
        GraphBuilder graph = new GraphBuilder("identity");
        graph.output("y", graph.scope("test").op("Identity", graph.input("x", any)), any);
        return write("identity-" + element, graph);
    }

    /** Hundreds of large matrix products one after the other: far longer than any test waits. */
    Path endless() {
        return model("endless", "float32[1500,1500]", "float32[1500,1500]", (scope, x) -> {
            Ref power = x;
            for (int i = 0; i < 2000; i++) {
                power = scope.op("MatMul", power, x);
            }
            return power;
        });
    }

    /** Product after product; nothing stops one that has begun. */
    Path products() {
        return model("products", "float32[N,N]", "float32[N,N]", (scope, x) -> {
            Ref power = x;
            for (int i = 0; i < 100; i++) {
                power = scope.op("MatMul", power, x);
            }
            return power;
        });
    }

    /** y = x + c, where c is worked out while the model is loaded, in one product that takes a second or more. */
    Path slowToLoad() {
        return model("slow", "float32[N]", "float32[N]", (scope, x) -> {
            Ref size = scope.constant(Tensor.longs(new long[] {2}, 4096, 4096));
            Ref square = scope.op("ConstantOfShape", size);
            Attributes all = Attributes.of("keepdims", 0);
            return scope.op("Add", x, scope.op("ReduceSum", all, scope.op("MatMul", square, square)));
        });
    }

    /** As many float32 as x says, added up. */
    Path allocating() {
        return model(
                "allocating",
                "int64[1]",
                "float32[]",
                (scope, x) -> scope.op("ReduceSum", Attributes.of("keepdims", 0), scope.op("ConstantOfShape", x)));
    }

    static Step step(String name, Path model, String in, String out) {
        return new Step(name, model, Map.of("x", in), Map.of("y", out));
    }

    static Tensor square() {
        return Tensor.floats(new long[] {1500, 1500}, new float[1500 * 1500]);
    }
}
