package dev.amalgam.cli;

import dev.amalgam.compile.Problem;
import dev.amalgam.project.JsonText;
import dev.amalgam.run.RunException;
import dev.amalgam.run.engine.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What running each file of a folder brought: as text for people at once, as JSON for scripts at the end. */
final class FolderReport {
    private final Session session;
    private final boolean json;
    private final Optional<Path> folder;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<Path, Map<String, Object>> frames = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The outputs of each file are written into {@code folder}, if there is one, each into a folder with its name. */
    FolderReport(Session session, boolean json, Optional<Path> folder, PrintWriter out, PrintWriter err) {
        this.session = session;
        this.json = json;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    /** A file was run. */
    void ran(Path file, RunReport report) {
        if (!report.isComplete()) {
            failed(file, report.problems());
            return;
        }
        write(file, report);
        if (json) {
            frames.put(file, frame(file, Reports.frame(report, session)));
        } else {
            out.println(name(file) + "\n" + Reports.table(report, session) + "\n");
            out.flush();
        }
    }

    private void write(Path file, RunReport report) {
        try {
            if (folder.isPresent()) {
                RunCommand.write(folder.get().resolve(name(file)), report);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file could not be run. */
    void failed(Path file, List<Problem> why) {
        problems.addAll(why);
        why.forEach(problem -> err.println(Lines.problem(name(file), problem)));
        err.flush();
        frames.put(
                file,
                frame(file, Map.of("problems", why.stream().map(Reports::json).toList())));
    }

    private static Map<String, Object> frame(Path file, Map<String, Object> said) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("input", name(file));
        frame.putAll(said);
        return frame;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Ends the report, and tells the exit code: done, or as the gravest of what failed asks. */
    int end() throws RunException {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", session.fileName());
            document.put("runtime", session.desk().worker().info().runtime());
            document.put("frames", List.copyOf(frames.values()));
            out.print(JsonText.print(document));
        }
        return problems.isEmpty() ? Exit.DONE : Failure.exitFor(problems);
    }
}
