package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is offered and cannot be used, seen from a process of its own, which alone loads native code. */
class DeviceFallbackTest {
    @TempDir
    private Path folder;

    @Test
    void aDeviceThatCannotBeUsedIsLeftForTheProcessorAndNotTriedAgain() throws Exception {
        List<String> lines = probe();
        assertThat(lines).hasSize(5);
        // The first time it is tried, and begun anew; then it is known. The values of the processor are the same ones.
        assertThat(lines.get(0))
                .startsWith("cuda ran [Started, Anew, Started, Values, Finished, Done] cpu: Runs on the processor: CUDA"
                        + " cannot be used: ");
        assertThat(lines.get(1)).startsWith("cuda:0 ran [Values, Done] cpu: Runs on the processor: CUDA cannot be");
        assertThat(lines.get(2)).isEqualTo("cpu ran [Values, Done] cpu: none");
        assertThat(lines.get(3))
                .isEqualTo("cuda:7 ran [Values, Done] cpu: Runs on the processor: there is no device 'cuda:7'; there is"
                        + " cpu, cuda:0.");
        assertThat(lines.get(4)).startsWith("frame [y] cpu: Runs on the processor: CUDA cannot be used: ");
    }

    private List<String> probe() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.amalgam.run.worker.FallbackProbe",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed.lines().toList();
    }
}
