import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Lays out what jpackage takes in: the jars of {@code target/app/lib}, ONNX Runtime's without the native libraries of other
 * platforms, and {@code jpackage.options}, which hands our JVM options on. Arguments: the program's lib folder, the folder to fill.
 */
final class Stage {
    private static final String NATIVE = "ai/onnxruntime/native/";

    public static void main(String[] args) throws IOException {
        var lib = Path.of(args[0]);
        var stage = Path.of(args[1]);
        var jars = Files.createDirectories(stage.resolve("jars"));
        for (var jar : list(lib, "*.jar")) {
            var staged = jars.resolve(jar.getFileName());
            if (jar.getFileName().toString().matches("onnxruntime-\\d.*")) {
                copyForThisPlatform(jar, staged);
            } else {
                Files.copy(jar, staged, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var options = Files.readAllLines(lib.resolve("jvm.options")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> "--java-options \"" + line + "\"")
                .toList();
        Files.write(stage.resolve("jpackage.options"), options);
    }

    private static List<Path> list(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }

    private static void copyForThisPlatform(Path from, Path to) throws IOException {
        var wanted = NATIVE + platform() + "/";
        try (var in = new ZipInputStream(Files.newInputStream(from));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (!name.startsWith(NATIVE) || name.startsWith(wanted) && !name.contains(".dSYM/")) {
                    out.putNextEntry(new ZipEntry(name));
                    in.transferTo(out);
                }
            }
        }
    }

    /** The name that ONNX Runtime gives to this platform's folder, such as {@code linux-x64}. */
    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "osx" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64");
    }

    private Stage() {}
}
