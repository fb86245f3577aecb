package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.onnx.bottom.BottomSearch;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.Common;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.onnx.bottom.NothingCommon;
import dev.amalgam.onnx.bottom.Participant;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What models are found to have in common, whatever they look like. */
class CommonBottomTest {
    private static final Path MOBILENET = Path.of("samples/figure-3/models/mobilenet-v1.onnx");
    private static final String POOLED = "global_average_pooling2d_1";

    private static Common search(double tolerance, OnnxModel... models) throws OnnxException {
        List<Participant> participants = new ArrayList<>();
        for (OnnxModel model : models) {
            participants.add(new Participant("model " + participants.size(), model, Map.of()));
        }
        return BottomSearch.search(participants, tolerance);
    }

    private static CommonBottom found(OnnxModel... models) throws OnnxException {
        return (CommonBottom) search(0, models);
    }

    private static Tensor weight(float value) {
        return Tensor.floats(new long[] {2}, value, value);
    }

    /** x → Mul → Relu, and what follows. */
    private static ModelMaker line(int opset) {
        return ModelMaker.opset(opset)
                .input("x", "float32[N,2]")
                .weight("w", weight(3))
                .node("Mul", "x w -> m")
                .node("Relu", "m -> r");
    }

    @Test
    void twoMobileNetsWithDifferentHeadsShareAllButTheHeads() throws OnnxException {
        OnnxModel one = OnnxModel.read(MOBILENET);
        OnnxModel other = Disguise.withHead(one, POOLED, 1024, 5, 17);
        CommonBottom common = found(one, other);
        assertThat(common.isExact()).isTrue();
        assertThat(common.boundary()).containsExactly(POOLED);
        assertThat(common.operators())
                .isEqualTo(one.cut(List.of(POOLED)).inspect().interior().size());
        assertThat(common.parameters())
                .isEqualTo(one.cut(List.of(POOLED)).inspect().parameters());
        OnnxModel rest = common.branches().get(1).rest().orElseThrow();
        assertThat(rest.inspect().operators()).containsKeys("Flatten", "Gemm").doesNotContainKey("Conv");
        assertThat(rest.inspect().parameters()).isEqualTo(1024 * 5 + 5);
        assertThat(common.branches().get(1).from()).containsValue(POOLED).hasSize(1);
    }

    @Test
    void movedWeightsAreOneWithinATolerance() throws OnnxException {
        OnnxModel one = OnnxModel.read(MOBILENET);
        OnnxModel other = Disguise.of(Disguise.moved(one, 0.9e-4f), 15);
        assertThat(search(0, one, other))
                .isInstanceOfSatisfying(
                        NothingCommon.class,
                        nothing -> assertThat(nothing.remedy()).contains("tolerance of 1e-4"));
        CommonBottom common = (CommonBottom) search(1e-4, one, other);
        assertThat(common.difference()).isBetween(0.8e-4, 1e-4);
        assertThat(common.isExact()).isFalse();
        assertThat(common.branches())
                .allSatisfy(branch -> assertThat(branch.rest()).isEmpty());
        assertThat(common.branches().get(1).ready()).containsValue("probabilities");
    }

    @Test
    void threeModelsShareWhatAllOfThemHave() throws OnnxException {
        OnnxModel one = line(13).node("Abs", "r -> a")
                .node("Neg", "a -> y")
                .output("y", "float32[N,2]")
                .make();
        OnnxModel two = line(14).node("Abs", "r -> a")
                .node("Exp", "a -> y")
                .output("y", "float32[N,2]")
                .make();
        OnnxModel three =
                line(15).node("Sqrt", "r -> y").output("y", "float32[N,2]").make();
        assertThat(found(one, two).boundary()).containsExactly("a");
        assertThat(found(one, two, three).boundary()).containsExactly("r");
        assertThat(found(one, two, three).branches())
                .extracting(branch -> branch.rest()
                        .orElseThrow()
                        .inspect()
                        .operators()
                        .keySet()
                        .toString())
                .containsExactly("[Abs, Neg]", "[Abs, Exp]", "[Sqrt]");
    }

    @Test
    void attributesThatSayOnlyTheUsualPlayNoPart() throws OnnxException {
        assertThat(found(gemm(Attributes.NONE), gemm(Attributes.of("transB", 0).and("alpha", 1f)))
                        .boundary())
                .containsExactly("g");
        assertThat(search(0, gemm(Attributes.NONE), gemm(Attributes.of("transB", 1))))
                .isInstanceOf(NothingCommon.class);
    }

    private static OnnxModel gemm(Attributes attributes) throws OnnxException {
        return ModelMaker.opset(13)
                .input("x", "float32[N,2]")
                .weight("w", Tensor.floats(new long[] {2, 2}, 1, 2, 3, 4))
                .node("Gemm", "x w -> g", attributes)
                .output("g", "float32[N,2]")
                .make();
    }

    @Test
    void anOperatorThatChangedItsFormIsTheSameInALaterSet() throws OnnxException {
        OnnxModel old = ModelMaker.opset(11)
                .input("x", "float32[N,1,2]")
                .node("Squeeze", "x -> s", Attributes.of("axes", new long[] {1}))
                .node("Softmax", "s -> p", Attributes.of("axis", 1))
                .node("Abs", "p -> y")
                .output("y", "float32[N,2]")
                .make();
        OnnxModel late = ModelMaker.opset(13)
                .input("x", "float32[N,1,2]")
                .weight("axes", Tensor.longs(new long[] {1}, 1))
                .node("Squeeze", "x axes -> s")
                .node("Neg", "s -> y")
                .output("y", "float32[N,2]")
                .make();
        assertThat(found(old, late).boundary()).containsExactly("s");
        assertThat(found(late, old).boundary()).containsExactly("s");
    }

    @Test
    void inputsBelongTogetherByWhatIsMadeOfThem() throws OnnxException {
        OnnxModel one = two("a", "b", "Sub", "a b -> s", "Neg");
        OnnxModel other = two("p", "q", "Sub", "q p -> s", "Exp");
        CommonBottom common = found(one, other);
        assertThat(common.boundary()).containsExactly("s");
        assertThat(common.branches().get(1).inputs()).isEqualTo(Map.of("q", "a", "p", "b"));
    }

    private static OnnxModel two(String first, String second, String operator, String wiring, String last)
            throws OnnxException {
        return ModelMaker.opset(13)
                .input(first, "float32[N]")
                .input(second, "float32[N]")
                .node(operator, wiring)
                .node(last, "s -> y")
                .output("y", "float32[N]")
                .make();
    }

    @Test
    void anInputOfItsOwnStaysWithTheRest() throws OnnxException {
        OnnxModel one =
                line(13).node("Neg", "r -> y").output("y", "float32[N,2]").make();
        OnnxModel other = line(13).input("mask", "bool[N,2]")
                .node("Where", "mask r m -> y")
                .output("y", "float32[N,2]")
                .make();
        CommonBottom common = found(one, other);
        assertThat(common.boundary()).containsExactlyInAnyOrder("m", "r");
        Branch branch = common.branches().get(1);
        assertThat(branch.inputs()).isEqualTo(Map.of("x", "x"));
        assertThat(branch.rest().orElseThrow().inspect().inputs())
                .extracting(Inspection.Value::name)
                .containsExactlyInAnyOrder("m", "r", "mask");
    }

    @Test
    void anOutputInsideTheCommonPartNeedsNoRest() throws OnnxException {
        OnnxModel bottom = line(13).output("r", "float32[N,2]").make();
        OnnxModel whole =
                line(13).node("Neg", "r -> y").output("y", "float32[N,2]").make();
        CommonBottom common = found(whole, bottom);
        assertThat(common.branches().get(1).rest()).isEmpty();
        assertThat(common.branches().get(1).ready()).isEqualTo(Map.of("r", "r"));
    }

    @Test
    void graphsInsideAreComparedByWhatTheyCompute() throws OnnxException {
        CommonBottom common = found(branching("one", "Abs", "Neg"), branching("other", "Abs", "Exp"));
        assertThat(common.boundary()).containsExactly("z");
        assertThat(found(branching("one", "Abs", "Neg"), branching("other", "Sqrt", "Neg"))
                        .boundary())
                .containsExactlyInAnyOrder("m", "r");
    }

    private static OnnxModel branching(String name, String within, String last) throws OnnxException {
        ModelMaker then = ModelMaker.inner().node(within, "m -> " + name).output(name, "float32[N,2]");
        ModelMaker otherwise =
                ModelMaker.inner().node("Identity", "r -> same" + name).output("same" + name, "float32[N,2]");
        return line(13).input("c", "bool[]")
                .nodeWith("If", "c -> z", "then_branch", then, "else_branch", otherwise)
                .node(last, "z -> y")
                .output("y", "float32[N,2]")
                .make();
    }

    @Test
    void functionsOfTheModelAreComparedByTheirBodies() throws OnnxException {
        CommonBottom common = found(calling("a", "Twice", "Neg"), calling("b", "Double", "Exp"));
        assertThat(common.boundary()).containsExactly("t");
    }

    private static OnnxModel calling(String domain, String function, String last) throws OnnxException {
        return line(18).domain(domain, 1)
                .function(
                        domain,
                        function,
                        18,
                        domain + " -> out",
                        ModelMaker.wire("Add", domain + " " + domain + " -> out")
                                .build())
                .node(domain + "::" + function, "r -> t")
                .node(last, "t -> y")
                .output("y", "float32[N,2]")
                .make();
    }

    @Test
    void whatIsRandomIsNeverShared() throws OnnxException {
        assertThat(search(0, noisy("Neg"), noisy("Exp"))).isInstanceOf(NothingCommon.class);
    }

    private static OnnxModel noisy(String last) throws OnnxException {
        return ModelMaker.opset(13)
                .input("x", "float32[N]")
                .node("RandomNormalLike", "x -> n")
                .node(last, "n -> y")
                .output("y", "float32[N]")
                .make();
    }

    @Test
    void parallelNodesOfOneFormAreToldApartByTheirWeights() throws OnnxException {
        CommonBottom common = (CommonBottom) search(0.01, fork(1, 2, "Sub"), fork(2.001f, 1.001f, "Add"));
        assertThat(common.branches().get(1).from()).isEqualTo(Map.of("a", "b", "b", "a"));
        assertThat(common.difference()).isBetween(0.0009, 0.0011);
    }

    private static OnnxModel fork(float first, float second, String last) throws OnnxException {
        return ModelMaker.opset(13)
                .input("x", "float32[N,2]")
                .weight("v", weight(first))
                .weight("w", weight(second))
                .node("Mul", "x v -> a")
                .node("Mul", "x w -> b")
                .node(last, "a b -> y")
                .output("y", "float32[N,2]")
                .make();
    }

    @Test
    void differentInputsAreNamed() throws OnnxException {
        OnnxModel one = line(13).output("r", "float32[N,2]").make();
        OnnxModel other = ModelMaker.opset(13)
                .input("ids", "int64[N,T]")
                .node("Abs", "ids -> y")
                .output("y", "int64[N,T]")
                .make();
        assertThat(search(0, one, other)).isInstanceOfSatisfying(NothingCommon.class, nothing -> {
            assertThat(nothing.why()).contains("model 0 takes x: float32[N,2]", "model 1 takes ids: int64[N,T]");
        });
    }

    @Test
    void whatIsFedByDifferentThingsIsNotOne() throws OnnxException {
        OnnxModel model = line(13).output("r", "float32[N,2]").make();
        Common apart = BottomSearch.search(
                List.of(
                        new Participant("one", model, Map.of("x", "photo")),
                        new Participant("other", model, Map.of("x", "second photo"))),
                0);
        assertThat(apart)
                .isInstanceOfSatisfying(
                        NothingCommon.class,
                        nothing -> assertThat(nothing.why()).contains("from photo", "from second photo"));
    }
}
