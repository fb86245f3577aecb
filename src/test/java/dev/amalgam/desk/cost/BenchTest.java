package dev.amalgam.desk.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.Stop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured of the sample says what it is of, adds up, and can be stopped. No test depends on how long it took. */
class BenchTest {
    private Desk desk;
    private Workspace workspace;
    private final List<Double> progress = new ArrayList<>();

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

    @Test
    void theProfileIsTracedBackToNodesAndOperators() throws Exception {
        FileProfile profile = workspace.bench().profile(workspace.subject(), progress::add, new Stop());
        assertThat(profile.measured().file()).isEqualTo("figure-3.onnx");
        assertThat(profile.measured().runtime()).isEqualTo("ONNX Runtime 1.29.0");
        assertThat(profile.measured().sha256()).hasSize(64);
        assertThat(profile.run().count()).isEqualTo(30);
        Typing typing = workspace.document().state().typing();
        assertThat(profile.byNode())
                .filteredOn(group -> !group.name().isEmpty())
                .hasSizeGreaterThan(5)
                .allSatisfy(group ->
                        assertThat(typing.node(group.node().orElseThrow())).isPresent());
        assertThat(profile.byNode())
                .filteredOn(group -> group.name().equals("shared bottom"))
                .singleElement()
                .satisfies(bottom -> assertThat(bottom.multiplyAdds()).hasValue(568_740_352));
        assertThat(profile.byNode().stream()
                        .mapToDouble(FileProfile.Group::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(profile.byOperator())
                .extracting(FileProfile.Group::name)
                .contains("Conv + BatchNormalization + Clip");
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void sharingIsMeasuredAgainstABottomEach() throws Exception {
        Sharing sharing = workspace.bench().sharing(workspace.subject(), progress::add, new Stop());
        assertThat(sharing.tasks()).isEqualTo(4);
        assertThat(sharing.sentence()).startsWith("4 tasks with one bottom: ").contains("; with a bottom each: ");
        long shared = sharing.shared().cost().multiplyAdds().orElseThrow();
        long separate = sharing.separate().cost().multiplyAdds().orElseThrow();
        assertThat((double) separate / shared).isBetween(3.9, 4.0);
        assertThat(sharing.shared().times().count())
                .isEqualTo(sharing.separate().times().count());
        assertThat(sharing.separate().fileBytes())
                .isGreaterThan(3 * sharing.shared().fileBytes());
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void whatIsStoppedSaysSo() {
        Stop stop = new Stop();
        stop.now();
        assertThatThrownBy(() -> workspace.bench().profile(workspace.subject(), Progress.NONE, stop))
                .isInstanceOf(CostException.class)
                .hasMessageContaining("stopped");
        assertThatThrownBy(() -> workspace.bench().sharing(workspace.subject(), Progress.NONE, stop))
                .isInstanceOf(CostException.class)
                .hasMessageContaining("stopped");
    }

    @Test
    void whatCannotBeMeasuredSaysWhatToDo() {
        Set<NodeId> tasks = Set.of(new NodeId("localise"), new NodeId("recognise"), new NodeId("watch"));
        workspace.document().apply(new Edit.Remove(tasks));
        assertThatThrownBy(() -> workspace.bench().sharing(workspace.subject(), Progress.NONE, new Stop()))
                .isInstanceOf(CostException.class)
                .hasMessageContaining("two tasks");
        workspace.document().apply(new Edit.Change(new NodeId("photo"), "file", Optional.empty()));
        assertThatThrownBy(() -> workspace.bench().profile(workspace.subject(), Progress.NONE, new Stop()))
                .isInstanceOf(CostException.class)
                .hasMessageContaining("photo");
    }
}
