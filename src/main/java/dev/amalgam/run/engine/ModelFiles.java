package dev.amalgam.run.engine;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The models of regions as files, where the worker can load them; each content is written once. */
final class ModelFiles {
    private final Path folder;

    ModelFiles(Path folder) {
        this.folder = folder;
    }

    Path file(Region region) throws LoweringException, IOException {
        Path file = folder.resolve(region.modelKey() + ".onnx");
        if (!Files.exists(file)) {
            region.source().build().write(file);
        }
        return file;
    }
}
