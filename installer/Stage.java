import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lays out what jpackage takes in: {@code lib} with the jars and the unpacked native libraries of the program, the jar of ONNX
 * Runtime without its own copies for every platform, and {@code jpackage.options}, which hands our JVM options on. Arguments:
 * the program's lib folder, the folder to fill.
 */
final class Stage {
    public static void main(String[] args) throws IOException {
        var lib = Path.of(args[0]);
        var stage = Path.of(args[1]);
        try (var files = Files.walk(lib)) {
            for (var file : files.filter(Stage::wanted).toList()) {
                copy(file, stage.resolve("lib").resolve(lib.relativize(file)));
            }
        }
        var options = new ArrayList<>(Files.readAllLines(lib.resolve("jvm.options")));
        options.removeIf(line -> line.startsWith("#"));
        options.add("-Damalgam.lib=$APPDIR");
        options.replaceAll(line -> "--java-options \"" + line + "\"");
        Files.write(stage.resolve("jpackage.options"), options);
    }

    private static boolean wanted(Path file) {
        return file.toString().endsWith(".jar") || file.getParent().endsWith("native");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        if (from.getFileName().toString().matches("onnxruntime-\\d.*")) {
            copyWithoutNative(from, to);
        } else {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void copyWithoutNative(Path from, Path to) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(from));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().startsWith("ai/onnxruntime/native/")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
    }

    private Stage() {}
}
