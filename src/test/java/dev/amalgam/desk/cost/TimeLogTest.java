package dev.amalgam.desk.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times of the last runs belong to what a node is, not to what it is called. */
class TimeLogTest {
    private static final NodeId SOFTMAX = new NodeId("softmax");

    private final TimeLog log = new TimeLog();
    private Desk desk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
        workspace.settled();
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    private Typing typing() {
        return workspace.document().state().typing();
    }

    private void note(double ms, boolean cached) {
        NodeOutcome outcome = new NodeOutcome(ms, cached, Map.of(), Optional.empty());
        log.note(typing(), new RunReport(Map.of(SOFTMAX, outcome), Map.of(), Map.of(), "cpu", ms, List.of()));
    }

    @Test
    void theLastHundredRunsCount() {
        IntStream.rangeClosed(1, 300).forEach(ms -> note(ms, false));
        assertThat(log.of(SOFTMAX, typing())).contains(new Spread(100, 201, 250, 295, 300));
    }

    @Test
    void whatDidNotRunDoesNotCount() {
        note(0, true);
        assertThat(log.of(SOFTMAX, typing())).isEmpty();
    }

    @Test
    void aTurnedNumberAndAnotherNameAreTheSameNodeAndAnotherInputIsNot() {
        note(3, false);
        workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
        assertThat(log.of(SOFTMAX, typing())).contains(new Spread(1, 3, 3, 3, 3));
        NodeId other = new NodeId("other");
        workspace.document().apply(new Edit.Rename(SOFTMAX, other));
        assertThat(log.of(other, typing())).isPresent();
        workspace.document().apply(new Edit.Disconnect(PortRef.parse("other.logits")));
        assertThat(log.of(other, typing())).isEmpty();
    }
}
