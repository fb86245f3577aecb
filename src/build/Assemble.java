import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Puts the program together in {@code target/app}: {@code bin} with the scripts, {@code lib} with the jars on this class
 * path, the JVM options and the home of the JDK that runs this, which is the one that the build chose, and {@code samples}.
 * {@code lib/native} has ONNX Runtime's libraries for this platform, so that no worker unpacks 28 MB before it can start.
 * Arguments: the jar of Amalgam, the folder to fill.
 */
final class Assemble {
    public static void main(String[] args) throws IOException {
        var app = Path.of(args[1]);
        var lib = Files.createDirectories(app.resolve("lib"));
        var launcher = Path.of("src/main/launcher");
        copy(Path.of(args[0]), lib.resolve("amalgam.jar"));
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var jar = Path.of(entry);
            if (entry.endsWith(".jar")) {
                copy(jar, lib.resolve(jar.getFileName()));
            }
            if (jar.getFileName().toString().matches("onnxruntime-\\d.*")) {
                unpackNative(jar, lib.resolve("native"));
            }
        }
        copy(launcher.resolve("jvm.options"), lib.resolve("jvm.options"));
        Files.writeString(lib.resolve("jdk"), System.getProperty("java.home") + "\n");
        copy(launcher.resolve("amalgam.bat"), app.resolve("bin/amalgam.bat"));
        copy(launcher.resolve("amalgam"), app.resolve("bin/amalgam"));
        makeExecutable(app.resolve("bin/amalgam"));
        copyTree(Path.of("samples"), app.resolve("samples"));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            try (var files = Files.walk(from)) {
                for (var file : files.filter(Assemble::wanted).toList()) {
                    copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }

    private static boolean wanted(Path file) {
        return Files.isRegularFile(file) && !file.toString().contains(".dSYM");
    }

    private static void unpackNative(Path jar, Path to) throws IOException {
        try (var archive = FileSystems.newFileSystem(jar)) {
            copyTree(archive.getPath("ai/onnxruntime/native", platform()), to);
        }
    }

    /** The name that ONNX Runtime gives to the folder of this platform, such as {@code linux-x64}. */
    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "osx" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64");
    }

    /** Copies unless size and time already agree, so that a second build costs nothing. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)
                && Files.size(to) == Files.size(from)
                && Files.getLastModifiedTime(to).equals(Files.getLastModifiedTime(from))) {
            return;
        }
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void makeExecutable(Path script) throws IOException {
        if (Files.getFileStore(script).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Assemble() {}
}
