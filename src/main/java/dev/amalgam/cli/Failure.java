package dev.amalgam.cli;

import dev.amalgam.compile.Problem;
import java.util.List;
import java.util.Set;

/** Why a command ends without what was asked for: the exit code and the sentences for standard error. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Set<String> ABOUT_FILES = Set.of(
            "missing-file",
            "unreadable",
            "unwritable",
            "disk-full",
            "bad-file",
            "bad-picture",
            "not-json",
            "too-large",
            "newer-schema",
            "missing-folder",
            "unconfirmed");

    private static final Set<String> OF_THE_RUNTIME =
            Set.of("refused-by-runtime", "crashed", "timed-out", "out-of-memory", "stopped", "types-unknown");

    private final int exit;

    Failure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** A sentence with its remedy. */
    static Failure of(int exit, String sentence, String remedy) {
        return new Failure(exit, sentence + ". " + remedy + ".");
    }

    /** What stands against running a file; exits as the gravest of them asks. */
    static Failure of(String file, List<Problem> problems) {
        String lines = String.join(
                "\n",
                problems.stream().map(problem -> Lines.problem(file, problem)).toList());
        return new Failure(exitFor(problems), lines);
    }

    static int exitFor(List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> ABOUT_FILES.contains(problem.code()))) {
            return Exit.FILE;
        }
        return problems.stream().anyMatch(problem -> OF_THE_RUNTIME.contains(problem.code())) ? Exit.RUNTIME : Exit.NO;
    }

    /** The exit for a reason why a file could not be opened. */
    static int exitFor(String code) {
        return ABOUT_FILES.contains(code) ? Exit.FILE : Exit.NO;
    }

    int exit() {
        return exit;
    }
}
