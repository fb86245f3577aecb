package dev.amalgam.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Region;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.WeightFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models take no more room than they may, and none goes that a run needs. */
class ModelFilesTest {
    private static final Path MODEL = Path.of("samples/figure-3/models/mobilenet-v1.onnx");

    @TempDir
    private Path folder;

    private int built;

    @Test
    void whatWasNotUsedForLongestGoesAndIsBuiltAgainWhenNeeded() throws Exception {
        ModelFiles files = new ModelFiles(folder.resolve("models"), 2 * Files.size(MODEL) + 1000);
        Path first = files.file(region("first"));
        Path second = files.file(region("second"));
        Path third = files.file(region("third"));
        files.trim();
        assertThat(List.of(first, second, third))
                .as("one run needs them all")
                .allSatisfy(file -> assertThat(file).exists());
        files.file(region("first"));
        files.trim();
        assertThat(second).doesNotExist();
        assertThat(first).exists();
        assertThat(third).exists();
        assertThat(built).isEqualTo(3);
        assertThat(files.file(region("second"))).exists();
        assertThat(built).isEqualTo(4);
    }

    @Test
    void whatIsHeldStaysUntilItIsLetGo() throws Exception {
        ModelFiles files = new ModelFiles(folder.resolve("models"), 1000);
        files.hold(region("held"));
        files.hold(region("held"));
        Path held = files.file(region("held"));
        files.letGo(region("held"));
        files.trim();
        files.trim();
        assertThat(held).exists();
        files.letGo(region("held"));
        files.trim();
        assertThat(held).doesNotExist();
    }

    @Test
    void modelsWithEqualWeightsShareTheirFilesWhichGoWithTheLast() throws Exception {
        ModelFiles files = new ModelFiles(folder.resolve("models"), 2 * Files.size(MODEL));
        Path one = files.sharing(region("one"));
        Set<Path> weights = WeightFiles.of(one);
        Path two = files.sharing(region("two"));
        assertThat(weights)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThanOrEqualTo(WeightFiles.LEAST));
        assertThat(WeightFiles.of(two)).isEqualTo(weights);
        files.trim();
        assertThat(one)
                .as("there is room for both, because their weights are there once")
                .exists();
        ModelFiles small = new ModelFiles(folder.resolve("small"), 1000);
        Path last = small.sharing(region("last"));
        Set<Path> its = WeightFiles.of(last);
        small.trim();
        small.trim();
        assertThat(last).doesNotExist();
        assertThat(its).isNotEmpty().noneMatch(Files::exists);
    }

    private Region region(String key) {
        return new Region(key, List.of(), Map.of(), Map.of(), Map.of(), key, () -> {
            built++;
            return read();
        });
    }

    private static OnnxModel read() {
        try {
            return OnnxModel.read(MODEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
