package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every element type goes in and comes out bit by bit. */
class ElementTypesTest {
    private static final long[][] SHAPES = {{}, {1}, {3}, {2, 3}, {0}, {2, 0, 3}, {100_000}};
    private static Worker worker;

    @TempDir
    private static Path folder;

    private final Models models = new Models(folder);

    @BeforeAll
    static void start() {
        worker = Worker.start(WorkerSettings.defaults());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"FLOAT32", "FLOAT64", "FLOAT16", "BFLOAT16", "BOOL", "STRING", "U?INT(8|16|32|64)"},
            mode = Mode.MATCH_ANY)
    void comesOutAsItWentIn(ElementType element) throws RunException {
        Path model = models.identity(element.toString());
        for (int i = 0; i < SHAPES.length; i++) {
            String key = element + "-" + i;
            Tensor sent = some(element, SHAPES[i]);
            Step step = Models.step("identity", model, key, key + "'");
            RunResult result =
                    worker.run(WorkerTest.request(Map.of(key, sent), List.of(step), key + "'"), RunListener.NONE);
            assertThat(result.rootFailures()).isEmpty();
            assertThat(result.values().get(key + "'")).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"COMPLEX.*", "FLOAT8.*", "FLOAT4.*", "U?INT4"},
            mode = Mode.MATCH_ANY)
    void saysWhichTypesTheRuntimeDoesNotTake(ElementType element) throws RunException {
        String key = element.toString();
        Step step = Models.step("identity", models.identity("float32"), key, key + "'");
        RunResult result = worker.run(
                WorkerTest.request(Map.of(key, some(element, new long[] {2})), List.of(step), key + "'"),
                RunListener.NONE);
        assertThat(WorkerTest.failure(result, "identity").sentence()).contains("no " + element + " values");
    }

    private static Tensor some(ElementType element, long[] dims) {
        int elements = 1;
        for (long dim : dims) {
            elements *= (int) dim;
        }
        if (element == ElementType.STRING) {
            List<String> words = List.of("", "Katze", "ägyptisch 猫", "😀 a\nb");
            return Tensor.strings(
                    dims,
                    java.util.stream.IntStream.range(0, elements)
                            .mapToObj(i -> words.get(i % words.size()))
                            .toList());
        }
        byte[] bytes = new byte[(int) element.bytes(elements)];
        new Random(element.code()).nextBytes(bytes);
        for (int i = 0; i < bytes.length && element == ElementType.BOOL; i++) {
            bytes[i] &= 1;
        }
        return Tensor.of(element, dims, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
}
