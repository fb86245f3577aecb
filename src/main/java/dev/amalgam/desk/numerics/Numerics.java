package dev.amalgam.desk.numerics;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Figures;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Relation;
import dev.amalgam.tensor.Tensor;
import java.util.Optional;

/**
 * Holds the values of an output against what its representation promises, as the table of representations has it. Reads every
 * value a few times, so not for the window's own thread. What it finds is a warning: it can be run in spite of it.
 */
public final class Numerics {
    /** A share from which on values at the end of their range are worth a word. */
    private static final double MOST = 0.9;

    private static final double UNIT_SLACK = 1e-3;

    private final PortRef port;
    private final Representation representation;
    private final Tensor value;
    private final Numbers numbers;
    private final Spread spread;

    private Numerics(PortRef port, Representation representation, Tensor value, Numbers numbers) {
        this.port = port;
        this.representation = representation;
        this.value = value;
        this.numbers = numbers;
        this.spread = Spread.of(numbers);
    }

    /** The first thing that is wrong with a value; empty where nothing is, or where it holds no numbers. */
    public static Optional<Problem> of(PortRef port, PortType type, Tensor value) {
        return Numbers.of(value)
                .filter(numbers -> numbers.size() > 0)
                .flatMap(numbers -> new Numerics(port, type.representation(), value, numbers).first());
    }

    private Optional<Problem> first() {
        if (!spread.isFinite()) {
            return Optional.of(notFinite());
        }
        return switch (representation.form()) {
            case RAW -> constant().or(this::saturatedPicture);
            case ENCODING -> constant().or(this::deadChannels);
            case EMBEDDING, DENSE -> constant().or(this::notOfUnitLength);
            case LOGITS -> constant().or(this::alreadyProbabilities);
            case SOFT -> outOfRange().or(this::wrongSum).or(this::saturated);
            case HARD -> undecided();
            case STRUCTURED -> Optional.empty();
        };
    }

    private Problem notFinite() {
        String what = spread.strange() == 0
                ? Figures.count(spread.infinite()) + " infinite values"
                : Figures.count(spread.strange()) + " values that are no numbers (NaN)"
                        + (spread.infinite() > 0 ? " and " + Figures.count(spread.infinite()) + " infinite ones" : "");
        return warning(
                "not-finite",
                "holds " + what + " of " + Figures.count(numbers.size()),
                "Look at what flows into it, and at its settings");
    }

    private Optional<Problem> constant() {
        return when(
                numbers.size() > 1 && spread.least() == spread.most(),
                "constant",
                "is " + Figures.number(spread.least()) + " everywhere",
                "Look at what flows into it: nothing can be told from it");
    }

    private Optional<Problem> saturatedPicture() {
        if (value.element() != ElementType.UINT8) {
            return Optional.empty();
        }
        int ends = numbers.count(0, numbers.size(), it -> it == 0 || it == 255);
        return when(
                ends >= MOST * numbers.size(),
                "saturated",
                "is black or white nearly everywhere: " + Figures.percent((double) ends / numbers.size())
                        + " of its values are 0 or 255",
                "Look at how the picture was taken");
    }

    private Optional<Problem> deadChannels() {
        return Channels.of(value, numbers)
                .filter(Channels::areMostlyDead)
                .map(channels -> warning(
                        "dead-channels",
                        "has " + Figures.count(channels.dead()) + " channels of " + Figures.count(channels.all())
                                + " that are 0 everywhere",
                        "Look at whether the input is scaled as the model wants it"));
    }

    private Optional<Problem> notOfUnitLength() {
        int columns = columns();
        for (int row = 0; representation.unitLength() && row < numbers.size() / columns; row++) {
            double length = numbers.length(row * columns, columns);
            if (Math.abs(length - 1) > UNIT_SLACK) {
                return Optional.of(warning(
                        "not-unit-length",
                        "has a row of length " + Figures.number(length) + ", where 1 is promised",
                        "Normalise it to unit length, or correct its representation"));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> alreadyProbabilities() {
        boolean looksSo = columns() > 1
                && spread.least() >= 0
                && spread.most() <= 1
                && wrongRow().isEmpty();
        return when(
                looksSo,
                "already-probabilities",
                "sums to 1 in every row: these are probabilities already, not logits",
                "Take it as probabilities, or tap the model before its last activation");
    }

    private Optional<Problem> outOfRange() {
        return when(
                spread.least() < -slack() || spread.most() > 1 + slack(),
                "out-of-range",
                "runs from " + Figures.number(spread.least()) + " to " + Figures.number(spread.most())
                        + ", where probabilities lie between 0 and 1",
                "Put a softmax or a sigmoid before it, or correct its representation");
    }

    private Optional<Problem> wrongSum() {
        return representation.relation() != Relation.CONDITIONAL
                ? Optional.empty()
                : wrongRow()
                        .map(sum -> warning(
                                "wrong-sum",
                                "has a row that sums to " + Figures.number(sum) + " instead of 1",
                                "Put a softmax before it, or take it as independent probabilities"));
    }

    /** The sum of the first row that does not sum to 1. */
    private Optional<Double> wrongRow() {
        int columns = columns();
        for (int row = 0; row < numbers.size() / columns; row++) {
            double sum = numbers.sum(row * columns, columns);
            if (Math.abs(sum - 1) > slack()) {
                return Optional.of(sum);
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> saturated() {
        int ends = numbers.count(0, numbers.size(), it -> it <= Float.MIN_VALUE || it >= 1 - 1e-7);
        return when(
                columns() > 1 && ends == numbers.size(),
                "saturated",
                "is 0 or 1 everywhere: nothing is left of how sure it is",
                "Raise the temperature, or look at the logits");
    }

    private Optional<Problem> undecided() {
        if (representation.relation() == Relation.INDEPENDENT) {
            return when(
                    numbers.count(0, numbers.size(), it -> it != 0 && it != 1) > 0,
                    "undecided",
                    "holds other values than 0 and 1, where decisions are promised",
                    "Put a threshold before it, or correct its representation");
        }
        boolean isOneHot = value.element() != ElementType.INT64 && value.dims().length == 2;
        return isOneHot ? notOneHot() : Optional.empty();
    }

    private Optional<Problem> notOneHot() {
        int columns = columns();
        for (int row = 0; row < numbers.size() / columns; row++) {
            boolean one = numbers.count(row * columns, columns, it -> it == 1) == 1
                    && numbers.count(row * columns, columns, it -> it == 0) == columns - 1;
            if (!one) {
                return Optional.of(warning(
                        "undecided",
                        "has a row that does not choose exactly one",
                        "Put an arg-max before it, or correct its representation"));
            }
        }
        return Optional.empty();
    }

    /** The values of a row: the last axis. */
    private int columns() {
        long[] dims = value.dims();
        return dims.length == 0 ? 1 : Math.max(1, Math.toIntExact(dims[dims.length - 1]));
    }

    /** How far rounding may lead a sum astray. */
    private double slack() {
        return value.element() == ElementType.FLOAT16 ? 2e-3 : 1e-5;
    }

    private Optional<Problem> when(boolean found, String code, String what, String remedy) {
        return found ? Optional.of(warning(code, what, remedy)) : Optional.empty();
    }

    private Problem warning(String code, String what, String remedy) {
        return new Problem(
                Problem.Severity.WARNING,
                code,
                Optional.of(port.node()),
                Optional.of(port.port()),
                "'" + port + "' " + what,
                remedy);
    }
}
