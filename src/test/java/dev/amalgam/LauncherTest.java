package dev.amalgam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/amalgam} in a program folder of its own, with JDKs whose {@code java} prints what it is given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path folder;

    private Path lib;
    private Path script;

    private record Ended(int code, List<String> out, String err) {}

    @BeforeEach
    void makeTheProgramFolder() throws IOException {
        lib = Files.createDirectories(folder.resolve("my program/lib")).toRealPath();
        script = Files.createDirectories(lib.resolveSibling("bin")).resolve("amalgam");
        Files.copy(Path.of("src/main/launcher/amalgam"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.writeString(lib.resolve("jdk"), jdk("25.0.3") + "\n");
    }

    @Test
    void startsTheJdkOfTheBuildWithItsOptionsAndEveryArgument() throws Exception {
        assertThat(run(Map.of(), "run", "a file.amalgam", "").out())
                .containsExactly(
                        "25.0.3",
                        "@" + lib + "/jvm.options",
                        "-Damalgam.lib=" + lib,
                        "-cp",
                        lib + "/amalgam.jar",
                        "dev.amalgam.Main",
                        "run",
                        "a file.amalgam",
                        "");
    }

    @Test
    void handsOnTheExitCode() throws Exception {
        assertThat(run(Map.of("FAKE_EXIT", "3")).code()).isEqualTo(3);
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        var first = Files.createSymbolicLink(folder.resolve("first"), Path.of("my program/bin/amalgam"));
        script = Files.createSymbolicLink(folder.resolve("second"), first);
        assertThat(run(Map.of()).out()).contains("-Damalgam.lib=" + lib);
    }

    @Test
    void usesTheCacheWhereThereIsOneAndItWasMadeForThisJdk() throws Exception {
        Files.createFile(lib.resolve("amalgam.aot"));
        var cache = "-XX:AOTCache=" + lib + "/amalgam.aot";
        assertThat(run(Map.of()).out()).contains(cache);
        assertThat(run(Map.of("AMALGAM_JAVA_HOME", jdk("26"))).out()).doesNotContain(cache);
    }

    @Test
    void takesAnotherJdkWhenTold() throws Exception {
        assertThat(run(Map.of("AMALGAM_JAVA_HOME", jdk("27-ea"))).out()).startsWith("27-ea");
    }

    @Test
    void takesJavaHomeWhereTheJdkOfTheBuildIsGone() throws Exception {
        Files.writeString(lib.resolve("jdk"), "/no/such/jdk\n");
        assertThat(run(Map.of("JAVA_HOME", jdk("26.0.1"))).out()).startsWith("26.0.1");
    }

    @Test
    void saysWhatToDoWhereTheJdkIsTooOld() throws Exception {
        var old = jdk("17.0.15");
        var ended = run(Map.of("AMALGAM_JAVA_HOME", old));
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains(old, "JDK 25", "AMALGAM_JAVA_HOME").hasLineCount(1);
    }

    /** A folder that looks like a JDK; its java prints its version and its arguments and ends with FAKE_EXIT. */
    private String jdk(String version) throws IOException {
        var home = folder.resolve("jdk " + version);
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' " + version + " \"$@\"\nexit \"${FAKE_EXIT:-0}\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home.toString();
    }

    private Ended run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList());
        builder.environment().keySet().removeIf(name -> name.startsWith("AMALGAM_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        var err = folder.resolve("err");
        var process =
                builder.directory(folder.toFile()).redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        return new Ended(process.waitFor(), out, Files.readString(err));
    }
}
