package dev.amalgam.compile;

import static dev.amalgam.compile.TestGraph.edited;
import static dev.amalgam.compile.TestGraph.graph;
import static dev.amalgam.compile.TestGraph.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Feed;
import dev.amalgam.onnx.Form;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private static final Amalgamation GRAPH = edited(
            graph(
                    "query: vector",
                    "w: weighted",
                    "r: relu",
                    "j: join",
                    "side: relu",
                    "answer: output",
                    "echo: output",
                    "query.value -> w.x",
                    "w.y -> r.x",
                    "r.y -> j.a",
                    "r.y -> j.b",
                    "query.value -> side.x",
                    "j.y -> answer.value",
                    "query.value -> echo.value"),
            set("w", "file", TestKind.file("w.npy")));

    private final TestGraph test = new TestGraph();

    @BeforeEach
    void files() {
        test.files.put("w.npy", "hash of w");
        test.files.put("cat.png", "hash of a cat");
        test.files.put("dog.png", "hash of a dog");
    }

    private Regions regions(Amalgamation graph) {
        return new Regions(test.typing(graph));
    }

    private static Region alone(Regions regions, String node) throws LoweringException {
        return regions.eachNode().stream()
                .filter(region -> region.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> inputs(Inspection model) {
        return model.inputs().stream()
                .map(value -> value.name() + ": " + value.typeText())
                .toList();
    }

    private static List<String> outputs(Inspection model) {
        return model.outputs().stream()
                .map(value -> value.name() + ": " + value.typeText())
                .toList();
    }

    @Test
    void eachNodeThatComputesSomethingIsARegion() throws LoweringException {
        assertThat(regions(GRAPH).eachNode()).extracting(Region::name).containsExactly("query", "w", "r", "j", "side");
    }

    @Test
    void theOrderInWhichItWasBuiltDoesNotShowInTheFile() throws LoweringException {
        Amalgamation reversed = edited(
                graph(
                        "echo: output",
                        "answer: output",
                        "side: relu",
                        "j: join",
                        "r: relu",
                        "w: weighted",
                        "query: vector",
                        "query.value -> echo.value",
                        "j.y -> answer.value",
                        "query.value -> side.x",
                        "r.y -> j.b",
                        "r.y -> j.a",
                        "w.y -> r.x",
                        "query.value -> w.x"),
                set("w", "file", TestKind.file("w.npy")));
        assertThat(reversed.order()).isNotEqualTo(GRAPH.order());
        assertThat(regions(reversed).joined("g", Form.INLINED).model().toBytes())
                .isEqualTo(regions(GRAPH).joined("g", Form.INLINED).model().toBytes())
                .isEqualTo(regions(GRAPH).fused("g").source().build().toBytes());
    }

    @Test
    void regionsHandKeysToEachOther() throws LoweringException {
        Regions regions = regions(GRAPH);
        Region w = alone(regions, "w");
        assertThat(w.inputs())
                .containsExactly(
                        Map.entry("in.x", alone(regions, "query").outputs().get("out.value")));
        assertThat(alone(regions, "r").inputs())
                .containsExactly(Map.entry("in.x", w.outputs().get("out.y")));
    }

    @Test
    void aNodesModelHasItsPortsAsInputsAndOutputs() throws LoweringException {
        Inspection model = alone(regions(GRAPH), "w").source().build().inspect();
        assertThat(inputs(model)).containsExactly("in.x: float32[N,4]");
        assertThat(outputs(model)).containsExactly("out.y: float32[N,4]");
        assertThat(model.operators()).containsExactly(Map.entry("Add", 1));
    }

    @Test
    void twoInputsFromOneOutputStayTwo() throws LoweringException {
        Region region = alone(regions(GRAPH), "j");
        assertThat(region.inputs()).containsOnlyKeys("in.a", "in.b");
        assertThat(region.inputs().get("in.a")).isEqualTo(region.inputs().get("in.b"));
        Inspection model = region.source().build().inspect();
        assertThat(inputs(model)).containsExactly("in.a: float32[N,4]", "in.b: float32[N,4]");
        assertThat(outputs(model)).containsExactly("out.y: float32[N,8]");
    }

    @Test
    void aSourceIsFedUnderOneName() throws LoweringException {
        Regions regions = regions(GRAPH);
        Region region = alone(regions, "query");
        assertThat(region.inputs()).containsOnlyKeys("feed");
        Source source = regions.sources().getFirst();
        assertThat(regions.sources()).hasSize(1);
        assertThat(source.key()).isEqualTo(region.inputs().get("feed"));
        assertThat(source.feed()).isEqualTo(new Feed.Unset());
        assertThat(source.type()).hasToString("float32[N,4] embedding");
        assertThat(inputs(region.source().build().inspect())).containsExactly("feed: float32[N,4]");
    }

    @Test
    void givenValuesAreFedInstead() throws LoweringException {
        Tensor values = Tensor.floats(new long[] {1, 4}, 1, 2, 3, 4);
        Regions regions = new Regions(test.typing(GRAPH), Map.of(new NodeId("query"), values));
        assertThat(regions.sources().getFirst().feed()).isEqualTo(new Feed.Constant(values));
        assertThat(regions.fused("f").modelKey())
                .isEqualTo(regions(GRAPH).fused("f").modelKey());
        assertThat(regions.fused("f").outputs())
                .isNotEqualTo(regions(GRAPH).fused("f").outputs());
    }

    @Test
    void equalNodesShareAModel() throws LoweringException {
        Regions regions = regions(GRAPH);
        Region one = alone(regions, "r");
        Region other = alone(regions, "side");
        assertThat(one.modelKey()).isEqualTo(other.modelKey());
        assertThat(one.source().build().sha256())
                .isEqualTo(other.source().build().sha256());
        assertThat(one.outputs()).isNotEqualTo(other.outputs());
    }

    @Test
    void inputsOfOtherSizesMakeAnotherModel() throws LoweringException {
        Amalgamation graph = graph("v: vector", "w: vector", "x: relu", "y: relu", "v.value -> x.x", "w.value -> y.x");
        Regions regions = regions(edited(graph, set("w", "width", new Value.Whole(5))));
        assertThat(alone(regions, "x").modelKey())
                .isNotEqualTo(alone(regions, "y").modelKey());
    }

    /** The runtime takes sizes of one name for equal, so a model for equal ones must not serve others. */
    @Test
    void sizesThatNeedNotBeEqualMakeAnotherModel() throws LoweringException {
        Regions regions = regions(graph(
                "v: vector",
                "w: vector",
                "same: join",
                "apart: join",
                "v.value -> same.a",
                "v.value -> same.b",
                "v.value -> apart.a",
                "w.value -> apart.b"));
        Region same = alone(regions, "same");
        Region apart = alone(regions, "apart");
        assertThat(inputs(same.source().build().inspect())).containsExactly("in.a: float32[N,4]", "in.b: float32[N,4]");
        assertThat(inputs(apart.source().build().inspect()))
                .containsExactly("in.a: float32[N,4]", "in.b: float32[N_2,4]");
        assertThat(same.modelKey()).isNotEqualTo(apart.modelKey());
    }

    @Test
    void anotherPictureIsNoOtherModel() throws LoweringException {
        Amalgamation graph = graph("p: photo", "out: output", "p.value -> out.value");
        Regions cat = regions(edited(graph, set("p", "file", TestKind.file("cat.png"))));
        Regions dog = regions(edited(graph, set("p", "file", TestKind.file("dog.png"))));
        assertThat(cat.fused("f").modelKey()).isEqualTo(dog.fused("f").modelKey());
        assertThat(alone(cat, "p").modelKey()).isEqualTo(alone(dog, "p").modelKey());
        assertThat(cat.fused("f").inputs()).isNotEqualTo(dog.fused("f").inputs());
        assertThat(cat.fused("f").outputs()).isNotEqualTo(dog.fused("f").outputs());
    }

    @Test
    void fusedHoldsOnlyWhatResultsNeed() throws LoweringException {
        Region fused = regions(GRAPH).fused("figure");
        assertThat(fused.nodes()).extracting(NodeId::name).containsExactly("query", "w", "r", "j");
        Inspection model = fused.source().build().inspect();
        assertThat(model.operators())
                .containsEntry("Relu", 1)
                .containsEntry("Add", 1)
                .containsEntry("Concat", 1);
    }

    @Test
    void fusedIsNamedAsTheSourcesAndResults() throws LoweringException {
        Region fused = regions(GRAPH).fused("figure");
        assertThat(fused.inputs()).containsOnlyKeys("query");
        assertThat(fused.outputs()).containsOnlyKeys("answer", "echo");
        Inspection model = fused.source().build().inspect();
        assertThat(inputs(model)).containsExactly("query: float32[N,4]");
        assertThat(outputs(model)).containsExactly("answer: float32[N,8]", "echo: float32[N,4]");
    }

    @Test
    void fusedResultsDoNotPassForThoseNodeByNode() throws LoweringException {
        Regions regions = regions(GRAPH);
        assertThat(regions.fused("figure").outputs().get("answer"))
                .isNotEqualTo(alone(regions, "j").outputs().get("out.y"));
    }

    @Test
    void equalAmalgamationsFuseToEqualBytes() throws LoweringException {
        assertThat(regions(GRAPH).fused("f").source().build().sha256())
                .isEqualTo(regions(GRAPH).fused("f").source().build().sha256());
    }

    @Test
    void aChangeInsideMakesAnotherFusedModel() throws LoweringException {
        String before = regions(GRAPH).fused("f").modelKey();
        assertThat(regions(edited(GRAPH, set("r", "sharpness", new Value.Real(1))))
                        .fused("f")
                        .modelKey())
                .isNotEqualTo(before);
        assertThat(regions(edited(GRAPH, set("side", "sharpness", new Value.Real(1))))
                        .fused("f")
                        .modelKey())
                .isEqualTo(before);
        assertThat(regions(edited(
                                GRAPH,
                                new Edit.Disconnect(PortRef.parse("j.b")),
                                new Edit.Connect(PortRef.parse("query.value"), PortRef.parse("j.b"))))
                        .fused("f")
                        .modelKey())
                .isNotEqualTo(before);
    }

    @Test
    void whatIsNotSoundIsLeftOutAndTheRestStays() throws LoweringException {
        Regions regions = regions(edited(GRAPH, new Edit.Disconnect(PortRef.parse("r.x"))));
        assertThat(regions.eachNode()).extracting(Region::name).containsExactly("query", "w", "side");
        assertThat(regions.fused("f").outputs()).containsOnlyKeys("echo");
    }

    /** A model whose types the runtime has not told yet: nothing below it can run, whatever its own types are. */
    @Test
    void whatHangsBelowOpenTypesIsLeftOut() throws LoweringException {
        Regions regions = regions(graph(
                "m: mystery", "r: relu", "s: relu", "out: output", "m.y -> r.x", "r.y -> s.x", "s.y -> out.value"));
        assertThat(regions.eachNode()).isEmpty();
        assertThat(regions.results()).isEmpty();
        assertThat(regions.problems()).as("told once, where it begins").containsOnlyKeys(new NodeId("m"));
    }

    @Test
    void withoutAResultThereIsNothingToFuse() {
        assertThatExceptionOfType(LoweringException.class)
                .isThrownBy(() -> regions(graph("v: vector")).fused("f"))
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("no-output"))
                .withMessageContaining("nothing to put into one model");
    }

    @Test
    void aFileThatWentAwayLeavesTheRest() throws LoweringException {
        Typing typing = test.typing(GRAPH);
        test.files.clear();
        Regions regions = new Regions(typing);
        assertThat(regions.eachNode()).extracting(Region::name).containsExactly("query", "side");
        assertThat(regions.problems()).isNotEmpty();
    }
}
