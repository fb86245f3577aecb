package dev.amalgam.run.worker;

import dev.amalgam.run.channel.Frames;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.run.channel.ToWorker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The child process. Requests come on standard input and are answered on standard output, which is for messages alone:
 * {@code System.out} leads to standard error. The process ends with its standard input or with its parent.
 */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param args as in {@link Arguments}
     */
    public static void main(String[] args) {
        System.setProperty("ai.djl.offline", "true");
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Arguments arguments = Arguments.parse(args);
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> end(arguments)));
        Service service = new Service(arguments, message -> Frames.write(out, message));
        service.start();
        read(System.in, service);
        end(arguments);
    }

    private static void read(InputStream in, Service service) {
        try {
            while (true) {
                service.accept(Frames.read(in, ToWorker.class, noise -> {}));
            }
        } catch (IOException e) {
            System.err.println("The worker ends: " + e.getMessage());
        }
    }

    /** Ends at once: native code may be running, and waiting for it could take for ever. */
    private static void end(Arguments arguments) {
        Scratch.delete(arguments.directory());
        Runtime.getRuntime().halt(0);
    }

    /** What the client passes on the command line. */
    record Arguments(Path directory, long cacheBytes, long transferBytes, long memoryBytes) {
        static Arguments parse(String[] args) {
            return new Arguments(
                    Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]), Long.parseLong(args[3]));
        }
    }
}
