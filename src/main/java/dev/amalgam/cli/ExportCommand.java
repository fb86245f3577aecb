package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.export.Certificate;
import dev.amalgam.export.ExportOptions;
import dev.amalgam.export.OnnxExport;
import dev.amalgam.export.Verdict;
import dev.amalgam.onnx.Form;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an amalgamation away as one file. */
@Command(
        name = "export",
        description = "Write an amalgamation as one ONNX file, with a certificate that it answers the same.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private enum Format {
        onnx
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the amalgamation, or a model that carries one")
    private @Nullable Path file;

    @Option(names = "--to", paramLabel = "FORMAT", defaultValue = "onnx", description = "onnx")
    @SuppressWarnings("UnusedVariable") // there is one format; picocli refuses every other
    private Format format = Format.onnx;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "the file to write")
    private @Nullable Path target;

    @Option(
            names = "--no-project",
            description = "leave the project out, so that nobody can restore the amalgamation from the file")
    private boolean withoutProject;

    @Option(
            names = "--functions",
            description =
                    "write each node of the canvas as a function that can be read, instead of all operators in one"
                            + " graph")
    private boolean functions;

    @Option(
            names = "--no-proof",
            description = "write it at once, without running it beside the amalgamation and without a certificate")
    private boolean withoutProof;

    @Mixin
    private ExecutionChoice how = new ExecutionChoice();

    private void tell(String sentence) {
        requireNonNull(spec).commandLine().getErr().println(sentence);
    }

    private ExportOptions choices() {
        return ExportOptions.DEFAULT.withProject(!withoutProject).as(functions ? Form.FUNCTIONS : Form.INLINED);
    }

    @Override
    public Integer call() throws Exception {
        Path path = requireNonNull(target).toAbsolutePath().normalize();
        if (Files.exists(path) && Files.exists(requireNonNull(file)) && Files.isSameFile(path, file)) {
            throw new Failure(Exit.USAGE, "The export would replace the amalgamation itself. Choose another name.");
        }
        String stem = requireNonNull(file).getFileName().toString().replaceFirst("\\.amalgam$", "");
        if (withoutProof && UnprovedExport.write(requireNonNull(file), stem, path, choices())) {
            tell("Wrote " + path.getFileName() + ", which is not proved.");
            return Exit.DONE;
        }
        try (Session session = Session.open(requireNonNull(file), how)) {
            if (withoutProof) {
                OnnxExport.write(session.sound(), session.workspace().name(), path, choices());
                tell("Wrote " + path.getFileName() + ", which is not proved.");
                return Exit.DONE;
            }
            OnnxExport export = new OnnxExport(
                    session.workspace().engine(),
                    session.desk().worker(),
                    session.desk().settings().run());
            Certificate certificate =
                    export.export(session.sound(), session.workspace().name(), path, choices());
            tell("Wrote " + path.getFileName() + ", "
                    + certificate.verdict().words() + " with the run node by node. The proof is in "
                    + Certificate.pathFor(path).getFileName() + ".");
            return certificate.verdict() == Verdict.DIFFERS ? Exit.NO : Exit.DONE;
        }
    }
}
