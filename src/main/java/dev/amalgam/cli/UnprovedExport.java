package dev.amalgam.cli;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.export.ExportException;
import dev.amalgam.export.ExportOptions;
import dev.amalgam.export.OnnxExport;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Exports by what the files say alone, without a runtime, where they say enough. */
final class UnprovedExport {
    private UnprovedExport() {}

    /**
     * Writes the model.
     *
     * @return whether the files say all types that it needs; where they do not, nothing is written
     */
    static boolean write(Path file, String name, Path target, ExportOptions choices)
            throws Failure, ExportException, IOException {
        if (!file.toString().endsWith(".amalgam")) {
            return false;
        }
        Amalgamation graph = AmalgamFile.read(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Typing typing = Typing.of(
                graph, BuiltInKinds.catalogue(), new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE));
        Regions regions = new Regions(typing);
        boolean open = typing.problems().stream().anyMatch(Problem::isError)
                || !regions.problems().isEmpty()
                || regions.results().size()
                        < typing.ordered().stream()
                                .filter(typed -> typed.kind().isResult())
                                .count();
        if (!open) {
            OnnxExport.write(typing, name, target, choices);
        }
        return !open;
    }
}
