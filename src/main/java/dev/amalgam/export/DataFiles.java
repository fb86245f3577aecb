package dev.amalgam.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that hold the weights of exported models too large for one file: {@code NAME.onnx.HASH.data}. */
final class DataFiles {
    private DataFiles() {}

    /** Those of all models that were ever exported to that place. */
    static List<Path> of(Path model) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(model.getFileName().toString()) + "\\.[0-9a-f]{16}\\.data");
        Path folder = Optional.ofNullable(model.toAbsolutePath().getParent()).orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** Removes what no model at that place needs any more. */
    static void keepOnly(Optional<Path> needed, Path model) throws IOException {
        for (Path file : of(model)) {
            if (needed.isEmpty() || !needed.get().getFileName().equals(file.getFileName())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
