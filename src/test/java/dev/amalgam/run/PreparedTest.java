package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTest {
    @TempDir
    Path lib;

    @Test
    void nothingIsNeededForAWorker() {
        assertThat(Prepared.options(null, false)).isEmpty();
        assertThat(Prepared.options(lib.toString(), false)).isEmpty();
    }

    @Test
    void whatTheFolderHasIsUsed() throws IOException {
        Files.createDirectory(lib.resolve("native"));
        Files.createFile(lib.resolve("worker.aot"));
        assertThat(Prepared.options(lib.toString(), false))
                .containsExactly(
                        "-Donnxruntime.native.path=" + lib.resolve("native"),
                        "-XX:AOTCache=" + lib.resolve("worker.aot"));
    }

    @Test
    void trainingMakesTheCacheAnew() throws IOException {
        Files.createFile(lib.resolve("worker.aot"));
        assertThat(Prepared.options(lib.toString(), true))
                .containsExactly("-XX:AOTCacheOutput=" + lib.resolve("worker.aot"));
    }
}
