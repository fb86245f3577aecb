package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Models that mean the same as others and do not look it. */
public final class Disguise {
    private Disguise() {}

    /**
     * A model that takes the same bottom: another head on one of its tensors, all tensors under other names, nodes in another
     * order, weights as Constant nodes, another operator set.
     *
     * @param tensor [N,C,1,1], where the head begins
     * @param classes how many the new head tells apart
     */
    public static OnnxModel withHead(OnnxModel model, String tensor, int channels, int classes, int opset)
            throws OnnxException {
        ModelProto bottom = model.cut(List.of(tensor)).proto();
        GraphProto.Builder graph = bottom.getGraph().toBuilder().clearOutput();
        graph.addInitializer(named("head/w", noise(7, channels, classes)));
        graph.addInitializer(named("head/b", noise(8, classes)));
        graph.addNode(ModelMaker.wire("Flatten", tensor + " -> head/flat"));
        graph.addNode(ModelMaker.wire("Gemm", "head/flat head/w head/b -> scores"));
        graph.addOutput(Types.declare("scores", dev.amalgam.tensor.TensorType.parse("float32[N," + classes + "]")));
        return read(of(bottom.toBuilder().setGraph(graph).build(), opset));
    }

    /** The same model under other names, in another order, in another operator set. */
    public static OnnxModel of(OnnxModel model, int opset) throws OnnxException {
        return read(of(model.proto(), opset));
    }

    /** The same model with each float32 weight moved by up to so much. */
    public static OnnxModel moved(OnnxModel model, float most) throws OnnxException {
        GraphProto.Builder graph = model.proto().getGraph().toBuilder();
        SplittableRandom random = new SplittableRandom(3);
        for (TensorProto.Builder weight : graph.getInitializerBuilderList()) {
            Tensor old = Tensors.toTensor(weight.build()).orElseThrow();
            if (old.element() == ElementType.FLOAT32) {
                ByteBuffer bytes = ByteBuffer.allocate(old.bytes().remaining()).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < old.elements(); i++) {
                    bytes.putFloat(old.floats().get(i) + (float) random.nextDouble(-most, most));
                }
                Tensor changed = Tensor.of(ElementType.FLOAT32, old.dims(), bytes.flip());
                weight.mergeFrom(named(weight.getName(), changed))
                        .clearDims()
                        .addAllDims(named("", changed).getDimsList());
            }
        }
        return read(model.proto().toBuilder().setGraph(graph).build());
    }

    private static ModelProto of(ModelProto model, int opset) {
        UnaryOperator<String> names = name -> name.isEmpty() ? "" : "t_" + Integer.toHexString(name.hashCode());
        GraphProto graph = model.getGraph();
        GraphProto.Builder built = GraphProto.newBuilder().setName("other");
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            NodeProto.Builder renamed =
                    node.toBuilder().clearName().clearInput().clearOutput();
            node.getInputList().forEach(input -> renamed.addInput(names.apply(input)));
            node.getOutputList().forEach(output -> renamed.addOutput(names.apply(output)));
            nodes.add(renamed.build());
        }
        for (TensorProto weight : graph.getInitializerList()) {
            NodeProto.Builder constant = ModelMaker.wire("Constant", "-> " + names.apply(weight.getName()));
            nodes.add(constant.addAttribute(AttributeProto.newBuilder()
                            .setName("value")
                            .setType(AttributeProto.AttributeType.TENSOR)
                            .setT(weight))
                    .build());
        }
        Collections.shuffle(nodes, new Random(5));
        built.addAllNode(nodes);
        graph.getInputList().forEach(input -> built.addInput(renamed(input, names)));
        graph.getOutputList().forEach(output -> built.addOutput(renamed(output, names)));
        return model.toBuilder()
                .setGraph(built)
                .clearOpsetImport()
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .build();
    }

    private static ValueInfoProto renamed(ValueInfoProto value, UnaryOperator<String> names) {
        return value.toBuilder().setName(names.apply(value.getName())).build();
    }

    private static OnnxModel read(ModelProto model) throws OnnxException {
        return OnnxModel.parse(ByteBuffer.wrap(model.toByteArray()), "disguised.onnx");
    }

    private static TensorProto named(String name, Tensor tensor) {
        return Tensors.toProto(tensor).toBuilder().setName(name).build();
    }

    private static Tensor noise(long seed, long... dims) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[(int) java.util.Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-0.1, 0.1);
        }
        return Tensor.floats(dims, values);
    }
}
