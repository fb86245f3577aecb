package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final Typing EMPTY = Typing.of(
            Amalgamation.EMPTY, BuiltInKinds.catalogue(), new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE));

    private static Edit add(String name, String kind) {
        return new Edit.Add(new Node(new NodeId(name), kind, Settings.NONE), new Position(0, 0));
    }

    private static Edit connect(String from, String to) {
        return new Edit.Connect(PortRef.parse(from), PortRef.parse(to));
    }

    private static final List<Edit> NODES = List.of(add("a", "image"), add("b", "resize"), add("c", "softmax"));

    private static Edit.Batch step(Edit... wires) {
        return new Edit.Batch(
                "Paste",
                java.util.stream.Stream.concat(NODES.stream(), List.of(wires).stream())
                        .toList());
    }

    @Test
    void whatFitsAsAWholeStaysTheSame() {
        Edit fits = step(connect("a.image", "b.image"));
        assertThat(Fitting.of(EMPTY, fits)).isEqualTo(new Fitting.Fitted(fits, 0));
    }

    @Test
    void aWireThatDoesNotFitIsLeftOutAndAllElseIsMade() {
        Edit step =
                step(connect("a.image", "c.logits"), connect("a.image", "b.image"), connect("nobody.x", "c.logits"));
        Fitting.Fitted fitted = Fitting.of(EMPTY, step);
        assertThat(fitted.without()).isEqualTo(2);
        assertThat(fitted.edit()).isEqualTo(step(connect("a.image", "b.image")));
        assertThat(new Edits(EMPTY).apply(Amalgamation.EMPTY, fitted.edit())).isInstanceOf(Outcome.Applied.class);
    }
}
