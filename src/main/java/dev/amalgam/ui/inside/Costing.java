package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Exposure;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Probe;
import dev.amalgam.desk.inside.Taps;
import dev.amalgam.onnx.Work;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What it costs to reach the tensors inside: computed when one is looked at, measured when somebody asks. Kept once known. */
final class Costing {
    private final Inside inside;
    private final InsideHost host;
    private final Tapping tapping;
    private final Map<String, Exposure> measured = new HashMap<>();
    private final Object sizing = new Object();
    private Optional<Map<String, TensorType>> sizes = Optional.empty();
    private Optional<Stop> running = Optional.empty();

    /**
     * What a tensor takes.
     *
     * @param bytes of its values
     * @param multiplyAdds of all that makes it
     * @param share of what the whole model has to compute
     */
    record Reach(OptionalLong bytes, OptionalLong multiplyAdds, OptionalDouble share) {}

    Costing(Inside inside, InsideHost host, Tapping tapping) {
        this.inside = inside;
        this.host = host;
        this.tapping = tapping;
        Probe probe = host.probe();
        Map<String, Tensor> flowing = host.flowing();
        Map<String, TensorType> declared = tapping.types();
        UiThread.compute(
                sizing,
                () -> probe.sizes(inside.model(), Probe.feeds(inside.model(), declared, flowing)),
                told -> {
                    sizes = Optional.of(told);
                    host.changed();
                },
                // Then what the file says has to do.
                _ -> sizes = Optional.of(declared));
    }

    /** Tells what a tensor takes, soon and once sizes are known; {@code source} is who asks. */
    void reach(Object source, String tensor, Consumer<Reach> show) {
        sizes.ifPresent(known -> UiThread.compute(List.of(source, tensor), () -> reach(tensor, known), show));
    }

    private Reach reach(String tensor, Map<String, TensorType> known) throws IOException {
        Work work = inside.model().cut(List.of(tensor)).work(known);
        OptionalLong whole = inside.model().work(known).multiplyAdds();
        OptionalDouble share = work.multiplyAdds().isPresent() && whole.orElse(0) > 0
                ? OptionalDouble.of((double) work.multiplyAdds().getAsLong() / whole.getAsLong())
                : OptionalDouble.empty();
        return new Reach(bytes(known.get(tensor)), work.multiplyAdds(), share);
    }

    private static OptionalLong bytes(@org.jspecify.annotations.Nullable TensorType type) {
        return type != null
                        && type.element() instanceof ElementType element
                        && type.shape().elements().isPresent()
                ? OptionalLong.of(element.bytes(type.shape().elements().getAsLong()))
                : OptionalLong.empty();
    }

    /** What was measured of a tap. */
    Optional<Exposure> measured(String tensor) {
        return Optional.ofNullable(measured.get(tensor));
    }

    /** Measures a tap; one measurement at a time, the last that was asked for. */
    void measure(String tensor, Consumer<Exposure> show, Consumer<String> failed) {
        running.ifPresent(Stop::now);
        Stop stop = new Stop();
        running = Optional.of(stop);
        Probe probe = host.probe();
        Map<String, Tensor> flowing = host.flowing();
        Map<String, TensorType> declared = tapping.types();
        List<String> outputs = tapping.all().stream().map(Taps.Tap::tensor).toList();
        UiThread.compute(
                this,
                () -> probe.measure(inside, tensor, outputs, Probe.feeds(inside.model(), declared, flowing), stop),
                exposure -> {
                    measured.put(tensor, exposure);
                    show.accept(exposure);
                },
                trouble -> failed.accept(
                        trouble instanceof RunException || trouble instanceof IOException
                                ? Texts.say(String.valueOf(trouble.getMessage()))
                                : Texts.get("inside.measure.failed")));
    }
}
