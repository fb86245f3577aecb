package dev.amalgam.ui.canvas;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.Readings;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.preview.Previews;
import java.util.Optional;
import javafx.scene.Node;

/** A small picture of what flowed last in a wire. */
final class FlowingValue {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 96;

    private FlowingValue() {}

    /** Empty where nothing has come yet. */
    static Optional<Node> of(Wire wire, Scenery scenery) {
        var typing = scenery.document().state().typing();
        Form form = typing.output(wire.from())
                .map(type -> type.representation().form())
                .orElse(Form.RAW);
        return scenery.live()
                .map(live -> new Readings(typing, port -> value(live, port)))
                .flatMap(readings -> readings.of(wire.from()))
                .map(reading -> Previews.of(reading, form, WIDTH, HEIGHT));
    }

    private static Optional<dev.amalgam.tensor.Tensor> value(LiveState live, PortRef port) {
        return Optional.ofNullable(live.node(port.node()).outputs().get(port.port()));
    }
}
