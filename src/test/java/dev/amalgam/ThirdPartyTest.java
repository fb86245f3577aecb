package dev.amalgam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {
    private static final Pattern ROW = Pattern.compile("\\| `[^`]+` \\| (\\S+) \\| (\\S+) \\| .+ \\|");

    @Test
    void everyJarOfTheClassPathIsListedAndNothingElse() throws IOException {
        var jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .map(ThirdPartyTest::withoutPlatform)
                .map(jar -> jar.replaceFirst("^onnxruntime_gpu-", "onnxruntime-")) // -Pcuda
                .distinct()
                .toList();
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(jars);
    }

    private static List<String> listed() throws IOException {
        try (var lines = Files.lines(Path.of("src/site/third-party.md"))) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> row.group(1) + "-" + row.group(2) + ".jar")
                    .toList();
        }
    }

    /** JavaFX has one jar per platform, {@code javafx-base-26.0.2-linux.jar}; the list names it once for all. */
    private static String withoutPlatform(String jar) {
        return jar.replaceFirst("^(javafx-.+?)-(linux|mac|win).*\\.jar$", "$1.jar");
    }
}
