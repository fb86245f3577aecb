package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifierTest {
    private final Unifier unifier = new Unifier();

    /** The kind under test has its variables in the scope {@code node}; what comes in is over variables of {@code above}. */
    private static TensorType in(String text) {
        return TensorType.parse(text).scoped("node");
    }

    private static TensorType above(String text) {
        return TensorType.parse(text).scoped("above");
    }

    private Optional<String> join(String expected, String actual) {
        return unifier.unify(in(expected), above(actual)).map(Mismatch::sentence);
    }

    private String out(String type) {
        return unifier.resolve(in(type)).toString();
    }

    @Test
    void knownSizesThatAreEqualAgree() {
        assertThat(join("float32[1,3,224,224]", "float32[1,3,224,224]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        float32[1,1000]  | float32[1,1024]  | axis 1 has size 1024, but 1000 is expected
        float32[2,K]     | float32[3,K]     | axis 0 has size 3, but 2 is expected
        float32[...B,7]  | float32[1,4,8]   | axis -1 has size 8, but 7 is expected
        float32[...B,7,C]| float32[1,4,8]   | axis -2 has size 4, but 7 is expected
        float32[N,C]     | float32[N,C,H,W] | the shape is [N,C,H,W], but [N,C] is expected
        float32[...B,C,D]| float32[5]       | the shape is [5], but [...B,C,D] is expected
        float32[N]       | uint8[N]         | the values are uint8, but float32 is expected
        float32[N+1]     | float32[0]       | axis 0 has size 0, but N+1 is expected
        float32[2*N]     | float32[7]       | axis 0 has size 7, but 2*N is expected
        """)
    void whatCannotBeTheSameQuotesBothSides(String expected, String actual, String sentence) {
        assertThat(join(expected, actual)).contains(sentence);
    }

    @Test
    void aNameLearnsASize() {
        assertThat(join("float32[N,C,H,W]", "float32[1,1024,7,7]")).isEmpty();
        assertThat(out("float32[N,C]")).isEqualTo("float32[1,1024]");
    }

    @Test
    void aNameInTwoInputsMustBeOneSize() {
        assertThat(join("float32[N,A]", "float32[2,5]")).isEmpty();
        assertThat(join("float32[N,B]", "float32[3,7]")).contains("axis 0 has size 3, but 2 is expected");
    }

    @Test
    void aSumOfNamesIsWorkedOut() {
        assertThat(join("float32[N,A]", "float32[batch,3]")).isEmpty();
        assertThat(join("float32[N,B]", "float32[batch,4]")).isEmpty();
        assertThat(out("float32[N,A+B]")).isEqualTo("float32[batch,7]");
    }

    @Test
    void aSumSolvesForTheNameThatIsLeft() {
        assertThat(join("float32[A]", "float32[3]")).isEmpty();
        assertThat(join("float32[A+B]", "float32[10]")).isEmpty();
        assertThat(out("float32[B]")).isEqualTo("float32[7]");
    }

    @Test
    void aMultipleSolvesForItsName() {
        assertThat(join("float32[2*N]", "float32[8]")).isEmpty();
        assertThat(out("float32[N]")).isEqualTo("float32[4]");
    }

    @Test
    void aSumOfOpenNamesStaysASum() {
        assertThat(join("float32[A]", "float32[width]")).isEmpty();
        assertThat(join("float32[B]", "float32[3]")).isEmpty();
        assertThat(out("float32[A+B]")).isEqualTo("float32[width+3]");
    }

    @Test
    void noSizeIsNegativeAtOnce() {
        assertThat(join("float32[A]", "float32[12]")).isEmpty();
        assertThat(join("float32[A+B]", "float32[10]")).isPresent();
    }

    @Test
    void noSizeIsNegativeOnceMoreIsKnown() {
        assertThat(join("float32[A+B]", "float32[10]")).isEmpty();
        assertThat(join("float32[B]", "float32[12]")).isPresent();
    }

    @Test
    void noSumOfSizesIsNegative() {
        assertThat(unifier.unify(in("float32[N]"), in("float32[N+A+B+1]"))).isPresent();
    }

    @Test
    void aNameIsNotOneMoreThanItself() {
        assertThat(unifier.unify(in("float32[N]"), in("float32[N+1]"))).isPresent();
    }

    @Test
    void whatCannotBeSolvedIsLeftToTheRuntime() {
        assertThat(join("float32[2*A+2*B]", "float32[9]")).isEmpty();
        assertThat(out("float32[2*A+2*B]")).isEqualTo("float32[2*A+2*B]");
    }

    @Test
    void anUnknownSizeFitsAnyAndStaysUnknown() {
        assertThat(join("float32[N,1000]", "float32[?,1000]")).isEmpty();
        assertThat(out("float32[N,5]")).isEqualTo("float32[?,5]");
    }

    @Test
    void twoUnknownSizesOfOneTypeAreTwo() {
        assertThat(join("float32[A,B]", "float32[?,?]")).isEmpty();
        assertThat(join("float32[A]", "float32[3]")).isEmpty();
        assertThat(out("float32[A,B]")).isEqualTo("float32[3,?]");
    }

    @Test
    void theNameFromAboveIsTheOneThatFlowsOn() {
        assertThat(join("float32[N]", "float32[batch]")).isEmpty();
        assertThat(join("float32[Z]", "float32[A]")).isEmpty();
        assertThat(unifier.resolve(in("float32[N,Z]"))).isEqualTo(above("float32[batch,A]"));
    }

    @Test
    void equalNamesOfDifferentOwnersAreDifferent() {
        assertThat(join("float32[N,3]", "float32[4,N]")).isEmpty();
        assertThat(out("float32[N]")).isEqualTo("float32[4]");
        assertThat(unifier.resolve(above("float32[N]"))).hasToString("float32[3]");
    }

    @Test
    void aPackTakesTheAxesThatAreNotListed() {
        assertThat(join("float32[...B,K]", "float32[2,5,1000]")).isEmpty();
        assertThat(out("int64[...B]")).isEqualTo("int64[2,5]");
    }

    @Test
    void aPackMayTakeNoAxes() {
        assertThat(join("float32[...B,K]", "float32[1000]")).isEmpty();
        assertThat(out("int64[...B]")).isEqualTo("int64[]");
    }

    @Test
    void aPackInTwoInputsMustBeTheSameAxes() {
        assertThat(join("float32[...B,A]", "float32[2,5,3]")).isEmpty();
        assertThat(join("float32[...B,C]", "float32[2,6,3]")).contains("axis 1 has size 6, but 5 is expected");
        assertThat(join("float32[...B,D]", "float32[2,3]")).contains("the shape is [2,3], but [2,5,D] is expected");
    }

    @Test
    void aPackFitsAPack() {
        assertThat(join("float32[...B,K]", "float32[...S,H,7]")).isEmpty();
        assertThat(out("float32[...B,1]")).isEqualTo("float32[...S,H,1]");
    }

    @Test
    void aPackIsNotItselfAndMore() {
        assertThat(unifier.unify(in("float32[...B]"), in("float32[...B,3]"))).containsInstanceOf(Mismatch.Ranks.class);
    }

    @Test
    void sizesInsideAPackAreFilledInLater() {
        assertThat(join("float32[...B,K]", "float32[h,w,3]")).isEmpty();
        assertThat(unifier.unify(above("int64[h]"), above("int64[480]"))).isEmpty();
        assertThat(out("float32[...B]")).isEqualTo("float32[480,w]");
    }

    @Test
    void anElementVariableLearnsItsType() {
        assertThat(join("T[N]", "float16[3]")).isEmpty();
        assertThat(out("T[]")).isEqualTo("float16[]");
        assertThat(join("T[N]", "float32[3]")).contains("the values are float32, but float16 is expected");
    }

    private static TensorType scalar(String scope, String name, ElementType... allowed) {
        return new TensorType(new ElementVariable(scope, name, Set.of(allowed)), Shape.of());
    }

    @Test
    void anElementVariableTakesOnlyWhatItAllows() {
        TensorType number = scalar("node", "T", ElementType.FLOAT32, ElementType.FLOAT16);
        assertThat(unifier.unify(number, TensorType.parse("string[]")).map(Mismatch::sentence))
                .contains("the values are string, but one of [float32, float16] is expected");
        assertThat(unifier.unify(number, TensorType.parse("float16[]"))).isEmpty();
    }

    @Test
    void joinedElementVariablesKeepBothRestrictions() {
        TensorType one = scalar("node", "T", ElementType.FLOAT32, ElementType.FLOAT16);
        TensorType other = scalar("above", "U", ElementType.FLOAT16, ElementType.INT8);
        assertThat(unifier.unify(one, other)).isEmpty();
        assertThat(unifier.unify(one, TensorType.parse("int8[]"))).isPresent();
        assertThat(unifier.unify(other, TensorType.parse("float32[]"))).isPresent();
        assertThat(unifier.unify(one, TensorType.parse("float16[]"))).isEmpty();
        assertThat(unifier.resolve(other)).hasToString("float16[]");
    }

    @Test
    void aFreeElementVariableTakesOverARestriction() {
        TensorType restricted = scalar("node", "T", ElementType.FLOAT32);
        TensorType free = scalar("above", "T");
        assertThat(unifier.unify(restricted, free)).isEmpty();
        assertThat(unifier.unify(free, TensorType.parse("string[]"))).containsInstanceOf(Mismatch.NotAllowed.class);
        assertThat(unifier.unify(free, TensorType.parse("float32[]"))).isEmpty();
        assertThat(unifier.resolve(restricted)).hasToString("float32[]");
    }

    @Test
    void elementVariablesWithNothingInCommonDisagree() {
        assertThat(unifier.unify(scalar("node", "T", ElementType.FLOAT32), scalar("above", "U", ElementType.STRING)))
                .containsInstanceOf(Mismatch.Elements.class);
    }

    @Test
    void equalNamesWithDifferentRestrictionsEndAsOne() {
        TensorType free = scalar("node", "T");
        TensorType restricted = scalar("node", "T", ElementType.FLOAT32);
        assertThat(unifier.unify(restricted, free)).isEmpty();
        assertThat(unifier.unify(free, restricted)).isEmpty();
        assertThat(unifier.unify(free, TensorType.parse("float32[]"))).isEmpty();
        assertThat(unifier.resolve(restricted)).hasToString("float32[]");
    }
}
