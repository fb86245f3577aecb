package dev.amalgam.run;

import dev.amalgam.run.OpenModel.Frame;
import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.run.channel.TensorRef;
import dev.amalgam.run.channel.ToWorker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Frame after frame through one model, over as many turns and processes as it takes. */
final class FrameLoop {
    private final ToWorker.Open model;
    private final Iterator<Map<String, Tensor>> frames;
    private final Consumer<Frame> each;
    private final Supplier<Set<String>> taken;
    private final BooleanSupplier awaited;

    /** The frames that were asked for and are not answered, in order; the first {@link #sent} of them are on their way. */
    private final List<Map<String, Tensor>> open = new ArrayList<>(ToWorker.LANES);

    private int sent;
    private int answered;

    /** How many processes ended since the last one that answered. */
    private int deaths;

    /** How many frames were asked for in this turn. */
    private int asked;

    /** Whether a frame was left for the next turn. */
    private boolean yielded;

    /**
     * @param taken the outputs whose values are taken of the frame that comes back
     * @param awaited whether somebody else waits for the worker
     */
    FrameLoop(
            ToWorker.Open model,
            Iterator<Map<String, Tensor>> frames,
            Consumer<Frame> each,
            Supplier<Set<String>> taken,
            BooleanSupplier awaited) {
        this.model = model;
        this.frames = frames;
        this.each = each;
        this.taken = taken;
        this.awaited = awaited;
    }

    int answered() {
        return answered;
    }

    /**
     * Runs them all, or at least one where somebody else waits for the worker.
     *
     * @return whether there may be more, for another turn
     */
    boolean run(Call call, ProcessSlot slot) throws RunException {
        asked = 0;
        yielded = false;
        new Turn(call, slot).run();
        return yielded;
    }

    /** As long as nobody else has the worker. */
    private final class Turn {
        private final Call call;
        private final ProcessSlot slot;

        Turn(Call call, ProcessSlot slot) {
            this.call = call;
            this.slot = slot;
        }

        void run() throws RunException {
            while (sent < open.size() || take()) {
                WorkerProcess process = slot.ready(call).process();
                try {
                    process.open(model);
                    exchange(process);
                } catch (IOException e) {
                    bury(process);
                } catch (RuntimeException | Error e) {
                    // Somebody who was asked or told threw: what is left on the pipe belongs to nobody.
                    slot.bury();
                    throw e;
                }
            }
        }

        private void exchange(WorkerProcess process) throws IOException {
            fill(process, true);
            while (sent > 0) {
                if (!(process.receive() instanceof FromWorker.Frame frame)) {
                    throw new IOException("Out of turn");
                }
                Map<String, TensorRef> wanted = new HashMap<>(frame.values());
                wanted.keySet().retainAll(taken.get());
                Map<String, Tensor> values =
                        process.lane(answered % ToWorker.LANES).get(wanted);
                deaths = 0;
                sent--;
                next();
                try {
                    // The worker shall have another frame before anybody looks at this one.
                    fill(process, false);
                } finally {
                    tell(new Frame(
                            values,
                            frame.ms(),
                            frame.device(),
                            frame.deviceNote(),
                            frame.failure().map(call::reason)));
                }
            }
        }

        /** Hands frames over. One that cannot be is told of in its turn: when all before it were {@code told} of. */
        private void fill(WorkerProcess process, boolean told) throws IOException {
            // After a death one at a time, so that it is clear which frame brings the next process down.
            int most = deaths == 0 ? ToWorker.LANES : 1;
            while (sent < most && (sent < open.size() || take())) {
                int lane = (answered + sent) % ToWorker.LANES;
                try {
                    Map<String, TensorRef> feeds = process.lane(lane).put(open.get(sent));
                    process.send(new ToWorker.Frame(call.id(), lane, feeds));
                    sent++;
                } catch (RunException e) {
                    if (!told || sent > 0) {
                        return;
                    }
                    fail(new StepFailure.Refused(String.valueOf(e.getMessage())));
                }
            }
        }

        private boolean take() {
            if (call.reason().isPresent()) {
                return false;
            }
            if (asked > 0 && awaited.getAsBoolean()) {
                yielded = true;
                return false;
            }
            call.pause();
            try {
                if (!frames.hasNext()) {
                    yielded = false;
                    return false;
                }
                asked++;
                return open.add(frames.next());
            } finally {
                call.renew();
            }
        }

        private void tell(Frame frame) {
            call.pause();
            try {
                each.accept(frame);
            } finally {
                call.renew();
            }
        }

        private void next() {
            open.removeFirst();
            answered++;
            call.renew();
        }

        private void fail(StepFailure why) {
            next();
            tell(Frame.failed(why));
        }

        /** After the death of a process: somebody may have killed the first one, so that only what dies twice is to blame. */
        private void bury(WorkerProcess process) {
            String how = slot.bury();
            sent = 0;
            deaths++;
            Optional<StepFailure> wanted = call.reason();
            call.forgive();
            if (call.reason().isPresent()) {
                while (!open.isEmpty()) {
                    fail(call.reason().get());
                }
            } else if (wanted.isPresent() || deaths > 1) {
                fail(wanted.orElseGet(() -> new StepFailure.Crashed(how, process.diagnostics())));
            }
        }
    }
}
