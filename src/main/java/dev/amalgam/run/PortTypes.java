package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        if (port.dims().length == 0) {
            return Shape.unranked(Integer.toString(unknown++));
        }
        List<Dim> dims = new ArrayList<>();
        for (int axis = 0; axis < port.dims().length; axis++) {
            String name = axis < port.names().length ? port.names()[axis] : "";
            dims.add(dim(port.dims()[axis], name));
        }
        return Shape.of(dims);
    }

    private Dim dim(long size, String name) {
        if (size >= 0) {
            return Dim.of(size);
        }
        return name.isEmpty() ? Dim.unknown(Integer.toString(unknown++)) : Dim.named(name);
    }
}
