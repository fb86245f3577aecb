package dev.amalgam.onnx;

import static dev.amalgam.onnx.ModelMaker.inner;
import static dev.amalgam.onnx.ModelMaker.opset;
import static dev.amalgam.onnx.ModelMaker.wire;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models of our own making that do what real ones do: each with values to run it on. */
public final class OwnModels {
    private static final Tensor ROW = Tensor.floats(new long[] {1, 4}, -1.5f, 0.25f, 2, 3);
    private static final Tensor TRIPLE = Tensor.floats(new long[] {3}, 1, -2, 3);
    private static final Tensor TWO = Tensor.scalar(2f);

    private final List<Own> all = new ArrayList<>();

    private OwnModels() {}

    /**
     * A model.
     *
     * @param name what it is about
     * @param bytes as a file has them
     * @param inputs the values to feed
     */
    public record Own(String name, byte[] bytes, Map<String, Tensor> inputs) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them. */
    public static List<Own> all() {
        OwnModels models = new OwnModels();
        models.opsets();
        models.weights();
        models.dims();
        models.names();
        models.branches();
        models.loops();
        models.functions();
        models.texts();
        models.sequences();
        models.quantised();
        models.elements();
        models.layers();
        models.ends();
        return List.copyOf(models.all);
    }

    private void add(String name, ModelMaker maker, Object... inputs) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            values.put((String) inputs[i], (Tensor) inputs[i + 1]);
        }
        all.add(new Own(name, maker.bytes(), values));
    }

    private void opsets() {
        for (int version : new int[] {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24}) {
            add(
                    "opset " + version,
                    opset(version)
                            .input("x", "float32[1,4]")
                            .weight("w", Tensor.floats(new long[] {4}, 1, 2, 3, 4))
                            .node("Mul", "x w -> scaled")
                            .node("Relu", "scaled -> y")
                            .output("y", "float32[1,4]"),
                    "x",
                    ROW);
        }
    }

    private void weights() {
        add(
                "weights as constants and no initializers",
                opset(13)
                        .input("x", "float32[1,4]")
                        .node("Constant", " -> w", Attributes.of("value", Tensor.floats(new long[] {4}, 4, 3, 2, 1)))
                        .node("Constant", " -> b", Attributes.of("value_float", 0.5f))
                        .node("Mul", "x w -> scaled")
                        .node("Add", "scaled b -> y")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "lists as constants",
                opset(13)
                        .input("x", "float32[1,4]")
                        .node("Constant", " -> shape", Attributes.of("value_ints", new long[] {2, 2}))
                        .node("Constant", " -> add", Attributes.of("value_floats", new float[] {10, 20}))
                        .node("Reshape", "x shape -> square")
                        .node("Add", "square add -> y")
                        .output("y", "float32[2,2]"),
                "x",
                ROW);
        add(
                "an initializer that is an input too",
                opset(9).input("x", "float32[1,4]")
                        .input("w", "float32[4]")
                        .weight("w", Tensor.floats(new long[] {4}, 1, 0, 1, 0))
                        .node("Mul", "x w -> y")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "equal and unused weights",
                opset(17)
                        .input("x", "float32[1,4]")
                        .weight("a", Tensor.floats(new long[] {4}, 1, 2, 3, 4))
                        .weight("b", Tensor.floats(new long[] {4}, 1, 2, 3, 4))
                        .weight("unused", Tensor.floats(new long[] {2}, 5, 6))
                        .node("Mul", "x a -> once")
                        .node("Mul", "once b -> y")
                        .node("Neg", "x -> dead")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "an empty weight",
                opset(13)
                        .input("x", "float32[1,4]")
                        .weight("none", Tensor.floats(new long[] {1, 0}))
                        .node("Concat", "x none -> y", Attributes.of("axis", 1))
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
    }

    private void dims() {
        for (String dim : List.of("N", "floor(width/2)+1", "p2o.DynamicDimension.0", "?")) {
            add(
                    "a size of " + dim,
                    opset(13)
                            .input("x", "float32[" + (dim.matches("\\w+|\\?") ? dim : "N") + ",4]")
                            .node("Sigmoid", "x -> y")
                            .output("y", "float32[" + (dim.matches("\\w+|\\?") ? dim : "N") + ",4]")
                            .named(dim),
                    "x",
                    ROW);
        }
        add(
                "sizes of −1",
                opset(13)
                        .input("x", "float32[N,4]")
                        .node("Tanh", "x -> y")
                        .output("y", "float32[N,4]")
                        .negative(),
                "x",
                ROW);
        add(
                "a number in and out",
                opset(13).input("x", "float32[]").node("Exp", "x -> y").output("y", "float32[]"),
                "x",
                TWO);
        add(
                "no values at all",
                opset(13).input("x", "float32[N,3]").node("Abs", "x -> y").output("y", "float32[N,3]"),
                "x",
                Tensor.floats(new long[] {0, 3}));
    }

    private void names() {
        for (String name : List.of("a/b:0", "{\"a\": [1]}", "größe €", "x.y.z", "StatefulPartitionedCall:1")) {
            ModelMaker maker = opset(13).input("x", "float32[1,4]");
            maker.node(NodeProto.newBuilder()
                    .setOpType("Neg")
                    .addInput("x")
                    .addOutput(name)
                    .build());
            maker.graph.addOutput(Types.declare(name, dev.amalgam.tensor.TensorType.parse("float32[1,4]")));
            add("an output named " + name, maker, "x", ROW);
        }
        add(
                "names that clash inside and outside",
                opset(17)
                        .input("x", "float32[3]")
                        .input("c", "bool[]")
                        .node("Neg", "x -> t")
                        .nodeWith(
                                "If",
                                "c -> r",
                                "then_branch",
                                inner().node("Abs", "t -> s").output("s", "float32[3]"),
                                "else_branch",
                                inner().node("Exp", "t -> s").output("s", "float32[3]"))
                        .node("Add", "r t -> y")
                        .output("y", "float32[3]"),
                "x",
                TRIPLE,
                "c",
                truth(true));
    }

    private static Tensor truth(boolean value) {
        return Tensor.of(ElementType.BOOL, new long[0], bytes(1).put(0, (byte) (value ? 1 : 0)));
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void branches() {
        for (boolean chosen : new boolean[] {true, false}) {
            add(
                    "If that captures, " + chosen,
                    opset(16)
                            .input("x", "float32[3]")
                            .input("c", "bool[]")
                            .weight("k", Tensor.floats(new long[] {3}, 10, 20, 30))
                            .node("Mul", "x x -> square")
                            .nodeWith(
                                    "If",
                                    "c -> y",
                                    "then_branch",
                                    inner().node("Add", "square k -> out").output("out", "float32[3]"),
                                    "else_branch",
                                    inner().node("Sub", "square k -> out").output("out", "float32[3]"))
                            .output("y", "float32[3]"),
                    "x",
                    TRIPLE,
                    "c",
                    truth(chosen));
        }
        add(
                "If in If, capturing from both",
                opset(17)
                        .input("x", "float32[3]")
                        .input("c", "bool[]")
                        .node("Neg", "x -> n")
                        .nodeWith(
                                "If",
                                "c -> y",
                                "then_branch",
                                inner().node("Abs", "n -> a")
                                        .nodeWith(
                                                "If",
                                                "c -> deep",
                                                "then_branch",
                                                inner().node("Add", "a n -> out")
                                                        .output("out", "float32[3]"),
                                                "else_branch",
                                                inner().node("Sub", "a x -> out")
                                                        .output("out", "float32[3]"))
                                        .output("deep", "float32[3]"),
                                "else_branch",
                                inner().node("Identity", "x -> deep").output("deep", "float32[3]"))
                        .output("y", "float32[3]"),
                "x",
                TRIPLE,
                "c",
                truth(true));
        add(
                "weights inside a branch",
                opset(13)
                        .input("x", "float32[3]")
                        .input("c", "bool[]")
                        .nodeWith(
                                "If",
                                "c -> y",
                                "then_branch",
                                inner().weight("w", TRIPLE)
                                        .node("Mul", "x w -> out")
                                        .output("out", "float32[3]"),
                                "else_branch",
                                inner().weight("w", Tensor.floats(new long[] {3}, 7, 7, 7))
                                        .node("Mul", "x w -> out")
                                        .output("out", "float32[3]"))
                        .output("y", "float32[3]"),
                "x",
                TRIPLE,
                "c",
                truth(false));
    }

    private void loops() {
        add(
                "Loop that captures and collects",
                opset(13)
                        .input("x", "float32[3]")
                        .weight("count", Tensor.scalar(4L))
                        .weight("go", truth(true))
                        .node("Neg", "x -> step")
                        .nodeWith(
                                "Loop",
                                "count go x -> last each",
                                "body",
                                inner().input("i", "int64[]")
                                        .input("cond", "bool[]")
                                        .input("state", "float32[3]")
                                        .node("Identity", "cond -> more")
                                        .node("Add", "state step -> next")
                                        .node("Abs", "next -> seen")
                                        .output("more", "bool[]")
                                        .output("next", "float32[3]")
                                        .output("seen", "float32[3]"))
                        .output("last", "float32[3]")
                        .output("each", "float32[M,3]"),
                "x",
                TRIPLE);
        add(
                "Loop in Loop",
                opset(15)
                        .input("x", "float32[3]")
                        .weight("count", Tensor.scalar(2L))
                        .weight("go", truth(true))
                        .nodeWith(
                                "Loop",
                                "count go x -> y",
                                "body",
                                inner().input("i", "int64[]")
                                        .input("cond", "bool[]")
                                        .input("state", "float32[3]")
                                        .node("Identity", "cond -> more")
                                        .nodeWith(
                                                "Loop",
                                                "count go state -> inside",
                                                "body",
                                                inner().input("j", "int64[]")
                                                        .input("cond2", "bool[]")
                                                        .input("state2", "float32[3]")
                                                        .node("Identity", "cond2 -> more2")
                                                        .node("Add", "state2 x -> next2")
                                                        .output("more2", "bool[]")
                                                        .output("next2", "float32[3]"))
                                        .output("more", "bool[]")
                                        .output("inside", "float32[3]"))
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
        ModelMaker scan = opset(11)
                .input("start", "float32[2]")
                .input("rows", "float32[T,2]")
                .weight("k", TWO);
        NodeProto.Builder node = wire("Scan", "start rows -> last sums")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("num_scan_inputs")
                        .setType(AttributeType.INT)
                        .setI(1))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeType.GRAPH)
                        .setG(inner().input("sum", "float32[2]")
                                .input("row", "float32[2]")
                                .node("Mul", "row k -> scaled")
                                .node("Add", "sum scaled -> next")
                                .node("Identity", "next -> out")
                                .output("next", "float32[2]")
                                .output("out", "float32[2]")
                                .graph));
        add(
                "Scan that captures",
                scan.node(node.build()).output("last", "float32[2]").output("sums", "float32[T,2]"),
                "start",
                Tensor.floats(new long[] {2}, 0, 1),
                "rows",
                Tensor.floats(new long[] {3, 2}, 1, 2, 3, 4, 5, 6));
    }

    private void functions() {
        add(
                "a function",
                function("twice", 17, "x -> y", wire("Add", "x x -> y").build())
                        .input("x", "float32[3]")
                        .node("own::twice", "x -> y")
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
        add(
                "a function of another opset",
                function(
                                "halved",
                                12,
                                "x -> y",
                                wire("Constant", " -> h")
                                        .addAllAttribute(Attributes.of("value", Tensor.scalar(0.5f))
                                                .protos())
                                        .build(),
                                wire("Mul", "x h -> y").build())
                        .input("x", "float32[3]")
                        .node("own::halved", "x -> y")
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
        ModelMaker nested =
                function("inside", 17, "x -> y", wire("Neg", "x -> y").build());
        nested.model.addFunctions(FunctionProto.newBuilder()
                .setDomain("own")
                .setName("outside")
                .addInput("x")
                .addOutput("y")
                .addNode(wire("own::inside", "x -> t"))
                .addNode(wire("Abs", "t -> y"))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("own").setVersion(1)));
        add(
                "a function in a function",
                nested.input("x", "float32[3]").node("own::outside", "x -> y").output("y", "float32[3]"),
                "x",
                TRIPLE);
        ModelMaker slope = opset(17).domain("own", 1);
        slope.model.addFunctions(FunctionProto.newBuilder()
                .setDomain("own")
                .setName("leaky")
                .addInput("x")
                .addOutput("y")
                .addAttribute("slope")
                .addNode(wire("LeakyRelu", "x -> y")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("alpha")
                                .setType(AttributeType.FLOAT)
                                .setRefAttrName("slope")))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17)));
        add(
                "a function with an attribute",
                slope.input("x", "float32[3]")
                        .node("own::leaky", "x -> y", Attributes.of("slope", 0.25f))
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
        add(
                "one function twice, and its inner names outside",
                function(
                                "shifted",
                                17,
                                "x -> y",
                                wire("Neg", "x -> t").build(),
                                wire("Exp", "t -> y").build())
                        .input("x", "float32[3]")
                        .node("own::shifted", "x -> t")
                        .node("own::shifted", "t -> y")
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
        add(
                "a function in a branch",
                function("twice", 17, "x -> y", wire("Add", "x x -> y").build())
                        .input("x", "float32[3]")
                        .input("c", "bool[]")
                        .nodeWith(
                                "If",
                                "c -> y",
                                "then_branch",
                                inner().node("own::twice", "x -> out").output("out", "float32[3]"),
                                "else_branch",
                                inner().node("Neg", "x -> out").output("out", "float32[3]"))
                        .output("y", "float32[3]"),
                "x",
                TRIPLE,
                "c",
                truth(true));
    }

    private static ModelMaker function(String name, int opset, String wiring, NodeProto... body) {
        return opset(17).domain("own", 1).function("own", name, opset, wiring, body);
    }

    private void texts() {
        add(
                "text out",
                opset(13)
                        .input("x", "int64[N]")
                        .node("Cast", "x -> y", Attributes.of("to", 8))
                        .output("y", "string[N]"),
                "x",
                Tensor.longs(new long[] {3}, 1, -2, 30));
        add(
                "text inside",
                opset(13)
                        .input("x", "int64[1]")
                        .weight("words", Tensor.strings(new long[] {3}, List.of("nought", "one", "zwei ü")))
                        .node("Gather", "words x -> y")
                        .output("y", "string[1]"),
                "x",
                Tensor.longs(new long[] {1}, 2));
        add(
                "labels of the learning domain",
                opset(13)
                        .domain("ai.onnx.ml", 2)
                        .input("x", "int64[N]")
                        .node(wire("ai.onnx.ml::LabelEncoder", "x -> y")
                                .addAllAttribute(Attributes.of("keys_int64s", new long[] {1, 2})
                                        .protos())
                                .addAllAttribute(Attributes.of("values_strings", List.of("cat", "dog"))
                                        .protos())
                                .build())
                        .output("y", "string[N]"),
                "x",
                Tensor.longs(new long[] {3}, 2, 1, 9));
    }

    private void sequences() {
        add(
                "a sequence inside",
                opset(13)
                        .input("x", "float32[1,4]")
                        .weight("first", Tensor.scalar(1L))
                        .node("SplitToSequence", "x -> parts", Attributes.of("axis", 1))
                        .node("SequenceAt", "parts first -> y")
                        .output("y", "float32[1,1]"),
                "x",
                ROW);
        add(
                "a sequence that is built and joined",
                opset(13)
                        .input("x", "float32[3]")
                        .node("Neg", "x -> n")
                        .node("SequenceConstruct", "x n x -> all")
                        .node("ConcatFromSequence", "all -> y", Attributes.of("axis", 0))
                        .output("y", "float32[9]"),
                "x",
                TRIPLE);
        add(
                "something optional inside",
                opset(16)
                        .input("x", "float32[3]")
                        .node("Optional", "x -> o")
                        .node("OptionalGetElement", "o -> y")
                        .output("y", "float32[3]"),
                "x",
                TRIPLE);
    }

    private void quantised() {
        Tensor zero = Tensor.of(ElementType.UINT8, new long[0], bytes(1).put(0, (byte) 128));
        add(
                "quantised and back",
                opset(13)
                        .input("x", "float32[1,4]")
                        .weight("scale", Tensor.scalar(0.05f))
                        .weight("zero", zero)
                        .node("QuantizeLinear", "x scale zero -> q")
                        .node("DequantizeLinear", "q scale zero -> y")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "a product of int8",
                opset(11)
                        .input("x", "float32[1,4]")
                        .weight(
                                "w",
                                Tensor.of(
                                        ElementType.INT8,
                                        new long[] {4, 2},
                                        bytes(8).put(0, (byte) 5).put(5, (byte) -7)))
                        .node("DynamicQuantizeLinear", "x -> q scale zero")
                        .node("MatMulInteger", "q w zero -> sums")
                        .node("Cast", "sums -> real", Attributes.of("to", 1))
                        .node("Mul", "real scale -> y")
                        .output("y", "float32[1,2]"),
                "x",
                ROW);
    }

    private void elements() {
        elements(
                "float64",
                Tensor.of(
                        ElementType.FLOAT64,
                        new long[] {2},
                        bytes(16).putDouble(0, 1.5).putDouble(8, -2)));
        elements(
                "int32",
                Tensor.of(
                        ElementType.INT32, new long[] {2}, bytes(8).putInt(0, 7).putInt(4, -8)));
        elements("int64", Tensor.longs(new long[] {2}, 1L << 40, -3));
        elements("float16", Tensor.of(ElementType.FLOAT16, new long[] {2}, bytes(4).putShort(0, (short) 0x3c00)));
        elements("uint8", Tensor.of(ElementType.UINT8, new long[] {2}, bytes(2).put(0, (byte) 200)));
        elements("int8", Tensor.of(ElementType.INT8, new long[] {2}, bytes(2).put(0, (byte) -100)));
        elements("bool", Tensor.of(ElementType.BOOL, new long[] {2}, bytes(2).put(0, (byte) 1)));
    }

    private void elements(String type, Tensor value) {
        add(
                "values of " + type,
                opset(13)
                        .input("x", type + "[N]")
                        .node("Identity", "x -> same")
                        .node("Concat", "same x -> y", Attributes.of("axis", 0))
                        .output("y", type + "[M]"),
                "x",
                value);
    }

    private void layers() {
        Tensor picture = Tensor.floats(new long[] {1, 1, 3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        add(
                "a convolution with its normalisation",
                opset(15)
                        .input("x", "float32[1,1,3,3]")
                        .weight("w", Tensor.floats(new long[] {2, 1, 2, 2}, 1, 0, 0, 1, -1, 1, 1, -1))
                        .weight("scale", Tensor.floats(new long[] {2}, 2, 3))
                        .weight("bias", Tensor.floats(new long[] {2}, 1, -1))
                        .weight("mean", Tensor.floats(new long[] {2}, 5, 0))
                        .weight("variance", Tensor.floats(new long[] {2}, 4, 9))
                        .node("Conv", "x w -> c")
                        .node("BatchNormalization", "c scale bias mean variance -> n")
                        .node("Relu", "n -> y")
                        .output("y", "float32[1,2,2,2]"),
                "x",
                picture);
        add(
                "a classifier's head",
                opset(13)
                        .input("x", "float32[N,4]")
                        .weight("w", Tensor.floats(new long[] {4, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3))
                        .weight("b", Tensor.floats(new long[] {3}, 0.1f, 0.2f, 0.3f))
                        .node("Gemm", "x w b -> logits")
                        .node("Softmax", "logits -> y", Attributes.of("axis", 1))
                        .output("y", "float32[N,3]"),
                "x",
                ROW);
        add(
                "the best two",
                opset(11)
                        .input("x", "float32[1,4]")
                        .weight("k", Tensor.longs(new long[] {1}, 2))
                        .node("TopK", "x k -> values indices")
                        .output("values", "float32[1,2]")
                        .output("indices", "int64[1,2]"),
                "x",
                ROW);
        add(
                "a picture resized",
                opset(13)
                        .input("x", "float32[1,1,3,3]")
                        .weight("scales", Tensor.floats(new long[] {4}, 1, 1, 2, 2))
                        .node("Resize", "x - scales -> y", Attributes.of("mode", "nearest"))
                        .output("y", "float32[1,1,6,6]"),
                "x",
                picture);
        add(
                "layer normalisation",
                opset(17)
                        .input("x", "float32[1,4]")
                        .weight("s", Tensor.floats(new long[] {4}, 1, 1, 2, 2))
                        .node("LayerNormalization", "x s -> y")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "a sum over named axes",
                opset(13)
                        .input("x", "float32[1,4]")
                        .node("Einsum", "x x -> y", Attributes.of("equation", "bi,bi->b"))
                        .output("y", "float32[1]"),
                "x",
                ROW);
    }

    private void ends() {
        add(
                "what is left out",
                opset(13)
                        .input("x", "float32[1,4]")
                        .weight("most", Tensor.scalar(1f))
                        .node("Clip", "x - most -> y")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "two outputs, one of them used inside",
                opset(13)
                        .input("x", "float32[1,4]")
                        .node("Sigmoid", "x -> soft")
                        .node("Neg", "soft -> y")
                        .output("soft", "float32[1,4]")
                        .output("y", "float32[1,4]"),
                "x",
                ROW);
        add(
                "two inputs in another order than they are used",
                opset(13)
                        .input("b", "float32[3]")
                        .input("a", "float32[3]")
                        .node("Sub", "a b -> y")
                        .output("y", "float32[3]"),
                "b",
                TRIPLE,
                "a",
                Tensor.floats(new long[] {3}, 9, 8, 7));
        ModelMaker noted =
                opset(13).input("x", "float32[3]").node("Abs", "x -> y").output("y", "float32[3]");
        noted.model
                .setProducerName("somebody")
                .setProducerVersion("1.0")
                .setDomain("org.example")
                .setModelVersion(7)
                .setDocString("what it is for")
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("licence").setValue("Apache-2.0"));
        add("notes of its author", noted, "x", TRIPLE);
    }
}
