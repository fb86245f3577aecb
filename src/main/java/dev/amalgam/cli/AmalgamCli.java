package dev.amalgam.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;

/** Runs one command line. Results go to standard output, everything else to standard error. */
public final class AmalgamCli {
    private AmalgamCli() {}

    /**
     * Runs a command.
     *
     * @param designer the window, for the commands that need it
     * @return the exit code: 0 done, 1 the answer is no, 2 usage, 3 a file cannot be read or written, 4 the runtime failed
     */
    public static int execute(Designer designer, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new RootCommand(designer))
                .addSubcommand(new RunCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new InspectCommand())
                .addSubcommand(new CutCommand())
                .addSubcommand(new MergeCommand())
                .addSubcommand(new EditCommand())
                .addSubcommand(new BenchCommand())
                .addSubcommand(new SnapshotCommand(designer))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(AmalgamCli::failed);
        IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        line.setParameterExceptionHandler((e, arguments) -> {
            usual.handleParseException(e, arguments);
            return Exit.USAGE;
        });
        int exit = execute(line, args);
        // Whoever reads the output must not take half of it for the whole, such as on a full disk.
        if (out.checkError()) {
            err.println("amalgam: The output could not be written.");
            exit = Exit.FILE;
        }
        err.flush();
        return exit;
    }

    private static int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            line.getErr().println("amalgam: It takes more memory than Java may use. Use smaller pictures or models.");
            return Exit.RUNTIME;
        }
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        Failure failure = Failures.of(e);
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
        return failure.exit();
    }
}
