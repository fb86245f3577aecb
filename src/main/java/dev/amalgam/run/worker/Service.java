package dev.amalgam.run.worker;

import static java.util.Objects.requireNonNull;

import dev.amalgam.run.StepFailure;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.RunningMark;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.run.channel.SharedReader;
import dev.amalgam.run.channel.SharedWriter;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.run.worker.WorkerMain.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Carries out requests one after the other on a thread of its own, so that a stop can come in meanwhile. */
final class Service {
    /** Where answers go. */
    interface Answers {
        void send(FromWorker message) throws IOException;
    }

    private final Arguments arguments;
    private final Answers answers;
    private final Stopper stopper = new Stopper();
    private final BlockingQueue<ToWorker> requests = new LinkedBlockingQueue<>(16);

    Service(Arguments arguments, Answers answers) {
        this.arguments = arguments;
        this.answers = answers;
    }

    void start() {
        Thread.ofPlatform().name("run").start(this::serve);
    }

    /** @throws IOException where more requests wait than one client sends */
    void accept(ToWorker message) throws IOException {
        if (message instanceof ToWorker.Stop stop) {
            stopper.stop(stop.id());
        } else if (!requests.offer(message)) {
            throw new IOException("too many requests");
        }
    }

    private void serve() {
        try {
            NativeRuntime runtime = NativeRuntime.start();
            answers.send(runtime.ready());
            dropUnpacked(runtime);
            Sessions sessions = new Sessions(runtime, arguments.cacheBytes());
            List<Lane> lanes = IntStream.range(0, ToWorker.LANES)
                    .mapToObj(number -> lane(number, sessions.tensors()))
                    .toList();
            RunningMark running = new RunningMark(arguments.directory());
            ValueCache cache = new ValueCache(arguments.cacheBytes());
            FrameJob opened = null;
            while (true) {
                switch (requests.take()) {
                    case ToWorker.Run run -> {
                        new RunJob(
                                        run,
                                        sessions,
                                        cache,
                                        stopper,
                                        arguments.memoryBytes(),
                                        lanes.getFirst(),
                                        answers,
                                        running)
                                .run();
                    }
                    case ToWorker.Open open -> opened = new FrameJob(open, sessions, stopper, arguments.memoryBytes());
                    case ToWorker.Frame frame -> {
                        answers.send(requireNonNull(opened, "no model is open").run(frame, lanes.get(frame.lane())));
                    }
                    case ToWorker.Profile profile ->
                        new ProfileJob(profile, sessions, stopper, arguments, answers).run(lanes.getFirst());
                    case ToWorker.Inspect inspect -> answers.send(inspect(runtime, inspect));
                    case ToWorker.Stop stop -> stopper.stop(stop.id());
                }
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    private Lane lane(int number, OrtTensors tensors) {
        return new Lane(
                new SharedReader(arguments.directory(), "feeds" + number),
                new SharedWriter(arguments.directory(), "values" + number, arguments.transferBytes()),
                tensors);
    }

    /** Libraries that are loaded are needed no more as files; those of CUDA are only loaded when a model asks for it. */
    private void dropUnpacked(NativeRuntime runtime) throws IOException {
        if (!runtime.hasCuda()) {
            try (Stream<Path> all = Files.list(arguments.directory())) {
                all.filter(Files::isDirectory).forEach(Scratch::delete);
            }
        }
    }

    private FromWorker inspect(NativeRuntime runtime, ToWorker.Inspect request) {
        try {
            return new FromWorker.Types(request.id(), Ports.of(runtime, request.model()));
        } catch (Exception e) {
            StepFailure why = Failures.of(e, arguments.memoryBytes());
            return new FromWorker.Done(request.id(), "cpu", Optional.empty(), Optional.of(why));
        }
    }

    /** Nothing can be served any more; the client reads the reason and starts another process. */
    private void fail(Throwable e) {
        e.printStackTrace(System.err);
        try {
            answers.send(new FromWorker.Unfit(String.valueOf(e.getMessage())));
        } catch (IOException gone) {
            System.err.println("The client is gone: " + gone.getMessage());
        }
        Scratch.delete(arguments.directory());
        Runtime.getRuntime().halt(1);
    }
}
