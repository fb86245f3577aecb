package dev.amalgam.run.worker;

import dev.amalgam.run.channel.Frames;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.run.channel.ToWorker;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The child process. Requests come on standard input and are answered on standard output, which is for messages alone:
 * {@code System.out} leads to standard error. The process ends with its standard input or with its parent.
 */
public final class WorkerMain {
    private static final int BUFFER = 1 << 16;

    private WorkerMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param args as in {@link Arguments}
     */
    public static void main(String[] args) {
        System.setProperty("ai.djl.offline", "true");
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        System.setOut(System.err);
        Arguments arguments = Arguments.parse(args);
        ProcessHandle.current().parent().ifPresent(parent -> endWith(parent, arguments));
        Service service = new Service(arguments, message -> send(out, message));
        service.start();
        warmUp();
        read(System.in, service);
        end(arguments);
    }

    /** What reports on the past waits for the next message that the client must know of at once: one wake-up less each. */
    private static void send(OutputStream out, FromWorker message) throws IOException {
        Frames.write(out, message);
        boolean waits = switch (message) {
            case FromWorker.Finished _, FromWorker.Values _ -> true;
            case FromWorker.Started started -> started.quick();
            default -> false;
        };
        if (!waits) {
            out.flush();
        }
    }

    /** While the native library loads, on another thread, JSON gets ready here. */
    private static void warmUp() {
        FromWorker sample = new FromWorker.Ready("", "", List.of(), List.of());
        Frames.warmUp(sample, ToWorker.class, "{\"is\":\"Stop\",\"id\":0}");
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

    /** Standard input ends with the parent, unless the parent passed the other end on to somebody else. */
    private static void endWith(ProcessHandle parent, Arguments arguments) {
        var _ = parent.onExit().thenRun(() -> end(arguments));
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
