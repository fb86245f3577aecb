package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights in other files. */
class ExternalDataTest {
    private static final Tensor VALUES = Tensor.floats(new long[] {2}, 3, 4);

    @TempDir
    Path outer;

    private Path folder;

    @BeforeEach
    void writeWeights() throws IOException {
        folder = Files.createDirectories(outer.resolve("model"));
        Files.createDirectories(folder.resolve("data"));
        byte[] bytes = new byte[16];
        VALUES.bytes().get(bytes, 8, 8);
        Files.write(folder.resolve("w.bin"), bytes);
        Files.write(folder.resolve("data/w.bin"), bytes);
        Files.write(outer.resolve("secret.bin"), bytes);
    }

    @Test
    void areReadFromBesideTheModel() throws IOException {
        OnnxModel model = OnnxModel.read(model("w.bin", 8, 8));
        assertThat(model.weight("w")).contains(VALUES);
        assertThat(model.weight("w").orElseThrow().bytes().isDirect()).isTrue();
    }

    @Test
    void areReadFromAFolderBesideTheModel() throws IOException {
        assertThat(OnnxModel.read(model("data/w.bin", 8, 8)).weight("w")).contains(VALUES);
    }

    @Test
    void comeAlongWhenTheModelIsSpliced() throws IOException {
        OnnxModel model = OnnxModel.read(model("w.bin", 8, 8));
        GraphBuilder builder = new GraphBuilder("g");
        Ref x = builder.input("x", TensorType.parse("float32[2]"));
        Ref y = builder.scope("s").splice(model, Map.of("x", x), List.of("y")).get("y");
        builder.output("y", y, TensorType.parse("float32[2]"));
        OnnxModel built = OnnxModel.parse(builder.build().toBytes(), "built");
        assertThat(built.weight("s/w")).contains(VALUES);
    }

    @Test
    void mustNotLieOutside() throws IOException {
        assertThat(read("../secret.bin", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(read("data/../../secret.bin", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(read(outer.resolve("secret.bin").toString(), 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(read("", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(read("a\0b", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
    }

    @Test
    void mustNotBeLinks() throws IOException {
        Files.createSymbolicLink(folder.resolve("soft.bin"), outer.resolve("secret.bin"));
        Files.createLink(folder.resolve("hard.bin"), outer.resolve("secret.bin"));
        Files.createSymbolicLink(folder.resolve("out"), outer);
        assertThat(read("soft.bin", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(read("out/secret.bin", 0, 8).reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        OnnxException hard = read("hard.bin", 0, 8);
        assertThat(hard.reason()).isEqualTo(Reason.FORBIDDEN_PATH);
        assertThat(hard)
                .hasMessageContaining("hard link")
                .hasMessageContaining("w")
                .hasMessageContaining("model.onnx");
    }

    @Test
    void mustBeThere() throws IOException {
        assertThat(read("none.bin", 0, 8).reason()).isEqualTo(Reason.MISSING_DATA);
        assertThat(read("w.bin", 12, 8).reason()).isEqualTo(Reason.MISSING_DATA);
        assertThat(read("w.bin", Long.MAX_VALUE, 8).reason()).isEqualTo(Reason.MISSING_DATA);
        assertThat(read("w.bin", -8, 8).reason()).isEqualTo(Reason.MISSING_DATA);
    }

    @Test
    void mustHaveTheBytesThatTheSizesNeed() throws IOException {
        assertThat(read("w.bin", 0, 4).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void needAModelThatWasReadFromAFile() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(model("w.bin", 8, 8)));
        OnnxException refusal = catchThrowableOfType(OnnxException.class, () -> OnnxModel.parse(bytes, "memory"));
        assertThat(refusal.reason()).isEqualTo(Reason.MISSING_DATA);
    }

    private OnnxException read(String location, long offset, long length) throws IOException {
        Path file = model(location, offset, length);
        return catchThrowableOfType(OnnxException.class, () -> OnnxModel.read(file));
    }

    private Path model(String location, long offset, long length) throws IOException {
        TensorProto weight = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", Long.toString(offset)))
                .addExternalData(entry("length", Long.toString(length)))
                .build();
        byte[] bytes = ModelMaker.opset(13)
                .input("x", "float32[2]")
                .weight(weight)
                .node("Add", "x w -> y")
                .output("y", "float32[2]")
                .bytes();
        return Files.write(folder.resolve("model.onnx"), bytes);
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
