package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Document document = Figure.general();
    private final Selection selection = new Selection();
    private final NodeId decide = new NodeId("decide");

    @Test
    void aRenamedNodeStaysSelected() {
        selection.follow(document.state().graph());
        selection.only(decide);
        document.apply(new Edit.Rename(decide, new NodeId("choose")));
        selection.follow(document.state().graph());
        assertThat(selection.nodes()).containsExactly(new NodeId("choose"));
    }

    @Test
    void aNodeThatIsGoneIsLetGo() {
        selection.follow(document.state().graph());
        selection.set(Set.of(decide, new NodeId("watch")));
        document.apply(new Edit.Remove(Set.of(decide)));
        selection.follow(document.state().graph());
        assertThat(selection.nodes()).containsExactly(new NodeId("watch"));
    }

    @Test
    void nodesAndAWireAreNeverSelectedTogether() {
        Wire wire = new Wire(PortRef.parse("shared bottom.logits"), PortRef.parse("decide.logits"));
        selection.only(decide);
        selection.only(wire);
        assertThat(selection.nodes()).isEmpty();
        selection.toggle(decide);
        assertThat(selection.wire()).isEmpty();
    }

    @Test
    void aWireThatIsGoneIsLetGo() {
        selection.only(new Wire(PortRef.parse("shared bottom.logits"), PortRef.parse("decide.logits")));
        document.apply(new Edit.Disconnect(PortRef.parse("decide.logits")));
        selection.follow(document.state().graph());
        assertThat(selection.wire()).isEmpty();
    }
}
