package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amalgam.onnx.Inspection.Interior;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real model of the sample. */
class MobileNetTest {
    private static final Path FILE = Path.of("samples/figure-3/models/mobilenet-v1.onnx");

    private final OnnxModel model;

    MobileNetTest() throws OnnxException {
        model = OnnxModel.read(FILE);
    }

    @Test
    void isInspected() {
        Inspection inspection = model.inspect();
        assertThat(inspection.irVersion()).isEqualTo(8);
        assertThat(inspection.opset()).isEqualTo(Map.of("", 13));
        assertThat(inspection.operators()).containsEntry("Conv", 28).containsEntry("Softmax", 1);
        // 4,253,864 is what Keras counts for MobileNet v1 1.0; two bounds of ReLU6 come on top.
        assertThat(inspection.parameters()).isEqualTo(4_253_866);
        assertThat(inspection.weightBytes()).isEqualTo(4 * 4_253_866L);
        assertThat(inspection.inputs())
                .extracting(Inspection.Value::name, Inspection.Value::typeText)
                .containsExactly(tuple("image", "float32[N,3,224,224]"));
        assertThat(inspection.outputs()).extracting(Inspection.Value::name).containsExactly("probabilities");
    }

    @Test
    void listsWhatCanBeTappedInTopologicalOrder() {
        List<String> tensors =
                model.inspect().interior().stream().map(Interior::tensor).toList();
        assertThat(tensors)
                .containsSubsequence("conv_pw_13_relu", "global_average_pooling2d_1", "flatten_1", "probabilities");
        assertThat(model.inspect().interior())
                .filteredOn(interior -> interior.tensor().equals("conv_pw_13_relu"))
                .extracting(Interior::operator)
                .containsExactly("Clip");
    }

    @Test
    void keepsItsWeightsInTheMappedFile() {
        String name = model.weightNames().stream().sorted().findFirst().orElseThrow();
        Tensor weight = model.weight(name).orElseThrow();
        assertThat(weight.bytes().isDirect()).isTrue();
        assertThat(model.weight("no such weight")).isEmpty();
    }

    @Test
    void isNamedByTheHashOfTheFile() throws IOException {
        assertThat(model.sha256()).isEqualTo("ee329b36fb152d9a9ebcba6722f7bd542e74ca9a4df0a95e8c9448203108d202");
        assertThat(model.sha256()).isEqualTo(Hash.sha256(ByteBuffer.wrap(Files.readAllBytes(FILE))));
    }

    @Test
    void losesItsHeadWhenCutAtAnEncoding(@TempDir Path folder) throws IOException {
        OnnxModel cut = model.cut(List.of("conv_pw_13_relu"));
        assertThat(cut.inspect().operators()).doesNotContainKeys("Softmax", "Flatten", "GlobalAveragePool");
        assertThat(model.inspect().parameters() - cut.inspect().parameters()).isEqualTo(1024 * 1000 + 1000);
        cut.write(folder.resolve("cut.onnx"));
        OnnxModel read = OnnxModel.read(folder.resolve("cut.onnx"));
        assertThat(read.sha256()).isEqualTo(cut.sha256());
        assertThat(read.inspect()).isEqualTo(cut.inspect());
    }

    @Test
    void splicedTwiceHasItsWeightsOnceAndIsBuiltToTheSameBytes() throws OnnxException {
        OnnxModel twice = twice();
        assertThat(twice.inspect().operators()).containsEntry("Conv", 56);
        assertThat(twice.inspect().parameters())
                .isLessThanOrEqualTo(model.inspect().parameters());
        assertThat(twice.toBytes()).isEqualTo(twice().toBytes());
    }

    private OnnxModel twice() throws OnnxException {
        GraphBuilder builder = new GraphBuilder("twice");
        Ref image = builder.input("image", TensorType.parse("float32[N,3,224,224]"));
        for (String name : List.of("one", "two")) {
            Ref logits = builder.scope("bottom")
                    .splice(model, Map.of("image", image), List.of("flatten_1"))
                    .get("flatten_1");
            builder.output(name, logits, TensorType.parse("float32[N,1000]"));
        }
        return builder.build();
    }
}
