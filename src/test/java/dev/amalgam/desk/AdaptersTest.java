package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Adapters.Adapter;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes that go between others, and into wires, as far as types permit. */
class AdaptersTest {
    private static final Position HERE = new Position(5, 6);

    private Typing typing = Typing.of(
            Amalgamation.EMPTY, BuiltInKinds.catalogue(), new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE));

    private void apply(Edit edit) {
        Outcome outcome = new Edits(typing).apply(typing.graph(), edit);
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        typing = typing.next(((Outcome.Applied) outcome).graph());
    }

    private static Node node(String name, String kind, Map<String, Value> settings) {
        return new Node(new NodeId(name), kind, Settings.of(settings));
    }

    private void add(String name, String kind) {
        apply(new Edit.Add(node(name, kind, Map.of()), new Position(0, 0)));
    }

    private void tensor(String element, String representation, double... shape) {
        List<Value> sizes =
                Arrays.stream(shape).<Value>mapToObj(Value.Real::new).toList();
        Map<String, Value> settings = Map.of(
                "element", new Value.Text(element),
                "representation", new Value.Text(representation),
                "shape", new Value.Items(sizes));
        apply(new Edit.Add(node("source", "tensor", settings), new Position(100, 40)));
    }

    private List<Adapter> between(String from, String to) {
        return Adapters.between(typing, PortRef.parse(from), PortRef.parse(to), HERE);
    }

    private static List<String> words(List<Adapter> adapters) {
        return adapters.stream()
                .map(adapter -> (adapter.title() + " " + adapter.detail()).strip())
                .toList();
    }

    private List<String> wires() {
        return typing.graph().wires().stream().map(Wire::toString).toList();
    }

    private void assertThatEachWorks(List<Adapter> adapters) {
        Typing before = typing;
        for (Adapter adapter : adapters) {
            apply(adapter.edit());
            assertThat(typing.problems()).filteredOn(Problem::isError).isEmpty();
            typing = before;
        }
    }

    @Test
    void anotherElementTypeIsCast() {
        tensor("float32", "raw", 5, 7, 3);
        add("resize", "resize");
        List<Adapter> adapters = between("source.value", "resize.image");
        assertThat(words(adapters)).containsExactly("Cast uint8");
        assertThatEachWorks(adapters);
        apply(adapters.getFirst().edit());
        assertThat(wires()).containsExactlyInAnyOrder("source.value -> cast.value", "cast.value -> resize.image");
        assertThat(typing.graph().position(new NodeId("cast"))).isEqualTo(HERE);
    }

    @Test
    void axesInAnotherOrderAreTransposed() {
        tensor("uint8", "raw", 3, 5, 7);
        add("resize", "resize");
        List<Adapter> adapters = between("source.value", "resize.image");
        assertThat(words(adapters)).containsExactly("Transpose 1 2 0");
        assertThatEachWorks(adapters);
    }

    @Test
    void anAxisOfSizeOneIsLeftOut() {
        tensor("uint8", "raw", 1, 5, 7, 3);
        add("resize", "resize");
        List<Adapter> adapters = between("source.value", "resize.image");
        assertThat(words(adapters)).containsExactly("Reshape 5 7 3");
        assertThatEachWorks(adapters);
    }

    @Test
    void featureMapsArePooledInAnyOfThreeWays() {
        tensor("float32", "encoding", 2, 8, 3, 3);
        add("join", "concat");
        add("map", "tensor");
        apply(new Edit.Batch(
                "other",
                List.of(
                        new Edit.Change(new NodeId("map"), "representation", Optional.of(new Value.Text("embedding"))),
                        new Edit.Change(
                                new NodeId("map"),
                                "shape",
                                Optional.of(new Value.Items(List.of(new Value.Real(2), new Value.Real(4))))),
                        new Edit.Connect(PortRef.parse("map.value"), PortRef.parse("join.a")))));
        List<Adapter> adapters = between("source.value", "join.b");
        assertThat(words(adapters)).contains("Pool average", "Pool max", "Pool flatten");
        assertThatEachWorks(adapters);
    }

    @Test
    void logitsAreMadeProbabilitiesWhereThoseAreWanted() {
        tensor("float32", "logits", 1, 5);
        add("unit", "l2-normalise");
        assertThat(between("source.value", "unit.vectors")).isEmpty();
        tensorTo("hard");
        add("decide", "arg-max");
        assertThat(between("source.value", "decide.scores")).isEmpty();
    }

    private void tensorTo(String representation) {
        apply(new Edit.Change(new NodeId("source"), "representation", Optional.of(new Value.Text(representation))));
    }

    @Test
    void whatFitsNeedsNoAdapter() {
        tensor("uint8", "raw", 5, 7, 3);
        add("resize", "resize");
        assertThat(between("source.value", "resize.image")).isEmpty();
        assertThat(between("source.value", "resize.nothing")).isEmpty();
        assertThat(between("nobody.value", "resize.image")).isEmpty();
    }

    @Test
    void aWireThatIsThereGivesWay() {
        tensor("float32", "raw", 5, 7, 3);
        add("photo", "image");
        add("resize", "resize");
        apply(new Edit.Connect(PortRef.parse("photo.image"), PortRef.parse("resize.image")));
        apply(between("source.value", "resize.image").getFirst().edit());
        assertThat(wires()).containsExactlyInAnyOrder("source.value -> cast.value", "cast.value -> resize.image");
    }

    @Test
    void aNewNodeIsPutIntoAWireByThePortsThatFit() {
        add("photo", "image");
        add("resize", "resize");
        Wire wire = new Wire(PortRef.parse("photo.image"), PortRef.parse("resize.image"));
        apply(new Edit.Connect(wire.from(), wire.to()));
        apply(Insertion.of(typing, node("bend", "reroute", Map.of()), HERE, wire)
                .orElseThrow());
        assertThat(wires()).containsExactlyInAnyOrder("photo.image -> bend.value", "bend.value -> resize.image");
        assertThat(typing.graph().position(new NodeId("bend"))).isEqualTo(HERE);
        Wire into = new Wire(PortRef.parse("bend.value"), PortRef.parse("resize.image"));
        assertThat(Insertion.of(typing, node("soft", "softmax", Map.of()), HERE, into))
                .isEmpty();
    }

    @Test
    void aNodeThatIsThereIsPutIntoAWire() {
        add("photo", "image");
        add("resize", "resize");
        add("half", "resize");
        Wire wire = new Wire(PortRef.parse("photo.image"), PortRef.parse("resize.image"));
        apply(new Edit.Connect(wire.from(), wire.to()));
        apply(Insertion.of(typing, new NodeId("half"), wire).orElseThrow());
        assertThat(wires()).containsExactlyInAnyOrder("photo.image -> half.image", "half.image -> resize.image");
        Wire again = new Wire(PortRef.parse("half.image"), PortRef.parse("resize.image"));
        assertThat(Insertion.of(typing, new NodeId("photo"), again)).isEmpty();
        assertThat(Insertion.of(typing, new NodeId("half"), again)).isEmpty();
    }
}
