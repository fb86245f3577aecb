package dev.amalgam.compile;

import static dev.amalgam.compile.TestGraph.edited;
import static dev.amalgam.compile.TestGraph.graph;
import static dev.amalgam.compile.TestGraph.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Assembly;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingTest {
    private final TestGraph test = new TestGraph();

    private static String output(Typing typing, String port) {
        return typing.output(PortRef.parse(port)).orElseThrow().toString();
    }

    private static Problem only(Typing typing) {
        assertThat(typing.problems()).hasSize(1);
        return typing.problems().getFirst();
    }

    private static void assertProblem(Problem problem, String code, String node, String port, String message) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.node()).contains(new NodeId(node));
        assertThat(problem.port()).isEqualTo(Optional.of(port).filter(name -> !name.isEmpty()));
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.isError()).isTrue();
    }

    @Test
    void typesAndMeaningsFlowDownstream() {
        Typing typing = test.typing(edited(
                graph(
                        "v: vector",
                        "w: vector",
                        "r: relu",
                        "j: join",
                        "out: output",
                        "v.value -> r.x",
                        "r.y -> j.a",
                        "w.value -> j.b",
                        "j.y -> out.value"),
                set("w", "width", new Value.Whole(7))));
        assertThat(typing.problems()).isEmpty();
        assertThat(output(typing, "r.y")).isEqualTo("float32[N,4] embedding");
        assertThat(output(typing, "j.y")).isEqualTo("float32[N,11] dense");
        assertThat(typing.node(new NodeId("j")).orElseThrow().inputs()).containsOnlyKeys("a", "b");
        assertThat(typing.ordered()).allMatch(TypedNode::sound);
    }

    @Test
    void anUnknownKindIsAProblemOfItsNodeAlone() {
        Typing typing = test.typing(
                "v: vector",
                "t: teleport",
                "r: relu",
                "out: output",
                "v.value -> t.x",
                "t.y -> r.x",
                "r.y -> out.value");
        assertProblem(only(typing), "unknown-kind", "t", "", "The kind 'teleport' is not known here");
        assertThat(typing.node(new NodeId("t"))).isEmpty();
        assertThat(typing.node(new NodeId("r")).orElseThrow().sound()).isFalse();
        assertThat(typing.node(new NodeId("out")).orElseThrow().sound()).isFalse();
        assertThat(typing.node(new NodeId("v")).orElseThrow().sound()).isTrue();
    }

    @Test
    void aSettingOutOfRangeIsAProblemOfThatSetting() {
        Typing typing = test.typing(edited(
                graph("v: vector", "out: output", "v.value -> out.value"), set("v", "width", new Value.Whole(0))));
        Problem problem = only(typing);
        assertThat(problem.code()).isEqualTo("bad-setting");
        assertThat(problem.port()).contains("width");
        assertThat(problem.message()).contains("'width'").contains("0 is not a whole number from 1");
    }

    @Test
    void aSettingThatTheKindHasNotIsAProblem() {
        Typing typing = test.typing(edited(
                graph("v: vector", "out: output", "v.value -> out.value"), set("v", "depth", new Value.Whole(1))));
        assertProblem(
                only(typing),
                "bad-setting",
                "v",
                "depth",
                "The setting 'depth' cannot be used: there is no setting of this name");
    }

    @Test
    void aMissingInputSaysWhatItNeeds() {
        Typing typing = test.typing("r: relu", "out: output", "r.y -> out.value");
        assertProblem(
                only(typing),
                "missing-input",
                "r",
                "x",
                "The input 'x' needs float32[...B,D], and nothing is connected");
    }

    @Test
    void anOptionalInputMayBeMissing() {
        assertThat(test.typing("m: mystery", "out: output", "m.y -> out.value").problems())
                .isEmpty();
    }

    @Test
    void aWireIntoNoInputIsAProblem() {
        Typing typing = test.typing(
                "v: vector", "r: relu", "out: output", "v.value -> r.x", "v.value -> r.z", "r.y -> out.value");
        assertProblem(only(typing), "unknown-port", "r", "z", "'r' has no port named 'z'");
        assertThat(only(typing).remedy()).isEqualTo("It has x");
    }

    /** As when a tap is taken away while a wire still hangs on it. */
    @Test
    void aWireOutOfNoOutputIsAProblemWhereItEnds() {
        Typing typing = test.typing("v: vector", "r: relu", "out: output", "v.tap -> r.x", "r.y -> out.value");
        assertProblem(only(typing), "unknown-port", "r", "x", "'v' has no port named 'tap'");
        assertThat(only(typing).remedy()).isEqualTo("It has value");
        assertThat(typing.node(new NodeId("r")).orElseThrow().sound()).isFalse();
    }

    @Test
    void typesThatDisagreeAreBothNamed() {
        Typing typing = test.typing("p: photo", "r: relu", "out: output", "p.value -> r.x", "r.y -> out.value");
        assertProblem(
                only(typing),
                "types-disagree",
                "r",
                "x",
                "'p.value' gives uint8[H,W,3] raw, but 'r.x' takes float32[...B,D]:"
                        + " the values are uint8, but float32 is expected");
        assertThat(only(typing).remedy()).isEqualTo("Put a Cast between them");
    }

    @Test
    void meaningsThatDisagreeAreSaidWithTheStepBetween() {
        Typing typing = test.typing("v: vector", "s: softmax", "out: output", "v.value -> s.x", "s.y -> out.value");
        assertProblem(
                only(typing),
                "types-disagree",
                "s",
                "x",
                "'v.value' gives float32[N,4] embedding, but 's.x' takes float32[N,K]:"
                        + " it needs logits, and this is embedding");
        assertThat(only(typing).remedy()).contains("Dense layer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        encoding           | Put a Pool between them
        embedding          | Put a Dense layer between them
        dense              | Put a Dense layer between them
        soft conditional   | Tap further up, before the activation
        hard conditional   | Tap further up: a decision has lost the probabilities
        raw                | Choose an output of the shared bottom
        structured         | Choose an output of the shared bottom
        """)
    void eachWrongMeaningHasARemedy(String meaning, String remedy) {
        Amalgamation graph = graph("v: vector", "s: softmax", "out: output", "v.value -> s.x", "s.y -> out.value");
        Typing typing = test.typing(edited(graph, set("v", "is", new Value.Text(meaning))));
        assertThat(only(typing).message()).endsWith("it needs logits, and this is " + meaning);
        assertThat(only(typing).remedy()).startsWith(remedy);
    }

    private static final Amalgamation TWO_AND_THREE_ROWS = edited(
            graph("v: vector", "w: vector", "j: join", "out: output", "v.value -> j.a", "j.y -> out.value"),
            set("v", "rows", new Value.Whole(2)),
            set("w", "rows", new Value.Whole(3)));

    @Test
    void twoInputsMustAgreeOnASharedName() {
        Typing typing = test.typing(
                edited(TWO_AND_THREE_ROWS, new Edit.Connect(PortRef.parse("w.value"), PortRef.parse("j.b"))));
        assertProblem(
                only(typing),
                "types-disagree",
                "j",
                "b",
                "'w.value' gives float32[3,4] embedding, but 'j.b' takes float32[N,B]:"
                        + " axis 0 has size 3, but 2 is expected");
    }

    @Test
    void theOtherWiresOfANodeHaveTheirSay() {
        Optional<Refusal> refusal = test.typing(TWO_AND_THREE_ROWS)
                .refuse(TWO_AND_THREE_ROWS, PortRef.parse("w.value"), PortRef.parse("j.b"));
        assertThat(refusal.map(Refusal::sentence).orElseThrow()).endsWith("axis 0 has size 3, but 2 is expected");
    }

    @Test
    void sizesBeyondCountingAreAProblemAndNoCrash() {
        Amalgamation graph = edited(
                graph(
                        "v: vector",
                        "j: join",
                        "k: join",
                        "out: output",
                        "v.value -> j.a",
                        "v.value -> j.b",
                        "j.y -> k.a",
                        "v.value -> k.b",
                        "k.y -> out.value"),
                set("v", "width", new Value.Whole(Long.MAX_VALUE / 2)));
        assertThat(only(test.typing(graph)).code()).isEqualTo("too-large");
    }

    @Test
    void unnamedSizesOfDifferentPortsAreDifferent() {
        Typing typing =
                test.typing(edited(graph("m: mystery", "n: mystery", "out: output", "m.y -> n.x", "n.y -> out.value")));
        TypedNode typed = typing.node(new NodeId("m")).orElseThrow();
        assertThat(typed.outputs().get("y").type().shape())
                .isNotEqualTo(typed.outputs().get("z").type().shape());
    }

    @Test
    void noOutputIsAWarning() {
        Problem problem = only(test.typing("v: vector"));
        assertThat(problem.code()).isEqualTo("no-output");
        assertThat(problem.isError()).isFalse();
        assertThat(test.typing().problems()).isEmpty();
    }

    private static final Amalgamation TWO_BRANCHES = graph(
            "v: vector",
            "a1: relu",
            "a2: relu",
            "b1: relu",
            "b2: relu",
            "j: join",
            "out: output",
            "v.value -> a1.x",
            "a1.y -> a2.x",
            "v.value -> b1.x",
            "b1.y -> b2.x",
            "a2.y -> j.a",
            "b2.y -> j.b",
            "j.y -> out.value");

    private int[] callsFor(Edit... edits) {
        Typing typing = test.typing(TWO_BRANCHES);
        test.relu.calls();
        test.join.calls();
        Typing next = typing.next(edited(TWO_BRANCHES, edits));
        assertThat(next.problems()).isEqualTo(test.typing(next.graph()).problems());
        Typing again = typing.next(edited(TWO_BRANCHES, edits));
        assertThat(again.problems()).isEqualTo(next.problems());
        // The comparison typed everything anew once: 4 relus and 1 join; the edit was made twice.
        return new int[] {(test.relu.calls() - 4) / 2, (test.join.calls() - 1) / 2};
    }

    @Test
    void movingInfersNothing() {
        assertThat(callsFor(new Edit.Move(Map.of(new NodeId("v"), new Position(5, 5)))))
                .containsExactly(0, 0);
    }

    @Test
    void aSettingThatLeavesTheTypesInfersItsNodeOnly() {
        assertThat(callsFor(set("a1", "sharpness", new Value.Real(0.25)))).containsExactly(1, 0);
    }

    @Test
    void aSettingThatChangesTheTypesInfersWhatHangsBelow() {
        assertThat(callsFor(set("v", "width", new Value.Whole(9)))).containsExactly(4, 1);
    }

    @Test
    void aWireInfersItsBranchOnly() {
        assertThat(callsFor(
                        new Edit.Disconnect(PortRef.parse("b2.x")),
                        new Edit.Connect(PortRef.parse("v.value"), PortRef.parse("b2.x"))))
                .containsExactly(1, 0);
    }

    @Test
    void refreshingInfersEverything() {
        Typing typing = test.typing(TWO_BRANCHES);
        test.relu.calls();
        assertThat(typing.refreshed().problems()).isEmpty();
        assertThat(test.relu.calls()).isEqualTo(4);
    }

    @Test
    void askingForAWireInThePresentStateInfersOneSignature() {
        Typing typing = test.typing(edited(TWO_BRANCHES, new Edit.Disconnect(PortRef.parse("b2.x"))));
        test.relu.calls();
        typing.refuse(typing.graph(), PortRef.parse("v.value"), PortRef.parse("b2.x"));
        assertThat(test.relu.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"p.value, r.x", "v.value, s.x", "v.tap, r.x", "v.value, r.other", "v.value, m.x", "v.value, r.x"})
    void aWireIsRefusedInTheWordsThatAFileIsJudgedIn(String from, String to) {
        Amalgamation before = graph("p: photo", "v: vector", "r: relu", "s: softmax", "m: mystery");
        Edit.Connect connect = new Edit.Connect(PortRef.parse(from), PortRef.parse(to));
        Optional<Refusal> refusal = test.typing(before).refuse(before, connect.from(), connect.to());
        Optional<Problem> problem = test.typing(edited(before, connect)).problems().stream()
                .filter(p -> p.port().equals(Optional.of(connect.to().port()))
                        && !p.code().equals("missing-input"))
                .filter(p -> p.node().equals(Optional.of(connect.to().node())))
                .findFirst();
        assertThat(problem.map(Problem::message)).isEqualTo(refusal.map(Refusal::sentence));
        assertThat(problem.map(Problem::remedy)).isEqualTo(refusal.map(Refusal::remedy));
        assertThat(refusal.isEmpty()).isEqualTo(to.equals("r.x") && from.equals("v.value"));
    }

    @Test
    void aStateThatIsNotTypedYetIsJudgedAllTheSame() {
        Typing typing = test.typing("v: vector");
        Edit paste = new Edit.Batch(
                "Paste",
                List.of(
                        new Edit.Add(new Node(new NodeId("s"), "softmax", Settings.NONE), new Position(0, 0)),
                        new Edit.Connect(PortRef.parse("v.value"), PortRef.parse("s.x"))));
        assertThat(new Edits(typing).apply(typing.graph(), paste))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TypesDisagree.class));
    }

    @Test
    void aPortIsRefusedAlsoWhereTheOtherEndIsInTrouble() {
        Amalgamation graph = graph("v: vector", "t: teleport");
        Typing typing = test.typing(graph);
        assertThat(typing.refuse(graph, PortRef.parse("v.tap"), PortRef.parse("t.x")))
                .containsInstanceOf(Refusal.UnknownPort.class);
        assertThat(typing.refuse(graph, PortRef.parse("v.value"), PortRef.parse("t.x")))
                .isEmpty();
    }

    @Test
    void anEditAtTheEndOfThreeThousandNodesInfersOne() {
        Assembly assembly = new Assembly();
        assembly.add(new Node(new NodeId("v"), "vector", Settings.NONE));
        for (int i = 0; i < 3_000; i++) {
            assembly.add(new Node(new NodeId("r" + i), "relu", Settings.NONE));
            assembly.connect(new Wire(
                    i == 0 ? PortRef.parse("v.value") : PortRef.of("r" + (i - 1), "y"), PortRef.of("r" + i, "x")));
        }
        Typing typing = test.typing(((Outcome.Applied) assembly.done()).graph());
        test.relu.calls();
        Typing next = typing.next(edited(typing.graph(), set("r2999", "sharpness", new Value.Real(1))));
        assertThat(test.relu.calls()).isEqualTo(1);
        next = next.next(edited(next.graph(), new Edit.Remove(Set.of(new NodeId("r2999")))));
        assertThat(test.relu.calls()).isZero();
        assertThat(output(next, "r2998.y")).isEqualTo("float32[N,4] embedding");
    }
}
