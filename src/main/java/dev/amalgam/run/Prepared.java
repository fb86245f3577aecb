package dev.amalgam.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an installed program has ready in its lib folder so that a worker starts sooner: ONNX Runtime's libraries, unpacked, and
 * a cache of loaded classes. {@code bin/amalgam} says where the folder is; without one a worker starts as well, only later.
 */
final class Prepared {
    private static final boolean TRAINING = Boolean.getBoolean("amalgam.train");

    private Prepared() {}

    static List<String> options() {
        return options(System.getProperty("amalgam.lib"), TRAINING);
    }

    static List<String> options(@Nullable String folder, boolean training) {
        if (folder == null) {
            return List.of();
        }
        Path lib = Path.of(folder);
        Path cache = lib.resolve("worker.aot");
        List<String> options = new ArrayList<>();
        if (Files.isDirectory(lib.resolve("native"))) {
            options.add("-Donnxruntime.native.path=" + lib.resolve("native"));
        }
        if (training) {
            options.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return options;
    }

    /** How long a worker may take to end by itself: in training it writes its cache then. */
    static Duration grace() {
        return TRAINING ? Duration.ofMinutes(1) : Duration.ofMillis(500);
    }
}
