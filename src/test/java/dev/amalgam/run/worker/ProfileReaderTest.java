package dev.amalgam.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.run.OperatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles as ONNX Runtime writes them. */
class ProfileReaderTest {
    @TempDir
    private Path folder;

    private static String kernel(String name, String type, int micros) {
        return """
            {"cat":"Node","pid":1,"tid":2,"dur":%d,"ts":3,"ph":"X","name":"%s_kernel_time",
             "args":{"input_type_shape":[{"float":[1,3]}],"op_name":"%s","provider":"CPUExecutionProvider"}}\
            """.formatted(micros, name, type);
    }

    private static String run() {
        return "{\"cat\":\"Session\",\"dur\":9,\"name\":\"model_run\",\"args\":{}}";
    }

    private List<OperatorTime> read(int warmUps, String... events) throws IOException {
        Path file = folder.resolve("profile.json");
        Files.writeString(file, "[" + String.join(",\n", events) + "]");
        return new ProfileReader(warmUps).read(file);
    }

    @Test
    void theMedianOfTheRunsAfterWarmUpCounts() throws IOException {
        assertThat(read(
                        1,
                        kernel("a/c", "Conv", 9000),
                        run(),
                        kernel("a/c", "Conv", 1000),
                        kernel("a/r", "Relu", 5),
                        run(),
                        kernel("a/c", "Conv", 3000),
                        kernel("a/r", "Relu", 5),
                        run()))
                .containsExactly(new OperatorTime("a/c", "Conv", 2), new OperatorTime("a/r", "Relu", 0.005));
    }

    @Test
    void whatRunsSeveralTimesInARunIsAddedUp() throws IOException {
        assertThat(read(0, kernel("loop", "Add", 10), kernel("loop", "Add", 20), run()))
                .containsExactly(new OperatorTime("loop", "Add", 0.03));
    }

    @Test
    void whatIsNoProfileIsRefused() throws IOException {
        Path file = folder.resolve("profile.json");
        for (String text : List.of("", "{}", "[{\"name\":", "[{\"args\":3}]")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> new ProfileReader(0).read(file)).as(text).isInstanceOf(IOException.class);
        }
    }
}
