package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.project.JsonText;
import dev.amalgam.project.Npy;
import dev.amalgam.project.SafeFile;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an amalgamation once, or on each file of a folder. */
@Command(
        name = "run",
        description = "Run an amalgamation and print what its tasks say.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the amalgamation")
    private @Nullable Path file;

    @Option(
            names = "--in",
            paramLabel = "NAME=PATH",
            description = {
                "another picture or .npy file for an input;",
                "a folder: each file in it as shipped, in the order of names"
            })
    private Map<String, Path> inputs = new LinkedHashMap<>();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "write each output there: numbers as .npy, text as .txt")
    private @Nullable Path out;

    @Option(names = "--as-shipped", description = "run the one model that ships instead of node by node")
    private boolean asShipped;

    @Mixin
    private ExecutionChoice how = new ExecutionChoice();

    @Override
    public Integer call() throws Exception {
        PrintWriter print = requireNonNull(spec).commandLine().getOut();
        try (Session session = Session.open(requireNonNull(file), how)) {
            Optional<String> folder = folder();
            if (folder.isPresent()) {
                return runEach(folder.get(), session);
            }
            RunReport report = asShipped ? session.runAsShipped(inputs) : session.run(inputs);
            report.deviceNote().ifPresent(requireNonNull(spec).commandLine().getErr()::println);
            if (out != null) {
                write(out, report);
            }
            print.print(json ? JsonText.print(Reports.json(report, session)) : Reports.table(report, session) + "\n");
        }
        return Exit.DONE;
    }

    /** The input that a folder is given for. */
    private Optional<String> folder() throws Failure {
        List<String> folders = inputs.entrySet().stream()
                .filter(input -> Files.isDirectory(input.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (folders.size() > 1) {
            throw new Failure(
                    Exit.USAGE,
                    "Only one input can be given a folder, not " + String.join(" and ", folders)
                            + ". Give the others one file each.");
        }
        return folders.stream().findFirst();
    }

    private int runEach(String input, Session session) throws Exception {
        CommandLine line = requireNonNull(spec).commandLine();
        Map<String, Path> others = new LinkedHashMap<>(inputs);
        Path folder = requireNonNull(others.remove(input));
        FolderReport report = new FolderReport(session, json, Optional.ofNullable(out), line.getOut(), line.getErr());
        session.runEach(input, folder, others, report);
        return report.end();
    }

    static void write(Path folder, RunReport report) throws IOException {
        Files.createDirectories(folder);
        for (var result : report.results().entrySet()) {
            String name = result.getKey().name();
            Tensor tensor = result.getValue();
            if (tensor.element() == ElementType.STRING) {
                String lines = String.join("\n", tensor.strings()) + "\n";
                SafeFile.write(folder.resolve(name + ".txt"), lines.getBytes(StandardCharsets.UTF_8));
            } else {
                Npy.write(folder.resolve(name + ".npy"), tensor);
            }
        }
    }
}
