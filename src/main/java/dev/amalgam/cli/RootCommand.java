package dev.amalgam.cli;

import dev.amalgam.desk.LiveState;
import dev.amalgam.project.AmalgamFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** No command: the designer. Where there is no display, a picture of it and its results. */
@Command(
        name = "amalgam",
        description = "The designer for model amalgamations: one shared bottom, many tasks, one file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {"", "Without a command the designer opens."})
final class RootCommand implements Callable<Integer> {
    private static final Designer.Size SIZE = new Designer.Size(1440, 900, 1);

    private final Designer designer;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the amalgamation to open in the designer")
    private @Nullable Path file;

    @Option(
            names = "--picture",
            paramLabel = "PNG",
            hidden = true,
            description = "where the picture of the window goes if there is no display")
    private Path picture = Path.of("amalgam.png");

    RootCommand(Designer designer) {
        this.designer = designer;
    }

    @Override
    public Integer call() throws Exception {
        if (file != null && !Files.exists(file)) {
            throw new Failure(Exit.USAGE, "'" + file + "' is neither a command nor a file. See 'amalgam help'.");
        }
        if (designer.hasDisplay()) {
            try {
                designer.open(Optional.ofNullable(file));
                return Exit.DONE;
            } catch (UnsupportedOperationException e) {
                throw new Failure(
                        Exit.RUNTIME,
                        "No window can be shown: " + e.getMessage() + ". Without DISPLAY a picture is drawn instead.");
            }
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (file == null) {
            throw new Failure(
                    Exit.USAGE,
                    "There is no display, and no file to draw instead. Name a file, or see 'amalgam help'.");
        }
        Path parent = picture.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        LiveState drawn = designer.snapshot(file, Map.of(), picture, SIZE, Designer.Look.USUAL);
        out.println(Reports.table(drawn, AmalgamFile.read(file)));
        out.println();
        out.println("There is no display here, so the window is in " + picture);
        if (drawn.phase() == LiveState.Phase.FAILED) {
            throw new Failure(Exit.NO, Lines.sentence(drawn.message()));
        }
        return Exit.DONE;
    }
}
