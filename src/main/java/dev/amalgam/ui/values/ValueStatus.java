package dev.amalgam.ui.values;

import dev.amalgam.compile.PortType;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** What is said of an enlarged value besides itself: its type and meaning, whether it is true now, and why not. */
final class ValueStatus {
    private ValueStatus() {}

    /** Such as {@code float32[1,1000] · logits}. */
    static String type(Optional<Tensor> value, Optional<PortType> port) {
        String type = value.map(tensor -> tensor.type().toString())
                .or(() -> port.map(it -> it.type().toString()))
                .orElse("");
        return port.map(it -> type + " · " + it.representation()).orElse(type);
    }

    /** One or two words, such as {@code computed now}. */
    static String state(NodeState state) {
        return Texts.get("values.state." + state.status().name().toLowerCase(Locale.ROOT));
    }

    /** Why there is no true value, or what is odd about it; empty where all is well. */
    static String why(NodeState state, String output, boolean isThere) {
        if (!isThere) {
            return Texts.get("values.gone");
        }
        if (state.trouble().isPresent()) {
            NodeState.Trouble trouble = state.trouble().get();
            return Texts.say(trouble.sentence(), trouble.remedy());
        }
        if (state.status() == Status.STALE) {
            return Texts.get("values.why.stale");
        }
        if (state.outputs().isEmpty()) {
            return Texts.get("values.why.waiting");
        }
        return state.findings().stream()
                .filter(found -> found.port().map(output::equals).orElse(true))
                .findFirst()
                .map(found -> Texts.say(found.message(), found.remedy()))
                .orElse("");
    }
}
