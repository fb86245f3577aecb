package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.export.Restoration;
import dev.amalgam.export.Restored;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.project.SafeFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an exported file apart again. */
@Command(
        name = "restore",
        description = {
            "Write the amalgamation that an exported ONNX file carries.",
            "Its components are found by their hash near the file, or taken out of it into a folder beside PATH."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "an ONNX file that was exported with its project")
    private @Nullable Path model;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "the .amalgam file to write")
    private @Nullable Path target;

    @Override
    public Integer call() throws Exception {
        Path place = SafeFile.place(requireNonNull(target));
        Path folder = requireNonNull(place.getParent(), "a file is in a folder");
        String stem = place.getFileName().toString().replaceFirst("\\.amalgam$", "");
        Restored restored = Restoration.restore(requireNonNull(model), folder.resolve(stem + "-files"));
        ComponentStore files = new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE);
        Amalgamation locked = files.lock(restored.graph(), folder);
        AmalgamFile.write(place, locked);
        PrintWriter err = requireNonNull(spec).commandLine().getErr();
        err.println("Wrote " + place.getFileName() + ".");
        tell(err, "Found by their hash", restored.found());
        tell(err, "Taken out of the model", restored.taken());
        tell(err, "Not there, choose them again", restored.missing());
        return Exit.DONE;
    }

    private static void tell(PrintWriter err, String what, List<String> files) {
        if (!files.isEmpty()) {
            err.println(what + ": " + String.join(", ", files) + ".");
        }
    }
}
