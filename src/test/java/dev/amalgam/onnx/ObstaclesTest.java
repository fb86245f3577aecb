package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.onnx.Obstacle.Against;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told to stand against a model, and where it is from. */
class ObstaclesTest {
    @Test
    void nothingStandsAgainstAPlainModel() throws OnnxException {
        OnnxModel model = ModelMaker.opset(11)
                .input("x", "float32[N]")
                .node("Relu", "x -> y")
                .output("y", "float32[N]")
                .make();
        assertThat(Obstacles.of(model)).isEmpty();
    }

    @Test
    void operatorsThatCannotBeSaidInALaterSetStandAgainstJoining() throws OnnxException {
        ModelMaker maker = ModelMaker.opset(7).input("x", "float32[N,C,H,W]").input("v", "float32[C]");
        Attributes each = Attributes.of("spatial", 0);
        OnnxModel model = maker.node("BatchNormalization", "x v v v v -> a", each)
                .node("BatchNormalization", "a v v v v -> y", each)
                .output("y", "float32[N,C,H,W]")
                .make();
        assertThat(Obstacles.of(model))
                .extracting(Obstacle::against, Obstacle::where)
                .containsExactly(tuple(Against.FUSING, "operator BatchNormalization (a) and 1 more"));
    }

    @Test
    void whatIsRandomCannotBeProved() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("RandomNormalLike", "x -> y")
                .output("y", "float32[N]")
                .make();
        assertThat(Obstacles.of(model)).extracting(Obstacle::against).containsExactly(Against.EXPORTING);
    }

    @Test
    void operatorsOfOtherDomainsRunOnlyWhereTheyAreKnown() throws OnnxException {
        OnnxModel model = ModelMaker.opset(13)
                .domain("com.microsoft", 1)
                .input("x", "float32[N]")
                .node("com.microsoft::Gelu", "x -> y")
                .output("y", "float32[N]")
                .make();
        assertThat(Obstacles.of(model)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.against()).isEqualTo(Against.EXPORTING);
            assertThat(obstacle.why()).startsWith("com.microsoft::Gelu is no operator of ONNX");
        });
    }

    @Test
    void wiresCarryTensorsAlone() throws OnnxException {
        ModelMaker maker = ModelMaker.opset(13);
        maker.graph.addInput(ValueInfoProto.newBuilder()
                .setName("s")
                .setType(TypeProto.newBuilder()
                        .setSequenceType(TypeProto.Sequence.newBuilder()
                                .setElemType(TypeProto.newBuilder()
                                        .setTensorType(
                                                TypeProto.Tensor.newBuilder().setElemType(1))))));
        OnnxModel model =
                maker.node("SequenceLength", "s -> y").output("y", "int64[]").make();
        assertThat(Obstacles.of(model))
                .extracting(Obstacle::against, Obstacle::where)
                .containsExactly(tuple(Against.RUNNING, "input s"));
    }

    @Test
    void theFileSaysWhereTheModelIsFrom() throws OnnxException {
        ModelMaker maker = ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("Relu", "x -> y")
                .output("y", "float32[N]");
        note(maker, "License", "Apache-2.0");
        note(maker, "model_author", "somebody");
        note(maker, "classes", "cat, dog");
        maker.model
                .setProducerName("maker")
                .setProducerVersion("2")
                .setDomain("org.example")
                .setModelVersion(3);
        maker.model.setDocString("Tells cats from dogs.");
        Provenance told = Provenance.of(maker.make());
        assertThat(told.licence()).contains("Apache-2.0");
        assertThat(told.origin()).isEqualTo(Map.of("model_author", "somebody"));
        assertThat(told.producer()).contains("maker 2");
        assertThat(told.domain()).contains("org.example");
        assertThat(told.version()).isEqualTo(3);
        assertThat(told.description()).contains("Tells cats from dogs.");
    }

    private static void note(ModelMaker maker, String key, String value) {
        maker.model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }
}
