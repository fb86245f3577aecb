package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.Scope;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A component that does not come to an end is marked, the rest goes on, and it is not tried again until asked for. */
class HarmfulComponentTest {
    private static final NodeId ENDLESS = new NodeId("endless");
    private static final NodeId UNIT = new NodeId("unit");
    private static final NodeId BELOW = new NodeId("below");

    @TempDir
    private Path folder;

    @Test
    void isNotTriedAgainByItself() throws Exception {
        RunOptions hasty = RunOptions.DEFAULT.withLimit(Duration.ofSeconds(4));
        DeskSettings settings =
                new DeskSettings(WorkerSettings.defaults(), hasty, Optional.empty(), Duration.ofSeconds(20));
        try (Desk desk = Desk.start(settings);
                Workspace workspace = desk.blank()) {
            Settled live = new Settled(() -> workspace);
            apply(workspace, graph(workspace.reference(endless())));
            LiveState first = live.settled();
            assertThat(first.node(ENDLESS).status()).isEqualTo(Status.FAILED);
            assertThat(sentence(first)).contains("did not finish within 4 s");
            assertThat(first.node(BELOW).status()).isEqualTo(Status.BLOCKED);
            assertThat(first.node(UNIT).status()).isEqualTo(Status.FRESH);
            assertThat(workspace.live().runs(ENDLESS)).isEqualTo(1);

            apply(workspace, values(3, 4));
            LiveState second = live.settled();
            assertThat(second.node(UNIT).status()).isEqualTo(Status.FRESH);
            assertThat(second.node(ENDLESS).status()).isEqualTo(Status.FAILED);
            assertThat(sentence(second)).contains("not tried again by itself");
            assertThat(workspace.live().runs(ENDLESS)).isEqualTo(1);

            workspace.live().rerun();
            live.settled();
            assertThat(workspace.live().runs(ENDLESS)).isEqualTo(2);
        }
    }

    private static String sentence(LiveState state) {
        return state.node(ENDLESS).trouble().orElseThrow().sentence();
    }

    private static void apply(Workspace workspace, Edit edit) {
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private static Edit graph(Value model) {
        return new Edit.Batch(
                "all",
                List.of(
                        add("numbers", "tensor", Settings.NONE.with("shape", Optional.of(numbers(1, 2)))),
                        values(1, 2),
                        new Edit.Change(
                                new NodeId("numbers"), "representation", Optional.of(new Value.Text("embedding"))),
                        add("endless", "onnx", Settings.NONE.with("model", Optional.of(model))),
                        add("below", "l2-normalise", Settings.NONE),
                        add("unit", "l2-normalise", Settings.NONE),
                        wire("numbers.value", "endless.x"),
                        wire("numbers.value", "unit.vectors"),
                        wire("endless.y", "below.vectors")));
    }

    private static Edit add(String name, String kind, Settings settings) {
        return new Edit.Add(new Node(new NodeId(name), kind, settings), new Position(0, 0));
    }

    private static Edit wire(String from, String to) {
        return new Edit.Connect(PortRef.parse(from), PortRef.parse(to));
    }

    private static Edit values(double... values) {
        return new Edit.Change(new NodeId("numbers"), "values", Optional.of(numbers(values)));
    }

    private static Value numbers(double... values) {
        return new Value.Items(
                Arrays.stream(values).<Value>mapToObj(Value.Real::new).toList());
    }

    /** Thousands of large matrix products between two small vectors. */
    private Path endless() throws IOException {
        GraphBuilder graph = new GraphBuilder("endless");
        TensorType small = TensorType.parse("float32[1,2]");
        Ref x = graph.input("x", small);
        Scope scope = graph.scope("endless");
        Ref large =
                scope.op("Expand", scope.op("ReduceSum", Attributes.of("keepdims", 1), x), longs(scope, 1500, 1500));
        Ref power = large;
        for (int i = 0; i < 2000; i++) {
            power = scope.op("MatMul", power, large);
        }
        Ref sum = scope.op("ReduceSum", Attributes.of("keepdims", 1), power);
        graph.output("y", scope.op("Expand", sum, longs(scope, 1, 2)), small);
        Path file = folder.resolve("endless.onnx");
        graph.build().write(file);
        return file;
    }

    private static Ref longs(Scope scope, long... values) {
        return scope.constant(dev.amalgam.tensor.Tensor.longs(new long[] {values.length}, values));
    }
}
