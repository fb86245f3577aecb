package dev.amalgam.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample as it ships, frame after frame, against the same node by node. */
class ShippedTest {
    private static final Path FOLDER = Path.of("samples/figure-3");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final List<String> PHOTOS = List.of(
            "chelsea.png",
            "coffee.png",
            "rocket.jpg",
            "march-pastoral.jpg",
            "coffee.png",
            "chelsea.png",
            "chelsea.png");

    private static Desk desk;
    private static Workspace workspace;
    private static Typing typing;

    private final List<RunReport> heard = new ArrayList<>();

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

    private static Shipped ship() throws Exception {
        return workspace.engine().ship(typing, Map.of(), "figure-3", RunOptions.DEFAULT);
    }

    private static Map<NodeId, Tensor> given(String photo) throws Exception {
        return Map.of(PHOTO, Pictures.read(FOLDER.resolve("photos").resolve(photo)));
    }

    @Test
    void nodesAreComputedAnewWhereTheyAreComputedOtherwise() throws Exception {
        assertThat(nodes(RunOptions.DEFAULT)).isNotEmpty();
        assertThat(nodes(RunOptions.DEFAULT)).allMatch(NodeOutcome::cached);
        assertThat(nodes(RunOptions.DEFAULT.withLimit(Duration.ofSeconds(50)))).allMatch(NodeOutcome::cached);
        assertThat(nodes(RunOptions.DEFAULT.withOptimisation(Optimisation.BASIC)))
                .noneMatch(NodeOutcome::cached)
                .allMatch(node -> !node.outputs().isEmpty());
    }

    private static List<NodeOutcome> nodes(RunOptions options) throws Exception {
        RunReport report = workspace.engine().runNodes(typing, options, EngineListener.NONE);
        return List.copyOf(report.nodes().values());
    }

    @Test
    void saysOfEveryFrameWhatItsNodesSay() throws Exception {
        List<Map<NodeId, Tensor>> frames = new ArrayList<>();
        for (String photo : PHOTOS) {
            frames.add(given(photo));
        }
        ship().run(frames.iterator(), heard::add, new Stop());
        assertThat(heard).hasSameSizeAs(frames);
        for (int i = 0; i < frames.size(); i++) {
            RunReport nodes =
                    workspace.engine().runNodes(typing, frames.get(i), RunOptions.DEFAULT, EngineListener.NONE);
            assertThat(heard.get(i).isComplete()).isTrue();
            assertThat(heard.get(i).inputs()).isEqualTo(nodes.inputs());
            assertThat(heard.get(i).nodes().keySet()).isEqualTo(nodes.results().keySet());
            assertSame(heard.get(i).results(), nodes.results());
        }
    }

    private static void assertSame(Map<NodeId, Tensor> shipped, Map<NodeId, Tensor> nodes) {
        assertThat(shipped.keySet()).isEqualTo(nodes.keySet());
        shipped.forEach((node, value) -> {
            Tensor other = nodes.get(node);
            assertThat(value.type()).isEqualTo(other.type());
            if (value.element() != ElementType.FLOAT32) {
                assertThat(value).isEqualTo(other);
            } else {
                for (int i = 0; i < value.elements(); i++) {
                    assertThat(value.floats().get(i))
                            .as("%s[%d]", node, i)
                            .isCloseTo(other.floats().get(i), within());
                }
            }
        });
    }

    /** Fused, the runtime may add up in another order. */
    private static Offset<Float> within() {
        return Offset.offset(1e-4f);
    }

    @Test
    void saysWhatItsInnerTensorsSayWhereThatIsWanted() throws Exception {
        PortRef labels = PortRef.parse("top five.labels");
        Set<PortRef> shown = Set.of(labels, PortRef.parse("top five.text"), PortRef.parse("photo.image"));
        RunReport report = workspace
                .engine()
                .ship(typing, Map.of(), "figure-3", shown, RunOptions.DEFAULT)
                .run(Map.of(), new Stop());
        RunReport nodes = workspace.engine().runNodes(typing, RunOptions.DEFAULT, EngineListener.NONE);
        assertThat(report.results()).hasSize(4);
        assertThat(report.nodes()).hasSize(5);
        assertThat(report.nodes().get(labels.node()).outputs())
                .isEqualTo(Map.of(
                        "labels", nodes.nodes().get(labels.node()).outputs().get("labels")));
    }

    /** Frames without end: they end when the nodes have been run meanwhile. */
    @Test
    void nodesAreRunBetweenTwoFrames() throws Exception {
        Typing changed = typing.next(((Outcome.Applied) new Edits(typing)
                        .apply(
                                typing.graph(),
                                new Edit.Change(new NodeId("softmax"), "temperature", Optional.of(new Value.Real(3)))))
                .graph());
        CompletableFuture<RunReport> beside = new CompletableFuture<>();
        Iterator<Map<NodeId, Tensor>> frames = Stream.generate(Map::<NodeId, Tensor>of)
                .takeWhile(_ -> !beside.isDone())
                .iterator();
        ship().run(
                        frames,
                        report -> {
                            heard.add(report);
                            if (heard.size() == 3) {
                                Thread.startVirtualThread(() -> runNodes(changed, beside));
                            }
                        },
                        new Stop());
        assertThat(beside.get().isComplete()).isTrue();
        assertThat(heard).hasSizeGreaterThan(3).allMatch(RunReport::isComplete);
    }

    private static void runNodes(Typing changed, CompletableFuture<RunReport> done) {
        try {
            done.complete(workspace.engine().runNodes(changed, RunOptions.DEFAULT, EngineListener.NONE));
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    @Test
    void aFrameThatDoesNotFitIsReportedInItsTurn() throws Exception {
        Map<NodeId, Tensor> good = given("chelsea.png");
        Map<NodeId, Tensor> bad = Map.of(PHOTO, Tensor.scalar(1f));
        ship().run(List.of(bad, good, bad, bad, good, bad).iterator(), heard::add, new Stop());
        assertThat(heard).extracting(RunReport::isComplete).containsExactly(false, true, false, false, true, false);
        assertThat(heard.get(2).problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("types-disagree");
        assertThat(heard.get(2).results()).isEmpty();
    }

    @Test
    void oneThatWasMadeReadyWithABadFrameTakesGoodOnes() throws Exception {
        Map<NodeId, Tensor> bad = Map.of(PHOTO, Tensor.scalar(1f));
        Shipped shipped = workspace.engine().ship(typing, bad, "figure-3", RunOptions.DEFAULT);
        assertThat(shipped.run(bad, new Stop()).isComplete()).isFalse();
        assertThat(shipped.run(given("coffee.png"), new Stop()).isComplete()).isTrue();
    }

    @Test
    void withoutOtherValuesItTakesThoseOfTheFile() throws Exception {
        RunReport report = ship().run(Map.of(), new Stop());
        assertThat(report.isComplete()).isTrue();
        assertThat(report.results()).hasSize(4);
    }

    @Test
    void aStopBeforehandIsReported() throws Exception {
        Stop stop = new Stop();
        stop.now();
        RunReport report = ship().run(given("chelsea.png"), stop);
        assertThat(report.problems()).extracting(Problem::code).containsExactly("stopped");
    }
}
