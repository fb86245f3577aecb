package dev.amalgam.export;

import dev.amalgam.onnx.Limits;
import dev.amalgam.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A folder for files that are taken out of a model, under names that do no harm on any system. */
final class Shelf {
    private static final int LONGEST = 80;

    private final Path folder;
    private final Set<String> names = new HashSet<>();
    private long room = Limits.DEFAULT.fileBytes();

    Shelf(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A place for a file.
     *
     * @param wanted its name, perhaps a stranger's
     * @param ending of the name where it has none
     */
    Path place(String wanted, String ending) throws IOException {
        Files.createDirectories(folder);
        String plain = wanted.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceAll("^[.-]+|[.]+$", "");
        String safe = plain.length() > LONGEST ? plain.substring(plain.length() - LONGEST) : plain;
        int dot = safe.lastIndexOf('.');
        String stem = dot > 0 ? safe.substring(0, dot) : safe.isEmpty() ? "file" : safe;
        String end = dot > 0 ? safe.substring(dot) : "." + ending;
        String name = stem + end;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = stem + "-" + i + end;
        }
        return folder.resolve(name);
    }

    /** Counts what is written; many components may share the weights of a small file. */
    void spend(long bytes) throws ProjectException {
        room -= bytes;
        if (room < 0) {
            throw new ProjectException(
                    "too-large",
                    "The components inside the model are more than " + Limits.DEFAULT.fileBytes()
                            + " bytes by themselves",
                    "Use the file as a component, or one from a source you trust");
        }
    }
}
