package dev.amalgam;

import dev.amalgam.cli.AmalgamCli;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** The program: brings the commands and the window together. Not an {@code Application}, so the class path suffices. */
public final class Main {
    private Main() {}

    /** Runs one command line and exits with its code. */
    public static void main(String[] args) {
        // Before any library is touched: nothing here phones home.
        System.setProperty("ai.djl.offline", "true");
        // Before any thread logs: the first use is not safe for several.
        LoggerFactory.getILoggerFactory();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(AmalgamCli.execute(new Window(), out, err, args));
    }
}
