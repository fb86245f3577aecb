package dev.amalgam.desk.numerics;

import dev.amalgam.compile.Problem;
import dev.amalgam.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** What is odd about values in a way that can be followed back through a model. */
public enum Symptom {
    /** Some values are not a number, or infinite. */
    NOT_FINITE("not-finite"),
    /** All values are the same. */
    CONSTANT("constant"),
    /** Nearly all channels are 0 everywhere. */
    DEAD_CHANNELS("dead-channels");

    private final String code;

    Symptom(String code) {
        this.code = code;
    }

    /** What a finding of {@link Numerics} is about; empty where it depends on what is promised of an output. */
    public static Optional<Symptom> of(Problem finding) {
        return Arrays.stream(values())
                .filter(symptom -> symptom.code.equals(finding.code()))
                .findFirst();
    }

    /** Whether one value that shows it is enough: what is no number makes others none, what is constant does not. */
    boolean spreads() {
        return this == NOT_FINITE;
    }

    /** Whether a value shows it. */
    boolean shows(Tensor value) {
        return Numbers.of(value)
                .filter(numbers -> numbers.size() > 0)
                .filter(numbers -> switch (this) {
                    case NOT_FINITE -> !Spread.of(numbers).isFinite();
                    case CONSTANT -> isConstant(numbers);
                    case DEAD_CHANNELS ->
                        Channels.of(value, numbers)
                                .filter(Channels::areMostlyDead)
                                .isPresent();
                })
                .isPresent();
    }

    private static boolean isConstant(Numbers numbers) {
        Spread spread = Spread.of(numbers);
        return numbers.size() > 1 && spread.isFinite() && spread.least() == spread.most();
    }
}
