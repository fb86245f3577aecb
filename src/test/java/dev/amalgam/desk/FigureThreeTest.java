package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.NodeOutcome;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample on all its photos, against answers that were recorded and looked at. */
class FigureThreeTest {
    private static final Path FOLDER = Path.of("samples/figure-3");
    private static final NodeId PHOTO = new NodeId("photo");

    private static Desk desk;
    private static Workspace workspace;
    private static Typing typing;

    @BeforeAll
    static void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(FOLDER.resolve("figure-3.amalgam"));
        typing = workspace.settled().typing();
    }

    @AfterAll
    static void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void nothingStandsAgainstIt() {
        assertThat(typing.problems()).isEmpty();
    }

    @Test
    void theSharedBottomYieldsFourRepresentations() {
        assertThat(representation("shared bottom.encoding")).isEqualTo("float32[1,1024,7,7] encoding");
        assertThat(representation("embedding.embedding")).isEqualTo("float32[1,1024] embedding");
        assertThat(representation("shared bottom.logits")).isEqualTo("float32[1,1000] logits");
        assertThat(representation("independent.probabilities")).isEqualTo("float32[1,1000] soft independent");
    }

    private static String representation(String port) {
        return typing.output(PortRef.parse(port)).orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        chelsea.png           | Egyptian cat                    | 0.52 | cat on screen
        coffee.png            | espresso                        | 0.97 | coffee,cup
        rocket.jpg            | missile                         | 0.58 | rocket
        march-pastoral.jpg    | ram, tup                        | 0.89 |
        nagasaki-boats.jpg    | dock, dockage, docking facility | 0.82 |
        allium-oreophilum.jpg | shovel                          | 0.49 |
        """)
    void fourTasksAnswerAsRecorded(String photo, String label, double score, String raised) throws Exception {
        RunReport report = run(photo);
        Readings readings = new Readings(typing, port -> value(report, port));

        Reading.Ranking decide = (Reading.Ranking) reading(readings, "decide");
        assertThat(decide.scores().getFirst().label()).isEqualTo(label);
        assertThat(decide.scores().getFirst().score()).isCloseTo(score, within(0.03));
        assertThat(decide.text()).hasSize(6);
        assertThat(decide.text().getLast()).matches("entropy \\d+\\.\\d\\d nats");

        Reading.Ranking recognise = (Reading.Ranking) reading(readings, "recognise");
        assertThat(recognise.text().getFirst()).isEqualTo(photo.replaceFirst("\\..*", "") + " 1.00");

        Reading.Switches watch = (Reading.Switches) reading(readings, "watch");
        assertThat(watch.switches().stream().filter(Reading.Switch::on).map(Reading.Switch::label))
                .isEqualTo(raised == null ? List.of() : List.of(raised.split(",")));

        Reading.Overlay localise = (Reading.Overlay) reading(readings, "localise");
        assertThat(localise.mask().dims())
                .containsExactly(
                        localise.picture().dims()[0], localise.picture().dims()[1]);
        assertThat(highest(localise.mask())).isCloseTo(1f, within(0.05f));
    }

    @Test
    void theResultsOfTheTextTasksAreStringsMadeInTheGraph() throws Exception {
        RunReport report = run("chelsea.png");
        assertThat(report.results().get(new NodeId("decide")).strings().getFirst())
                .startsWith("Egyptian cat 0.5");
        assertThat(report.results().get(new NodeId("watch")).type().toString()).isEqualTo("uint8[1,4]");
    }

    @Test
    void changingAHeadDoesNotRunTheBottom() throws Exception {
        run("chelsea.png");
        var warmer = new Edit.Change(new NodeId("softmax"), "temperature", Optional.of(new Value.Real(3)));
        assertThat(workspace.document().apply(warmer)).isEmpty();
        try {
            Typing changed = workspace.document().state().typing();
            RunReport report =
                    workspace.engine().runNodes(changed, given("chelsea.png"), RunOptions.DEFAULT, EngineListener.NONE);
            assertThat(report.nodes().get(new NodeId("shared bottom")).cached()).isTrue();
            assertThat(report.nodes().get(new NodeId("softmax")).cached()).isFalse();
            assertThat(report.nodes().get(new NodeId("top five")).cached()).isFalse();
            assertThat(report.nodes().get(new NodeId("similarity")).cached()).isTrue();
        } finally {
            workspace.document().undo();
        }
    }

    private static RunReport run(String photo) throws Exception {
        RunReport report = workspace.engine().runNodes(typing, given(photo), RunOptions.DEFAULT, EngineListener.NONE);
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private static Map<NodeId, Tensor> given(String photo) throws Exception {
        return Map.of(PHOTO, Pictures.read(FOLDER.resolve("photos").resolve(photo)));
    }

    private static Reading reading(Readings readings, String node) {
        return readings.of(new NodeId(node)).orElseThrow();
    }

    private static Optional<Tensor> value(RunReport report, PortRef port) {
        return Optional.ofNullable(report.nodes().get(port.node()))
                .map(NodeOutcome::outputs)
                .map(outputs -> outputs.get(port.port()));
    }

    private static float highest(Tensor tensor) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < tensor.elements(); i++) {
            highest = Math.max(highest, tensor.floats().get(i));
        }
        return highest;
    }
}
