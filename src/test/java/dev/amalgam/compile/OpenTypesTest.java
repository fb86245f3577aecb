package dev.amalgam.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Assembly;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Until the runtime has told what is inside a model, the element types of its taps are open. */
class OpenTypesTest {
    private static final Path FIGURE_3 = Path.of("samples/figure-3");

    @Test
    void nothingIsLoweredAboveWhichATypeIsOpen() throws Exception {
        Typing typing = Typing.of(
                graph(), BuiltInKinds.catalogue(), new ComponentStore(Optional.of(FIGURE_3), ModelTypes.FROM_FILE));
        assertThat(typing.hasErrors()).isFalse();
        // The arg-max takes and gives definite types, but hangs below the open tap; the pre-stem does not.
        assertThat(typing.output(PortRef.of("decide", "class")).orElseThrow().type())
                .hasToString("int64[N]");
        assertThat(new Regions(typing).eachNode())
                .extracting(Region::name)
                .containsExactly("photo", "resize", "normalise");
    }

    private static Amalgamation graph() {
        Assembly assembly = new Assembly();
        node(assembly, "photo", "image", Map.of());
        node(assembly, "resize", "resize", Map.of());
        node(assembly, "normalise", "normalise", Map.of());
        Value tap = new Value.Fields(new TreeMap<>(
                Map.of("tensor", new Value.Text("flatten_1"), "representation", new Value.Text("logits"))));
        Value model = FileRef.unseen("models/mobilenet-v1.onnx");
        node(assembly, "bottom", "onnx", Map.of("model", model, "taps", new Value.Items(List.of(tap))));
        node(assembly, "soft", "softmax", Map.of());
        node(assembly, "decide", "arg-max", Map.of());
        wire(assembly, "photo.image", "resize.image");
        wire(assembly, "resize.image", "normalise.image");
        wire(assembly, "normalise.tensor", "bottom.image");
        wire(assembly, "bottom.flatten_1", "soft.logits");
        wire(assembly, "soft.probabilities", "decide.scores");
        return ((Outcome.Applied) assembly.done()).graph();
    }

    private static void node(Assembly assembly, String id, String kind, Map<String, Value> settings) {
        assertThat(assembly.add(new Node(new NodeId(id), kind, Settings.of(settings))))
                .isEmpty();
    }

    private static void wire(Assembly assembly, String from, String to) {
        assertThat(assembly.connect(new Wire(PortRef.parse(from), PortRef.parse(to))))
                .isEmpty();
    }
}
