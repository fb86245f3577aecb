import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java file under {@code src} and {@code installer}: with {@code write} in place, with {@code check} it only
 * names the files that differ and exits 1. Run by Maven on the toolchain's JDK, because the formatter uses the parser of the
 * JDK it runs on and Maven's own may be too old for our syntax.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) throws IOException {
        var write = args[0].equals("write");
        var sources = new ArrayList<Path>();
        for (var folder : List.of("src", "installer")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        var unformatted =
                sources.parallelStream().filter(file -> differs(file, write)).toList();
        if (!write && !unformatted.isEmpty()) {
            unformatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("Format them with: mvn -q -Pformat initialize");
            System.exit(1);
        }
    }

    private static boolean differs(Path file, boolean write) {
        try {
            var source = Files.readString(file);
            var formatted = FORMATTER.formatSourceAndFixImports(source);
            if (formatted.equals(source)) {
                return false;
            }
            if (write) {
                Files.writeString(file, formatted);
            }
            return true;
        } catch (FormatterException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Format() {}
}
