package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random model float32[4] -> float32[4] with branches, loops and scans that use tensors of the graphs around them, and with
 * functions under operator sets of their own. All models use the same few names, so that joining them makes names clash.
 */
final class RandomModel {
    private static final List<String> NAMES =
            List.of("a", "b", "b_2", "x/a", "m0/a", "m1/b", "out", "constant", "Relu", "a:0", "m0/m0/a");

    private final Random random;
    private final int opset;
    private final List<String> known = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final ModelMaker model;
    private int number;

    private RandomModel(long seed) {
        this.random = new Random(seed);
        this.opset = List.of(13, 14, 15, 17, 18).get(random.nextInt(5));
        this.model = ModelMaker.opset(opset).domain("f", 1);
    }

    /** The model; its input is {@code x}, its output {@code y}. */
    static OnnxModel of(long seed, int operators) throws OnnxException {
        return new RandomModel(seed).make(operators);
    }

    private OnnxModel make(int operators) throws OnnxException {
        model.input("x", "float32[4]");
        known.add("x");
        model.weight("w", Tensor.floats(new long[] {4}, random.nextInt(3), 0.5f, -1, 2));
        known.add("w");
        model.weight("no", Tensor.bytes(new long[0], (byte) 0)).weight("three", Tensor.longs(new long[0], 3));
        function("Twice");
        function("Half");
        for (int i = 0; i < operators; i++) {
            operator();
        }
        model.node("Add", pick() + " " + known.getLast() + " -> y").output("y", "float32[4]");
        return model.make();
    }

    /** The same name and another body, from model to model. */
    private void function(String name) {
        int own = List.of(13, 14, opset).get(random.nextInt(3));
        NodeProto first = ModelMaker.wire(random.nextBoolean() ? "Relu" : "Tanh", "a -> b")
                .build();
        NodeProto second = ModelMaker.wire(random.nextBoolean() ? "Add" : "Mul", "a b -> out")
                .build();
        model.function("f", name, own, "a -> out", first, second);
    }

    private String pick() {
        return known.get(random.nextInt(known.size()));
    }

    private String fresh() {
        String wanted = NAMES.get(random.nextInt(NAMES.size()));
        String name = taken.contains(wanted) || known.contains(wanted) ? "t" + number++ : wanted;
        taken.add(name);
        return name;
    }

    private void operator() {
        String made = fresh();
        switch (random.nextInt(7)) {
            case 0 -> model.node(random.nextBoolean() ? "Relu" : "Neg", pick() + " -> " + made);
            case 1 -> model.node("Add", pick() + " " + pick() + " -> " + made);
            case 2 -> model.node(random.nextBoolean() ? "f::Twice" : "f::Half", pick() + " -> " + made);
            case 3 -> branch(made);
            case 4 -> loop(made);
            case 5 -> scan(made);
            default -> model.node("Tanh", pick() + " -> " + made);
        }
        known.add(made);
    }

    private void branch(String made) {
        String sum = fresh();
        String positive = fresh();
        model.node("ReduceSum", pick() + " -> " + sum, Attributes.of("keepdims", 0));
        model.weight("zero of " + made, Tensor.scalar(0f));
        model.node(ModelMaker.wire("Greater", sum + " - -> " + positive)
                .setInput(1, "zero of " + made)
                .build());
        String then = fresh();
        String otherwise = fresh();
        ModelMaker yes = ModelMaker.inner()
                .node("Add", pick() + " " + pick() + " -> " + then)
                .node("f::Twice", then + " -> result")
                .output("result", "float32[4]");
        ModelMaker no = ModelMaker.inner()
                .weight("mine", Tensor.floats(new long[] {4}, 1, 2, 3, random.nextInt(9)))
                .node("Mul", pick() + " mine -> " + otherwise)
                .output(otherwise, "float32[4]");
        model.nodeWith("If", positive + " -> " + made, "then_branch", yes, "else_branch", no);
    }

    private void loop(String made) {
        ModelMaker body = ModelMaker.inner()
                .input("i", "int64[]")
                .input("go", "bool[]")
                .input("state", "float32[4]")
                .node("Add", "state " + pick() + " -> sum")
                .node("Tanh", "sum -> next")
                .node("Identity", "go -> on")
                .output("on", "bool[]")
                .output("next", "float32[4]");
        model.nodeWith("Loop", "three - " + pick() + " -> " + made, "body", body);
    }

    private void scan(String made) {
        String state = fresh();
        model.weight("start of " + made, Tensor.scalar(1f));
        ModelMaker body = ModelMaker.inner()
                .input("before", "float32[]")
                .input("element", "float32[]")
                .node("Add", "before element -> after")
                .node("ReduceMax", pick() + " -> most", Attributes.of("keepdims", 0))
                .node("Mul", "after most -> each")
                .output("after", "float32[]")
                .output("each", "float32[]");
        ModelMaker holder =
                ModelMaker.inner().nodeWith("Scan", "- " + pick() + " -> " + state + " " + made, "body", body);
        model.node(holder.graph.getNode(0).toBuilder()
                .setInput(0, "start of " + made)
                .addAllAttribute(Attributes.of("num_scan_inputs", 1).protos())
                .build());
    }
}
