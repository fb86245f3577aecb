package dev.amalgam.desk.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Structure;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models weigh and have to compute, held against what their papers say. */
class CostBookTest {
    private static final Path SAMPLE = Path.of("samples/figure-3");

    private static Desk desk;
    private static Workspace workspace;
    private static Typing typing;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(SAMPLE.resolve("figure-3.amalgam"));
        typing = workspace.settled().typing();
    }

    @AfterAll
    static void close() {
        workspace.close();
        desk.close();
    }

    /** Table 4 of the paper: 569 million multiply-adds, 4.2 million parameters. */
    @Test
    void mobileNetComputesWhatItsPaperSays() throws Exception {
        OnnxModel model = OnnxModel.read(SAMPLE.resolve("models/mobilenet-v1.onnx"));
        NodeCost cost = new CostBook(desk.worker(), folder)
                .cost(model, Map.of("image", TensorType.parse("float32[1,3,224,224]")));
        assertThat(cost.multiplyAdds()).hasValue(568_740_352);
        assertThat(cost.parameters()).isBetween(4_200_000L, 4_300_000L);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void twiceThePicturesAreTwiceTheWork() throws Exception {
        OnnxModel model = OnnxModel.read(SAMPLE.resolve("models/mobilenet-v1.onnx"));
        NodeCost cost = new CostBook(desk.worker(), folder)
                .cost(model, Map.of("image", TensorType.parse("float32[2,3,224,224]")));
        assertThat(cost.multiplyAdds()).hasValue(2 * 568_740_352L);
    }

    @Test
    void anOpenSizeIsNotGuessed() throws Exception {
        OnnxModel model = OnnxModel.read(SAMPLE.resolve("models/mobilenet-v1.onnx"));
        assertThat(new CostBook(desk.worker(), folder).cost(model, Map.of()).multiplyAdds())
                .isEmpty();
    }

    @Test
    void eachNodeHasItsOwnAndSharedWeightsCountOnce() throws Exception {
        RunReport run = workspace.engine().runNodes(typing, RunOptions.DEFAULT, EngineListener.NONE);
        Costs costs = workspace
                .costs()
                .of(
                        typing,
                        port -> Optional.ofNullable(run.nodes().get(port.node()))
                                .map(node -> node.outputs().get(port.port())));
        NodeCost bottom = costs.of(new NodeId("shared bottom")).orElseThrow();
        NodeCost map = costs.of(new NodeId("activation map")).orElseThrow();
        NodeCost total = costs.total().orElseThrow();
        assertThat(bottom.multiplyAdds()).hasValue(568_740_352);
        assertThat(costs.of(new NodeId("softmax")).orElseThrow().multiplyAdds()).hasValue(0);
        // The activation map uses the last weights of the bottom, which the file holds once.
        assertThat(map.weightBytes()).isGreaterThan(4_000_000);
        assertThat(total.weightBytes()).isLessThan(bottom.weightBytes() + map.weightBytes() - 4_000_000);
        assertThat(total.multiplyAdds().orElseThrow())
                .isEqualTo(costs.nodes().values().stream()
                        .mapToLong(cost -> cost.multiplyAdds().orElseThrow())
                        .sum());
    }

    /** A slider that is dragged must not keep the runtime from what it is dragged for. */
    @Test
    void aNumberThatIsADialIsNoReasonToReadTheWholeAnew() {
        Typing colder = after(new Edit.Change(new NodeId("softmax"), "temperature", Optional.of(new Value.Real(0.5))));
        Typing shorter = after(new Edit.Disconnect(PortRef.parse("similarity.query")));
        CostBook book = new CostBook(desk.worker(), folder);
        NodeCost total = total(book, typing);
        assertThat(total(book, colder)).isSameAs(total);
        assertThat(total(book, shorter)).isNotSameAs(total);
        assertThat(Structure.of(colder)).isEqualTo(Structure.of(typing));
        assertThat(Structure.of(shorter)).isNotEqualTo(Structure.of(typing));
    }

    private static Typing after(Edit edit) {
        workspace.document().apply(edit);
        Typing after = workspace.document().state().typing();
        workspace.document().undo();
        return after;
    }

    private static NodeCost total(CostBook book, Typing of) {
        return book.of(of, _ -> Optional.empty()).total().orElseThrow();
    }
}
