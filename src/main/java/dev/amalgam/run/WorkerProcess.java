package dev.amalgam.run;

import dev.amalgam.run.channel.Frames;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.RunningMark;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.run.channel.SharedReader;
import dev.amalgam.run.channel.SharedWriter;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One child process from start to end: its pipes, its shared memory, its folder. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration GRACE = Prepared.grace();
    private static final Pattern MEMORY = Pattern.compile("RssAnon:\\s*(\\d+) kB");

    private final Scratch scratch;
    private final Process process;
    private final InputStream in;
    private final Diagnostics diagnostics = new Diagnostics();
    private ToWorker.@Nullable Open opened;
    private final List<Lane> lanes;

    /** Shared memory for one request and its answer; with two of them, one can be filled while the other is in use. */
    record Lane(SharedWriter feeds, SharedReader values) {
        /** Puts values where the process finds them, in place of all that was handed over before in either direction. */
        Map<String, TensorRef> put(Map<String, Tensor> tensors) throws RunException {
            feeds.clear();
            values.clear();
            Map<String, TensorRef> refs = new HashMap<>();
            try {
                for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                    refs.put(tensor.getKey(), feeds.put(tensor.getValue()));
                }
                return refs;
            } catch (IOException e) {
                throw new RunException("The values could not be handed to the runtime: " + e.getMessage(), e);
            }
        }

        /** Takes values out. */
        Map<String, Tensor> get(Map<String, TensorRef> refs) throws IOException {
            Map<String, Tensor> tensors = new HashMap<>();
            for (Map.Entry<String, TensorRef> ref : refs.entrySet()) {
                tensors.put(ref.getKey(), values.copy(ref.getValue()));
            }
            return tensors;
        }

        private void close() {
            feeds.close();
            values.close();
        }
    }

    /** @throws IOException where the process cannot be started */
    WorkerProcess(WorkerSettings settings) throws IOException {
        scratch = Scratch.create();
        try {
            process = Launch.start(settings, scratch.path());
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
        in = process.getInputStream();
        lanes = IntStream.range(0, ToWorker.LANES)
                .mapToObj(number -> lane(settings, number))
                .toList();
        Thread.ofVirtual().name("worker-stderr").start(() -> diagnostics.drain(process.getErrorStream()));
    }

    private Lane lane(WorkerSettings settings, int number) {
        return new Lane(
                new SharedWriter(scratch.path(), "feeds" + number, settings.transferBytes()),
                new SharedReader(scratch.path(), "values" + number));
    }

    Lane lane(int number) {
        return lanes.get(number);
    }

    void send(ToWorker message) throws IOException {
        OutputStream out = process.getOutputStream();
        Frames.write(out, message);
        out.flush();
    }

    /** Says which model the next frames are for, unless it is the one that the last were for. */
    void open(ToWorker.Open model) throws IOException {
        if (model != opened) {
            Frames.write(process.getOutputStream(), model);
            opened = model;
        }
    }

    /** Waits for the next message. @throws IOException where the process ended or says what is no message */
    FromWorker receive() throws IOException {
        return Frames.read(in, FromWorker.class, diagnostics::add);
    }

    /** The step that it was busy with, if it was; also after its death. */
    Optional<RunningMark.Busy> busy() {
        return RunningMark.read(scratch.path());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The memory that is its own and no file's, in bytes, where the system tells (Linux; see proc_pid_status(5)). */
    OptionalLong memoryBytes() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid()), "status"));
            Matcher kilobytes = MEMORY.matcher(status);
            return kilobytes.find() ? OptionalLong.of(Long.parseLong(kilobytes.group(1)) << 10) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    String diagnostics() {
        return diagnostics.text();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Kills what may be left of it, and tells how it ended. */
    String bury() {
        try {
            // A crashing virtual machine first closes its pipes a while before it is gone; its own end says more than
            // ours.
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        String how = diagnostics.ending(process.isAlive() ? 0 : process.exitValue());
        release();
        return how;
    }

    private void release() {
        lanes.forEach(Lane::close);
        scratch.close();
    }

    /** Ends it: politely, then at once. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        bury();
    }
}
