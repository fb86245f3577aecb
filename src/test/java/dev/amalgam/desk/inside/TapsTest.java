package dev.amalgam.desk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.inside.Taps.Tap;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.tensor.Representation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the settings of a component when a tensor is tapped. */
class TapsTest {
    private static final List<String> OUTPUTS = List.of("probabilities");
    private static final Node BARE = new Node(new NodeId("model"), "onnx", Settings.NONE);

    private static Node after(Node node, Edit edit) {
        Settings settings = node.settings();
        for (Edit step : ((Edit.Batch) edit).edits()) {
            if (step instanceof Edit.Change(NodeId _, String setting, Optional<Value> value)) {
                settings = settings.with(setting, value);
            }
        }
        return new Node(node.id(), node.kind(), settings);
    }

    @Test
    void withoutTapsItOffersTheModelsOwnOutputs() {
        assertThat(Taps.of(BARE, OUTPUTS).all())
                .containsExactly(new Tap("probabilities", "probabilities", Optional.empty()));
    }

    @Test
    void theFirstTapKeepsTheModelsOwnOutputs() {
        Node tapped = after(BARE, Taps.of(BARE, OUTPUTS).add("features"));
        assertThat(Taps.of(tapped, OUTPUTS).all()).extracting(Tap::port).containsExactly("probabilities", "features");
    }

    @Test
    void tappedAndUntappedItIsAsItWas() {
        Node tapped = after(BARE, Taps.of(BARE, OUTPUTS).add("features"));
        Edit back =
                Taps.of(tapped, OUTPUTS).remove("features", Amalgamation.EMPTY).orElseThrow();
        assertThat(after(tapped, back)).isEqualTo(BARE);
    }

    @Test
    void theOnlyOutputStays() {
        assertThat(Taps.of(BARE, OUTPUTS).remove("probabilities", Amalgamation.EMPTY))
                .isEmpty();
    }

    @Test
    void namesAreNotGivenTwice() {
        Taps taps = Taps.of(BARE, OUTPUTS);
        Edit two = taps.add(
                "two",
                List.of(
                        new Tap("a", "probabilities", Optional.empty()),
                        new Tap("b", "probabilities", Optional.of(Representation.LOGITS))));
        assertThat(Taps.of(after(BARE, two), OUTPUTS).all())
                .extracting(Tap::port)
                .containsExactly("probabilities", "probabilities 2", "probabilities 3");
    }

    @Test
    void whatIsTappedAlreadyKeepsItsNameAndLearnsItsMeaning() {
        Edit soft = Taps.of(BARE, OUTPUTS)
                .add("soft", List.of(new Tap("probabilities", "soft", Optional.of(Representation.SOFT))));
        assertThat(Taps.of(after(BARE, soft), OUTPUTS).all())
                .containsExactly(new Tap("probabilities", "probabilities", Optional.of(Representation.SOFT)));
    }
}
