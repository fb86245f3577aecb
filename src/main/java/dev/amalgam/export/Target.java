package dev.amalgam.export;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where an export may go: into a folder that is there, and never over a file that it is made of. */
final class Target {
    private Target() {}

    /**
     * The place that is meant, links followed.
     *
     * @throws ProjectException {@code missing-folder}; {@code unwritable} where it is a folder or a file of the amalgamation
     */
    static Path check(Typing typing, Path target) throws IOException {
        Path place = SafeFile.place(target);
        for (Node node : typing.graph().nodes()) {
            for (Value setting : node.settings().values().values()) {
                requireOther(place, files(setting), typing.components());
            }
        }
        return place;
    }

    private static void requireOther(Path place, Stream<Value.FileRef> files, Components components)
            throws IOException {
        for (Value.FileRef file : files.toList()) {
            if (isSame(place, file, components)) {
                throw new ProjectException(
                        "unwritable",
                        place + " is a file that the amalgamation itself needs",
                        "Choose another name for the export");
            }
        }
    }

    private static boolean isSame(Path place, Value.FileRef file, Components components) throws IOException {
        try {
            return Files.exists(place) && Files.isSameFile(place, components.path(file));
        } catch (KindException e) {
            return false; // A file that is not there is in nobody's way.
        }
    }

    private static Stream<Value.FileRef> files(Value value) {
        return switch (value) {
            case Value.FileRef file -> Stream.of(file);
            case Value.Items items -> items.items().stream().flatMap(Target::files);
            case Value.Fields fields -> fields.fields().values().stream().flatMap(Target::files);
            case Value.Flag _, Value.Whole _, Value.Real _, Value.Text _ -> Stream.empty();
        };
    }
}
