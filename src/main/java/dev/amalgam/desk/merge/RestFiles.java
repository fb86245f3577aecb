package dev.amalgam.desk.merge;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of what models make of their common bottom, in one folder; equal ones once. */
final class RestFiles {
    /** Digits of the hash in a name: two files of one name in a million million. */
    private static final int DIGITS = 10;

    private final Path folder;

    /** @param folder where they are written; made when the first comes */
    RestFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes what a model makes of the bottom. The file says what it is from.
     *
     * @throws IOException where that fails
     */
    Path write(MergeNode of, OnnxModel rest) throws IOException {
        Files.createDirectories(folder);
        OnnxModel noted = rest.noted(origin(of.file(), of.whole()));
        String name = of.id().name().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        Path file = folder.resolve(name + "-rest-" + noted.sha256().substring(0, DIGITS) + ".onnx");
        if (!Files.exists(file)) {
            noted.write(file);
        }
        return file;
    }

    private static Map<String, String> origin(FileRef file, OnnxModel whole) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("amalgam.cut-from", Path.of(file.path()).getFileName().toString());
        notes.put("amalgam.cut-from.sha256", whole.sha256());
        return notes;
    }
}
