package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.RunningMark.Busy;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run, over as many processes as it takes: a step that brings a process down is not tried again, but what does not
 * depend on it is. A process that somebody killed says nothing against the step: only what dies like that twice is to blame.
 */
final class Conversation {
    private static final String KILLED = "SIGKILL";

    private final RunRequest request;
    private final RunListener listener;
    private final Call call;
    private final ProcessSlot slot;
    private final Map<String, Tensor> values = new HashMap<>();
    private final Map<String, StepResult> results = new HashMap<>();
    private final Set<String> fatal = new HashSet<>();
    private @Nullable String running;
    private int deaths;
    private boolean killed;
    private boolean blamed;

    Conversation(RunRequest request, RunListener listener, Call call, ProcessSlot slot) {
        this.request = request;
        this.listener = listener;
        this.call = call;
        this.slot = slot;
    }

    RunResult run() throws RunException {
        Optional<StepFailure> before = call.reason();
        if (before.isPresent()) {
            return finish(request.options().device(), Optional.empty(), before);
        }
        while (true) {
            WorkerProcess process = slot.ready(call).process();
            try {
                FromWorker.Done done = exchange(process);
                if (!call.isTimedOut()) {
                    return finish(done.device(), done.deviceNote(), Optional.empty());
                }
                // It stopped by itself; what was not to blame has its turn in another process.
                slot.bury();
                call.forgive();
            } catch (IOException e) {
                Optional<StepFailure> end = bury(process, e);
                if (end.isPresent()) {
                    return finish(request.options().device(), Optional.empty(), end);
                }
            } catch (RuntimeException | Error e) {
                // A listener threw: what is left on the pipe belongs to nobody.
                slot.bury();
                throw e;
            }
        }
    }

    private FromWorker.Done exchange(WorkerProcess process) throws IOException, RunException {
        blamed = false;
        send(process);
        call.renew();
        while (true) {
            switch (process.receive()) {
                case FromWorker.Started started -> started(started.step());
                case FromWorker.Finished finished -> finished(finished.result());
                case FromWorker.Anew _ -> {
                    values.clear();
                    results.clear();
                }
                case FromWorker.Values some -> values(process, some.values());
                case FromWorker.Done done -> {
                    return done(done);
                }
                case FromWorker.Unfit unfit -> throw new IOException(unfit.why());
                case FromWorker other -> throw new IOException("Out of turn: " + other);
            }
        }
    }

    private void send(WorkerProcess process) throws IOException, RunException {
        Map<String, TensorRef> feeds = process.lane(0).put(request.feeds());
        Set<String> wanted = new HashSet<>(request.fetch());
        wanted.removeAll(values.keySet());
        process.send(new ToWorker.Run(call.id(), feeds, request.steps(), wanted, fatal, request.options()));
    }

    private static FromWorker.Done done(FromWorker.Done done) throws RunException {
        if (done.failure().isPresent()) {
            throw new RunException(done.failure().get().sentence());
        }
        return done;
    }

    private void started(String step) {
        running = step;
        call.renew();
        listener.started(step);
    }

    private void finished(StepResult result) {
        running = null;
        call.renew();
        if (fatal.contains(result.step())) {
            return;
        }
        if (result.failure().isPresent() && call.isTimedOut()) {
            // The first that ended is the one that took too long.
            if (!blamed) {
                blame(result.step(), call.reason().orElseThrow());
            }
            return;
        }
        StepResult told = new StepResult(
                result.step(),
                result.ms(),
                result.loadMs(),
                result.cached(),
                result.failure().map(call::reason));
        if (results.putIfAbsent(result.step(), told) == null) {
            listener.finished(told);
        }
    }

    private void values(WorkerProcess process, Map<String, TensorRef> refs) throws IOException {
        Map<String, Tensor> some = process.lane(0).get(refs);
        values.putAll(some);
        listener.values(some);
    }

    /** After the death of a process: blames a step. Where somebody wanted the run to end, the rest ends for that reason. */
    private Optional<StepFailure> bury(WorkerProcess process, IOException death) throws RunException {
        // The mark is never older than the last word.
        Optional<Busy> busy =
                process.busy().filter(it -> it.step() < request.steps().size());
        String step = busy.map(it -> request.steps().get(it.step()).name()).orElse(running);
        String how = slot.bury();
        Optional<StepFailure> reason = call.reason();
        if (step != null && reason.isEmpty() && how.equals(KILLED) && !killed) {
            killed = true;
            running = null;
        } else if (step != null) {
            blame(
                    step,
                    reason.map(why -> hung(why, busy))
                            .orElseGet(() -> new StepFailure.Crashed(how, process.diagnostics())));
        } else if (reason.isEmpty() && ++deaths > 1) {
            throw new RunException("The runtime process ended twice before it ran a step: " + how, death);
        }
        call.forgive();
        return call.reason();
    }

    /**
     * A step that does not stop when it is asked to would not stop the next time either. Nothing stops a model from being
     * loaded, so that this alone says nothing against it.
     */
    private StepFailure hung(StepFailure reason, Optional<Busy> busy) {
        boolean ran = busy.filter(it -> !it.loading()).isPresent();
        return call.isHung() && ran && reason instanceof StepFailure.Cancelled ? call.hanging() : reason;
    }

    private void blame(String step, StepFailure why) {
        StepResult result = StepResult.failed(step, why);
        results.put(step, result);
        fatal.add(step);
        blamed = true;
        running = null;
        listener.finished(result);
    }

    private RunResult finish(String device, Optional<String> note, Optional<StepFailure> end) {
        Map<String, String> lost = new HashMap<>();
        List<StepResult> all = new ArrayList<>();
        for (Step step : request.steps()) {
            StepResult told = results.get(step.name());
            StepResult result = told != null ? told : silent(step, lost, end);
            result.failure().ifPresent(why -> lose(step, why, lost));
            all.add(result);
        }
        return new RunResult(values, all, device, note);
    }

    private static void lose(Step step, StepFailure why, Map<String, String> lost) {
        String cause = why instanceof StepFailure.Skipped skipped ? skipped.because() : step.name();
        step.outputs().values().forEach(key -> lost.putIfAbsent(key, cause));
    }

    /** A step that the worker said nothing of: it is a twin of one that failed, the run ended before it, or its values were held. */
    private StepResult silent(Step step, Map<String, String> lost, Optional<StepFailure> end) {
        Optional<StepFailure> twin = step.outputs().values().stream()
                .flatMap(key -> Optional.ofNullable(lost.get(key)).stream())
                .findFirst()
                .map(StepFailure.Skipped::new);
        StepResult result = twin.or(() -> end)
                .map(why -> StepResult.failed(step.name(), why))
                .orElseGet(() -> StepResult.cached(step.name()));
        listener.finished(result);
        return result;
    }
}
