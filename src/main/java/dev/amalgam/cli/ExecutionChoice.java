package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Optimisation;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of a command that say how to run, instead of how the file says it. */
final class ExecutionChoice implements UnaryOperator<Execution> {
    private enum Level {
        none,
        basic,
        extended,
        all
    }

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    private @Nullable String device;
    private @Nullable Integer threads;

    @Option(
            names = "--optimisation",
            paramLabel = "LEVEL",
            description = "none, basic, extended or all, as in the file")
    private @Nullable Level optimisation;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = {
                "cpu, cuda, cuda:1, tensorrt, coreml or directml, as in the file;",
                "the processor where there is none"
            })
    void setDevice(String name) {
        if (!Execution.isDevice(name)) {
            throw refused("--device takes a name such as cpu or cuda:0, not '" + name + "'.");
        }
        device = name;
    }

    @Option(names = "--threads", paramLabel = "N", description = "for each operator, as in the file; 0 is automatic")
    void setThreads(int number) {
        if (number < 0 || number > Execution.MOST_THREADS) {
            throw refused("--threads takes 0 to " + Execution.MOST_THREADS + ", not " + number + ".");
        }
        threads = number;
    }

    private ParameterException refused(String why) {
        return new ParameterException(requireNonNull(spec).commandLine(), why);
    }

    @Override
    public Execution apply(Execution ofFile) {
        return new Execution(
                device == null ? ofFile.device() : device,
                threads == null ? ofFile.threads() : threads,
                optimisation == null
                        ? ofFile.optimisation()
                        : Optimisation.valueOf(optimisation.name().toUpperCase(Locale.ROOT)));
    }
}
