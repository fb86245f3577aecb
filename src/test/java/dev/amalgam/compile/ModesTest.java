package dev.amalgam.compile;

import static dev.amalgam.compile.TestGraph.edited;
import static dev.amalgam.compile.TestGraph.graph;
import static dev.amalgam.compile.TestGraph.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What muted and bypassed nodes do to the types, the problems and what runs. */
class ModesTest {
    private static final Amalgamation CHAIN = graph(
            "v: vector", "r: relu", "s: relu", "answer: output", "v.value -> r.x", "r.y -> s.x", "s.y -> answer.value");

    private final TestGraph test = new TestGraph();

    private Typing typing(Amalgamation graph, Mode mode, String... nodes) {
        Set<NodeId> ids = Set.copyOf(List.of(nodes).stream().map(NodeId::new).toList());
        return test.typing(edited(graph, new Edit.SetMode(ids, mode)));
    }

    private static List<String> running(Typing typing) throws LoweringException {
        return new Regions(typing).eachNode().stream().map(Region::name).toList();
    }

    private static List<String> codes(Typing typing) {
        return typing.problems().stream().map(Problem::code).toList();
    }

    private static PortType output(Typing typing, String port) {
        return typing.output(PortRef.parse(port)).orElseThrow();
    }

    @Test
    void whatIsMutedDoesNotRunNorWhatNeedsIt() throws LoweringException {
        Typing typing = typing(CHAIN, Mode.MUTED, "r");
        assertThat(running(typing)).containsExactly("v");
        assertThat(new Regions(typing).results()).isEmpty();
        assertThat(output(typing, "s.y").type())
                .isEqualTo(output(test.typing(CHAIN), "s.y").type());
    }

    @Test
    void mutingIsToldOnceAndIsNoError() {
        Typing typing = typing(CHAIN, Mode.MUTED, "r");
        assertThat(typing.hasErrors()).isFalse();
        assertThat(codes(typing)).containsExactly(Problem.MUTED);
        assertThat(typing.problems().getFirst().node()).contains(new NodeId("r"));
        assertThat(typing.problems().getFirst().message())
                .isEqualTo("'r' is muted, so that it does not run, nor does what needs it");
    }

    @Test
    void whatStandsAgainstAMutedNodeDoesNotCount() {
        Amalgamation bad = graph("r: relu", "later: of-another-program", "answer: output");
        assertThat(test.typing(bad).hasErrors()).isTrue();
        assertThat(codes(typing(bad, Mode.MUTED, "r", "later", "answer"))).containsOnly(Problem.MUTED);
    }

    @Test
    void whatIsBypassedPassesOnWhatComesIn() throws LoweringException {
        Amalgamation wide = edited(CHAIN, set("v", "is", new Value.Text("logits")));
        Typing typing = typing(wide, Mode.BYPASSED, "r");
        assertThat(typing.problems()).isEmpty();
        assertThat(output(typing, "r.y")).isEqualTo(output(typing, "v.value"));
        assertThat(running(typing)).containsExactly("v", "r", "s");
        Region region = new Regions(typing).eachNode().get(1);
        assertThat(region.source().build().inspect().operators()).containsOnlyKeys("Identity");
    }

    @Test
    void aBypassIsAnotherResultThanTheWork() {
        NodeId r = new NodeId("r");
        ContentKeys active = ContentKeys.of(test.typing(CHAIN));
        ContentKeys bypassed = ContentKeys.of(typing(CHAIN, Mode.BYPASSED, "r"));
        assertThat(bypassed.node(r)).isPresent().isNotEqualTo(active.node(r));
        assertThat(bypassed.node(new NodeId("v"))).isEqualTo(active.node(new NodeId("v")));
    }

    @Test
    void theRepresentationPassesTooAndIsJudgedBelow() {
        Amalgamation soft = edited(
                graph("v: vector", "soft: softmax", "again: softmax", "v.value -> soft.x"),
                set("v", "is", new Value.Text("logits")));
        Amalgamation twice = edited(soft, new Edit.Connect(PortRef.parse("soft.y"), PortRef.parse("again.x")));
        assertThat(codes(test.typing(twice))).contains("types-disagree");
        assertThat(codes(typing(twice, Mode.BYPASSED, "soft"))).doesNotContain("types-disagree");
    }

    @Test
    void theFirstInputThatFitsIsPassedOn() {
        Amalgamation joined = edited(
                graph("one: vector", "two: vector", "j: join", "one.value -> j.a", "two.value -> j.b"),
                set("one", "width", new Value.Whole(7)));
        assertThat(output(typing(joined, Mode.BYPASSED, "j"), "j.y").type()).hasToString("float32[N,7]");
    }

    @Test
    void whereNoInputFitsThatIsAProblem() {
        Typing nothing = typing(graph("v: vector", "r: relu"), Mode.BYPASSED, "v", "r");
        assertThat(nothing.problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::message)
                .containsExactly(
                        "'v' is bypassed, but nothing comes in that it could pass on",
                        "'r' is bypassed, but nothing comes in that it could pass on");
        Typing bytes = typing(graph("p: photo", "m: mystery", "p.value -> m.x"), Mode.BYPASSED, "m");
        assertThat(codes(bytes)).contains("nothing-fits");
        assertThat(bytes.node(new NodeId("m")).orElseThrow().sound()).isFalse();
    }

    @Test
    void aBypassedOutputIsNoResult() {
        Typing typing = typing(CHAIN, Mode.BYPASSED, "answer");
        assertThat(typing.hasErrors()).isFalse();
        assertThat(new Regions(typing).results()).isEmpty();
        assertThat(codes(typing)).contains(Problem.MUTED);
    }

    @Test
    void aModeIsTakenBackWithoutATrace() {
        Typing muted = typing(CHAIN, Mode.MUTED, "r");
        assertThat(muted.next(CHAIN).problems()).isEmpty();
        assertThat(ContentKeys.of(muted.next(CHAIN)).node(new NodeId("s")))
                .isEqualTo(ContentKeys.of(test.typing(CHAIN)).node(new NodeId("s")));
    }
}
