package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes our types of what the runtime tells. */
final class PortTypes {
    private int unknown;

    static Map<String, TensorType> of(FromWorker answer) throws RunException, IOException {
        return switch (answer) {
            case FromWorker.Types types -> new PortTypes().all(types.types());
            case FromWorker.Done done
            when done.failure().isPresent() ->
                throw new RunException(done.failure().get().sentence());
            default -> throw new IOException("An answer to another question: " + answer);
        };
    }

    private Map<String, TensorType> all(Map<String, FromWorker.Port> ports) {
        Map<String, TensorType> types = new LinkedHashMap<>();
        ports.forEach((name, port) -> types.put(name, new TensorType(port.element(), shape(port))));
        return types;
    }

    private Shape shape(FromWorker.Port port) {
        if (port.axes().isEmpty()) {
            return Shape.unranked(Integer.toString(unknown++));
        }
        return Shape.of(port.axes().stream().map(this::dim).toList());
    }

    private Dim dim(FromWorker.Axis axis) {
        if (axis.size() >= 0) {
            return Dim.of(axis.size());
        }
        return axis.name().isEmpty() ? Dim.unknown(Integer.toString(unknown++)) : Dim.named(axis.name());
    }
}
