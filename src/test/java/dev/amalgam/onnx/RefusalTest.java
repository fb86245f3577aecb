package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.amalgam.onnx.OnnxException.Reason;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no models, and models that must not reach the runtime. */
class RefusalTest {
    @TempDir
    Path folder;

    @Test
    void refusesAMissingFile() {
        assertThat(read(folder.resolve("none.onnx")).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void refusesAFolder() {
        assertThat(read(folder).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void refusesAnEmptyFileAndNamesIt() throws IOException {
        OnnxException refusal = read(Files.createFile(folder.resolve("empty.onnx")));
        assertThat(refusal.reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal).hasMessageContaining("empty.onnx").hasMessageContaining("0 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Not a model.\n", "{\"schema\": 1}", "version https://git-lfs.github.com/spec/v1\n", "\n\n\n\n"})
    void refusesText(String text) {
        assertThat(parse(text.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(Reason.NOT_ONNX);
    }

    @Test
    void refusesRandomBytes() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(parse(bytes).reason()).isIn(Reason.NOT_ONNX, Reason.TRUNCATED, Reason.DAMAGED);
        }
    }

    @Test
    void refusesAModelThatEndsAnywhereBeforeItsEnd() throws OnnxException {
        byte[] whole = small().bytes();
        assertThat(small().make().inspect().operators()).containsEntry("MatMul", 1);
        for (int length = 3; length < whole.length; length++) {
            OnnxException refusal = parse(Arrays.copyOf(whole, length));
            assertThat(refusal.reason()).as("first %d bytes", length).isEqualTo(Reason.TRUNCATED);
        }
    }

    private static ModelMaker small() {
        return ModelMaker.opset(13)
                .input("x", "float32[N,2]")
                .weight("w", Tensor.floats(new long[] {2, 2}, 1, 2, 3, 4))
                .node("MatMul", "x w -> y")
                .output("y", "float32[N,2]");
    }

    @Test
    void survivesAnyByteChanged() throws OnnxException {
        byte[] whole = small().bytes();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            readOrRefuse(changed);
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            OnnxModel model = OnnxModel.parse(ByteBuffer.wrap(bytes), "changed.onnx");
            model.exposed().toBytes();
        } catch (OnnxException refused) {
            assertThat(refused.getMessage()).contains("changed.onnx");
        }
    }

    @Test
    void refusesAFileBeyondTheLimit() throws IOException {
        Path file = folder.resolve("small.onnx");
        small().make().write(file);
        Limits all = Limits.DEFAULT;
        Limits tight = new Limits(10, all.tensorBytes(), all.nodes(), all.depth(), all.projectBytes());
        OnnxException refusal = catchThrowableOfType(OnnxException.class, () -> OnnxModel.read(file, tight));
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void limitsCanBeRaised() {
        assertThat(Limits.chosen((_, usual) -> usual)).isEqualTo(Limits.DEFAULT);
        Limits raised =
                Limits.chosen((name, usual) -> name.equals("amalgam.limit.nodes") ? Long.valueOf(5_000_000) : usual);
        assertThat(raised.nodes()).isEqualTo(5_000_000);
        assertThat(raised.depth()).isEqualTo(Limits.DEFAULT.depth());
    }

    @Test
    void refusesGraphsWithinGraphsBeyondTheLimit() {
        ModelMaker inner = ModelMaker.inner();
        for (int i = 0; i < 60; i++) {
            inner = ModelMaker.inner().nodeWith("If", "c -> y", "then_branch", inner);
        }
        byte[] deep = ModelMaker.opset(13)
                .nodeWith("If", "c -> y", "then_branch", inner)
                .bytes();
        assertThat(parse(deep).reason()).isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void refusesAFewFunctionsThatUnfoldToBillionsOfNodes() {
        ModelMaker maker = ModelMaker.opset(18).domain("f", 1).input("x", "float32[1]");
        maker.function(
                "f", "F0", 18, "a -> b", ModelMaker.wire("Relu", "a -> b").build());
        for (int level = 1; level <= 40; level++) {
            NodeProto call = ModelMaker.wire("f::F" + (level - 1), "a -> t").build();
            NodeProto again = ModelMaker.wire("f::F" + (level - 1), "t -> b").build();
            maker.function("f", "F" + level, 18, "a -> b", call, again);
        }
        maker.node("f::F40", "x -> y").output("y", "float32[1]");
        assertThat(parse(maker.bytes()).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesAFunctionThatCallsItself() {
        ModelMaker maker = ModelMaker.opset(18).domain("f", 1).input("x", "float32[1]");
        maker.function("f", "F", 18, "a -> b", ModelMaker.wire("f::F", "a -> b").build());
        OnnxException refusal =
                parse(maker.node("f::F", "x -> y").output("y", "float32[1]").bytes());
        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal).hasMessageContaining("The function F");
    }

    @Test
    void refusesAWeightWithFewerBytesThanItsSizesNeed() {
        TensorProto weight = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(1000)
                .setRawData(ByteString.copyFrom(new byte[8]))
                .build();
        OnnxException refusal = parse(ModelMaker.opset(13).weight(weight).bytes());
        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal)
                .hasMessageContaining("w")
                .hasMessageContaining("4000")
                .hasMessageContaining("8");
    }

    @Test
    void refusesSizesWhoseProductOverflows() {
        TensorProto weight = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(1L << 40)
                .addDims(1L << 40)
                .build();
        assertThat(parse(ModelMaker.opset(13).weight(weight).bytes()).reason()).isEqualTo(Reason.DAMAGED);
        TensorProto negative = weight.toBuilder().clearDims().addDims(-4).build();
        assertThat(parse(ModelMaker.opset(13).weight(negative).bytes()).reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesACircle() {
        byte[] circle = ModelMaker.opset(13)
                .input("x", "float32[1]")
                .node("Add", "x b -> a")
                .node("Relu", "a -> b")
                .bytes();
        OnnxException refusal = parse(circle);
        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal).hasMessageContaining("Add");
    }

    @Test
    void refusesWhatReadsATensorThatNothingMakes() {
        OnnxException refusal = parse(ModelMaker.opset(13)
                .input("x", "float32[1]")
                .node("Add", "x ghost -> y")
                .output("y", "float32[1]")
                .bytes());
        assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
        assertThat(refusal).hasMessageContaining("Add (y)").hasMessageContaining("ghost");
        assertThat(parse(ModelMaker.opset(13)
                        .input("x", "float32[1]")
                        .output("ghost", "float32[1]")
                        .bytes()))
                .hasMessageContaining("The output ghost");
        ModelMaker branch = ModelMaker.inner().node("Neg", "ghost -> r").output("r", "float32[1]");
        assertThat(parse(ModelMaker.opset(13)
                        .input("c", "bool[]")
                        .nodeWith("If", "c -> y", "then_branch", branch, "else_branch", branch)
                        .bytes()))
                .hasMessageContaining("If (y)")
                .hasMessageContaining("ghost");
        assertThat(parse(ModelMaker.opset(13)
                        .domain("own", 1)
                        .function(
                                "own",
                                "F",
                                13,
                                "a -> b",
                                ModelMaker.wire("Add", "a ghost -> b").build())
                        .bytes()))
                .hasMessageContaining("in the function F")
                .hasMessageContaining("ghost");
    }

    @Test
    void refusesOperatorsThatNobodyKnows() {
        OnnxException unknown = parse(ModelMaker.opset(13)
                .input("x", "float32[1]")
                .node("Rleu", "x -> y")
                .bytes());
        assertThat(unknown.reason()).isEqualTo(Reason.UNKNOWN_OPERATOR);
        assertThat(unknown).hasMessageContaining("Rleu (y)").hasMessageContaining("no operator of ONNX");
        assertThat(parse(ModelMaker.opset(13)
                        .domain("own", 1)
                        .input("x", "float32[1]")
                        .node("own::Missing", "x -> y")
                        .bytes()))
                .hasMessageContaining("own::Missing (y)")
                .hasMessageContaining("of the domain own");
        assertThat(parse(ModelMaker.opset(13)
                        .input("x", "float32[1]")
                        .node("Gelu", "x -> y")
                        .bytes()))
                .hasMessageContaining("came with operator set 20, and the model says 13");
        ModelMaker branch = ModelMaker.inner().node("Ngeative", "c -> r");
        assertThat(parse(ModelMaker.opset(13)
                        .input("c", "bool[]")
                        .nodeWith("If", "c -> y", "then_branch", branch)
                        .bytes()))
                .hasMessageContaining("Ngeative (r)");
    }

    @Test
    void readsOperatorsOfTheRuntimeAndOfOperatorSetsToCome() throws OnnxException {
        ModelMaker.opset(13)
                .domain("com.microsoft", 1)
                .input("x", "float32[1]")
                .node("com.microsoft::Gelu", "x -> y")
                .make();
        ModelMaker.opset(99).input("x", "float32[1]").node("Wonder", "x -> y").make();
    }

    @Test
    void refusesATensorThatIsMadeTwice() {
        byte[] twice = ModelMaker.opset(13)
                .input("x", "float32[1]")
                .node("Relu", "x -> a")
                .node("Abs", "x -> a")
                .bytes();
        assertThat(parse(twice)).hasMessageContaining("made twice").hasMessageContaining("Abs");
    }

    @Test
    void readsWhatANewerFormatAdds() throws OnnxException {
        byte[] known = small().bytes();
        byte[] more = Arrays.copyOf(known, known.length + 3);
        more[known.length] = (byte) 0xA0; // field 100, varint
        more[known.length + 1] = 0x06;
        more[known.length + 2] = 1;
        assertThat(OnnxModel.parse(ByteBuffer.wrap(more), "newer.onnx")
                        .toBytes()
                        .remaining())
                .isEqualTo(more.length);
    }

    @Test
    void readsAGraphWithoutNodes() throws OnnxException {
        ModelMaker maker = ModelMaker.opset(13).input("x", "float32[1]").output("x", "float32[1]");
        assertThat(maker.make().inspect().interior()).isEmpty();
        assertThat(GraphProto.getDefaultInstance().getNodeList()).isEmpty();
    }

    private static OnnxException read(Path file) {
        return catchThrowableOfType(OnnxException.class, () -> OnnxModel.read(file));
    }

    private static OnnxException parse(byte[] bytes) {
        return catchThrowableOfType(OnnxException.class, () -> OnnxModel.parse(ByteBuffer.wrap(bytes), "bad.onnx"));
    }
}
