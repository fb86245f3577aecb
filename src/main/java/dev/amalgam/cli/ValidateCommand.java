package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.Problem;
import dev.amalgam.project.JsonText;
import dev.amalgam.project.ProjectException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what stands against an amalgamation. */
@Command(name = "validate", description = "Tell what stands against running a file.", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    /** Here nothing can be said of the content, so it is no answer. */
    private static final Set<String> NOT_READ = Set.of("missing-file", "unreadable");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the amalgamation")
    private @Nullable Path file;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws ProjectException {
        Path path = requireNonNull(file);
        List<Problem> problems = problems(path);
        boolean valid = problems.stream().noneMatch(Problem::isError);
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.print(JsonText.print(report(path, valid, problems)));
        } else {
            String name = path.getFileName().toString();
            problems.forEach(problem -> out.println(Lines.problem(name, problem)));
            out.println(name + (valid ? " is valid." : " is not valid."));
        }
        return valid ? Exit.DONE : Exit.NO;
    }

    private static List<Problem> problems(Path path) throws ProjectException {
        try (Session session = Session.open(path)) {
            return session.problems();
        } catch (ProjectException e) {
            if (NOT_READ.contains(e.code())) {
                throw e;
            }
            return List.of(new Problem(
                    Problem.Severity.ERROR, e.code(), Optional.empty(), Optional.empty(), e.getMessage(), e.remedy()));
        }
    }

    private static Map<String, Object> report(Path path, boolean valid, List<Problem> problems) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", path.getFileName().toString());
        report.put("valid", valid);
        report.put("problems", problems.stream().map(Reports::json).toList());
        return report;
    }
}
