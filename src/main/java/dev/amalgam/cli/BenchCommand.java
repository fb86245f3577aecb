package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.cost.Bench;
import dev.amalgam.desk.cost.Costs;
import dev.amalgam.desk.cost.FileProfile;
import dev.amalgam.desk.cost.Progress;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.cost.Subject;
import dev.amalgam.project.JsonText;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.RunReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what an amalgamation costs. */
@Command(
        name = "bench",
        description = "Measure what an amalgamation costs, by node and by operator, and what sharing its bottom saves.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the amalgamation")
    private @Nullable Path file;

    @Option(names = "--in", paramLabel = "NAME=PATH", description = "another picture or .npy file for an input")
    private Map<String, Path> inputs = new LinkedHashMap<>();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        try (Session session = Session.open(requireNonNull(file))) {
            Subject subject = session.subject(inputs);
            RunReport run = session.run(inputs);
            Costs costs = session.workspace()
                    .costs()
                    .of(
                            subject.typing(),
                            port -> Optional.ofNullable(run.nodes().get(port.node()))
                                    .map(node -> node.outputs().get(port.port())));
            Bench bench = session.workspace().bench();
            FileProfile profile = bench.profile(subject, Progress.NONE, new Stop());
            Optional<Sharing> sharing = run.results().size() < 2
                    ? Optional.empty()
                    : Optional.of(bench.sharing(subject, Progress.NONE, new Stop()));
            CostReport report = new CostReport(costs, profile, sharing);
            out.print(json ? JsonText.print(report.json(session.fileName())) : report.text());
        }
        return Exit.DONE;
    }
}
