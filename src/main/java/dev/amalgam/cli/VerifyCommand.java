package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.export.Verification;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves an exported file again. */
@Command(
        name = "verify",
        description = "Prove again that an exported file is what its certificate says.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "the exported model, with its .parity.json beside it")
    private @Nullable Path model;

    @Override
    public Integer call() throws IOException, RunException, Failure {
        Path path = requireNonNull(model).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path)) {
            throw new Failure(Exit.FILE, "There is no file '" + model + "'. Check the path.");
        }
        try (Worker worker = Worker.start(WorkerSettings.defaults())) {
            Verification verification = Verification.of(path, worker, RunOptions.DEFAULT);
            String line = path.getFileName() + ": " + Lines.sentence(verification.sentence());
            requireNonNull(spec).commandLine().getOut().println(line);
            return verification.holds() ? Exit.DONE : Exit.NO;
        }
    }
}
