package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.kind.RealRuntime;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Changes of whole models, run before and after in the real runtime. */
class SurgeryTest {
    private static final Path MOBILENET = Path.of("samples/figure-3/models/mobilenet-v1.onnx");

    private static Tensor noise(long... dims) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[Math.toIntExact(Arrays.stream(dims).reduce(1, (a, b) -> a * b))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return Tensor.floats(dims, values);
    }

    /** A photo as MobileNet takes it. */
    private static Tensor photo() throws IOException {
        BufferedImage photo = ImageIO.read(new File("samples/figure-3/photos/coffee.png"));
        float[] values = new float[3 * 224 * 224];
        for (int i = 0; i < values.length; i++) {
            int x = i % 224 * photo.getWidth() / 224;
            int y = i / 224 % 224 * photo.getHeight() / 224;
            int shift = 16 - 8 * (i / (224 * 224));
            values[i] = (photo.getRGB(x, y) >> shift & 0xff) / 127.5f - 1;
        }
        return Tensor.floats(new long[] {1, 3, 224, 224}, values);
    }

    private static Tensor run(OnnxModel model, Map<String, Tensor> inputs) {
        Set<String> outputs = RealRuntime.outputs(model);
        return RealRuntime.run(model, inputs, outputs).get(outputs.iterator().next());
    }

    private static float largest(Tensor one, Tensor other) {
        assertThat(one.type()).isEqualTo(other.type());
        float most = 0;
        for (int i = 0; i < one.elements(); i++) {
            most = Math.max(most, Math.abs(one.floats().get(i) - other.floats().get(i)));
        }
        return most;
    }

    private static int best(Tensor scores) {
        int best = 0;
        for (int i = 1; i < scores.elements(); i++) {
            best = scores.floats().get(i) > scores.floats().get(best) ? i : best;
        }
        return best;
    }

    @Test
    void float16HalvesMobileNetAndKeepsWhatItSees() throws Exception {
        OnnxModel whole = OnnxModel.read(MOBILENET);
        OnnxModel half = Surgery.halve(whole);
        Tensor image = photo();
        Tensor before = run(whole, Map.of("image", image));
        Tensor after = run(half, Map.of("image", image));
        assertThat(half.toBytes().remaining()).isBetween(8_500_000, 8_700_000);
        assertThat(largest(before, after)).isPositive().isLessThan(2e-3f);
        assertThat(best(after)).isEqualTo(best(before));
        assertThat(half.inspect().inputs()).isEqualTo(whole.inspect().inputs());
        assertThat(half.inspect().outputs()).isEqualTo(whole.inspect().outputs());
    }

    @Test
    void int8QuartersMobileNetAndKeepsWhatItSees() throws Exception {
        OnnxModel whole = OnnxModel.read(MOBILENET);
        OnnxModel small = Surgery.quantise(whole);
        Tensor image = photo();
        Tensor before = run(whole, Map.of("image", image));
        Tensor after = run(small, Map.of("image", image));
        assertThat(small.toBytes().remaining()).isBetween(4_300_000, 4_600_000);
        assertThat(largest(before, after)).isPositive().isLessThan(0.15f);
        assertThat(best(after)).isEqualTo(best(before));
    }

    @Test
    void int8ComputesMatrixProductsInWholeNumbers() throws Exception {
        OnnxModel model = ModelMaker.opset(13)
                .input("x", "float32[N,64]")
                .weight("a", noise(64, 32))
                .weight("b", noise(48, 32))
                .weight("c", noise(48))
                .node("MatMul", "x a -> h")
                .node("Gemm", "h b c -> y", Attributes.of("transB", 1L))
                .output("y", "float32[N,48]")
                .make();
        OnnxModel small = Surgery.quantise(model);
        assertThat(small.inspect().operators())
                .containsEntry("MatMulInteger", 2)
                .doesNotContainKeys("MatMul", "Gemm");
        Tensor x = noise(5, 64);
        Tensor before = run(model, Map.of("x", x));
        Tensor after = run(small, Map.of("x", x));
        float scale = 0;
        for (int i = 0; i < before.elements(); i++) {
            scale = Math.max(scale, Math.abs(before.floats().get(i)));
        }
        assertThat(largest(before, after) / scale).isPositive().isLessThan(0.03f);
    }

    @Test
    void int8LooksRowsUpAsWholeNumbers() throws Exception {
        OnnxModel model = ModelMaker.opset(11)
                .input("ids", "int64[N]")
                .weight("table", noise(100, 16))
                .node("Gather", "table ids -> y")
                .output("y", "float32[N,16]")
                .make();
        OnnxModel small = Surgery.quantise(model);
        assertThat(small.inspect().opset()).containsEntry("", 13);
        Map<String, Tensor> ids = Map.of("ids", Tensor.longs(new long[] {3}, 0, 99, 5));
        assertThat(largest(run(model, ids), run(small, ids))).isPositive().isLessThan(1 / 250f);
        assertThat(small.inspect().weightBytes()).isEqualTo(100 * 16 + 100 * 4);
    }

    @Test
    void foldsWhatTheRuntimeComputes() throws Exception {
        OnnxModel model = ModelMaker.opset(18)
                .input("x", "float32[N,2]")
                .weight("a", Tensor.floats(new long[] {2}, 1, 2))
                .weight("b", Tensor.floats(new long[] {2}, 3, 4))
                .node("Add", "a b -> sum")
                .node("Mul", "sum a -> factor")
                .node("Mul", "x factor -> y")
                .output("y", "float32[N,2]")
                .make();
        OnnxModel part = Surgery.constants(model).orElseThrow();
        Map<String, Tensor> values = RealRuntime.run(part, Map.of(), RealRuntime.outputs(part));
        assertThat(values).containsOnlyKeys("factor");
        OnnxModel folded = Surgery.fold(model, values);
        assertThat(folded.inspect().operators()).hasToString("{Mul=1}");
        assertThat(folded.weight("factor")).contains(Tensor.floats(new long[] {2}, 4, 12));
        Map<String, Tensor> x = Map.of("x", Tensor.floats(new long[] {1, 2}, 1, 10));
        assertThat(run(folded, x)).isEqualTo(run(model, x)).isEqualTo(Tensor.floats(new long[] {1, 2}, 4, 120));
    }

    @Test
    void foldsNothingThatWouldMakeTheFileLarger() throws Exception {
        OnnxModel model = Surgery.halve(ModelMaker.opset(18)
                .input("x", "float32[N,256]")
                .weight("a", noise(256, 256))
                .node("MatMul", "x a -> y")
                .output("y", "float32[N,256]")
                .make());
        OnnxModel part = Surgery.constants(model).orElseThrow();
        OnnxModel folded = Surgery.fold(model, RealRuntime.run(part, Map.of(), RealRuntime.outputs(part)));
        assertThat(folded.inspect().operators()).hasToString("{Cast=1, MatMul=1}");
        assertThat(Surgery.constants(Surgery.fold(model.cut(List.of("y")), Map.of("a", noise(256, 256)))))
                .isPresent();
    }

    @Test
    void dropsUnusedAndEqualWeights() throws Exception {
        OnnxModel model = ModelMaker.opset(18)
                .input("x", "float32[N,2]")
                .input("idle", "float32[N]")
                .weight("a", Tensor.floats(new long[] {2}, 1, 2))
                .weight("same", Tensor.floats(new long[] {2}, 1, 2))
                .weight("unused", noise(1000))
                .node("Add", "x a -> h")
                .node("Add", "h same -> y")
                .output("y", "float32[N,2]")
                .make();
        OnnxModel tidy = Surgery.tidy(model);
        assertThat(tidy.weightNames()).containsExactly("a");
        assertThat(tidy.inspect().inputs()).hasSize(2);
        Map<String, Tensor> x =
                Map.of("x", Tensor.floats(new long[] {1, 2}, 1, 1), "idle", Tensor.floats(new long[] {1}, 0));
        assertThat(run(tidy, x)).isEqualTo(Tensor.floats(new long[] {1, 2}, 3, 5));
    }

    @Test
    void takesAnyNumberOfExamples() throws Exception {
        OnnxModel one = ModelMaker.opset(13)
                .input("x", "float32[1,2,3]")
                .weight("shape", Tensor.longs(new long[] {2}, 1, 6))
                .node("Relu", "x -> r")
                .interior("r", "float32[1,2,3]")
                .node("Reshape", "r shape -> y")
                .output("y", "float32[1,6]")
                .make();
        OnnxModel any = Surgery.openBatch(one, "N");
        assertThat(any.inspect().outputs().getFirst().typeText()).isEqualTo("float32[N,6]");
        assertThat(run(any, Map.of("x", noise(3, 2, 3))).type()).isEqualTo(TensorType.parse("float32[3,6]"));
    }

    @Test
    void aFileOfTheFirstFormatMayListWeightsAsInputs() throws Exception {
        ModelMaker maker = ModelMaker.opset(9)
                .input("x", "float32[2,150]")
                .input("a", "float32[2,150]")
                .weight("a", noise(2, 150))
                .node("Add", "x a -> y")
                .output("y", "float32[2,150]");
        maker.model.setIrVersion(3);
        OnnxModel half = Surgery.halve(maker.make());
        assertThat(half.inspect().inputs()).hasSize(1);
        Tensor x = noise(2, 150);
        assertThat(run(half, Map.of("x", x)).floats().get(0))
                .isCloseTo(2 * x.floats().get(0), within(1e-3f));
    }

    @Test
    void weightsBeyondFloat16StayAsTheyAre() throws Exception {
        float[] large = new float[300];
        large[17] = 70_000;
        OnnxModel half = Surgery.halve(ModelMaker.opset(13)
                .input("x", "float32[2,150]")
                .weight("a", Tensor.floats(new long[] {2, 150}, large))
                .weight("b", noise(2, 150))
                .node("Add", "x a -> h")
                .node("Add", "h b -> y")
                .output("y", "float32[2,150]")
                .make());
        assertThat(half.inspect().weightBytes()).isEqualTo(300 * 4 + 300 * 2);
    }
}
