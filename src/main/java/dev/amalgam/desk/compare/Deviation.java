package dev.amalgam.desk.compare;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.numerics.Numbers;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Optional;

/** How far a value is from another that it is compared with. */
public sealed interface Deviation extends Comparable<Deviation> {
    /** No bit differs. */
    record Equal() implements Deviation {
        @Override
        public double size() {
            return 0;
        }

        @Override
        public String sentence() {
            return "Equal to the last bit";
        }
    }

    /**
     * Numbers differ.
     *
     * @param largest the largest difference of two of them; infinite where one is no number and the other is
     * @param relative the same as a share of the largest size among the first; infinite where all of them are 0
     * @param cosine of the angle between both, from −1 to 1; not a number where one of them is 0 throughout
     */
    record Apart(double largest, double relative, double cosine) implements Deviation {
        @Override
        public double size() {
            return relative;
        }

        @Override
        public String sentence() {
            String angle = Double.isNaN(cosine) ? "" : ", cosine " + Deviation.cosine(cosine);
            return "Largest difference " + Figures.number(largest) + ", relative " + Figures.share(relative) + angle;
        }
    }

    /** Texts, or values that are not read one by one, differ in so many of so many places. */
    record Places(long different, long of) implements Deviation {
        @Override
        public double size() {
            return (double) different / of;
        }

        @Override
        public String sentence() {
            return different + " of " + of + " values differ";
        }
    }

    /** They cannot be compared place by place. */
    record Unlike(TensorType before, TensorType now) implements Deviation {
        @Override
        public double size() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String sentence() {
            return "The type is " + now + " and was " + before;
        }
    }

    /** The bits differ, and of the first only its sum was kept. */
    record Moved(double meanBefore, double meanNow) implements Deviation {
        @Override
        public double size() {
            double scale = Math.max(Math.abs(meanBefore), Math.abs(meanNow));
            return scale == 0 ? 1e-9 : Math.max(1e-9, Math.abs(meanNow - meanBefore) / scale);
        }

        @Override
        public String sentence() {
            return "The mean is " + Figures.number(meanNow) + " and was " + Figures.number(meanBefore);
        }
    }

    /** How large it is, to put them in an order: 0 where nothing differs, 1 where all does, more where they are not alike. */
    double size();

    /** What differs, without a final stop. */
    String sentence();

    /** The same in a few letters, such as {@code 1.2 %}; empty where nothing differs. */
    default String mark() {
        return switch (this) {
            case Equal _ -> "";
            case Apart apart -> Figures.share(apart.relative());
            case Places places -> places.different() + "/" + places.of();
            case Unlike _ -> "≠";
            case Moved _ -> "≠";
        };
    }

    /** A cosine with digits where they matter: what is nearly 1 is told by how far it is from it. */
    static String cosine(double cosine) {
        return cosine > 0.9995 && cosine < 1 ? "1 − " + Figures.number(1 - cosine) : Figures.number(cosine);
    }

    /** Whether nothing differs. */
    default boolean isEqual() {
        return this instanceof Equal;
    }

    @Override
    default int compareTo(Deviation other) {
        return Double.compare(size(), other.size());
    }

    /** How far {@code now} is from {@code before}. Reads every value, so not for the window's own thread. */
    static Deviation between(Tensor before, Tensor now) {
        if (before == now || before.equals(now)) {
            return new Equal();
        }
        if (!before.type().equals(now.type())) {
            return new Unlike(before.type(), now.type());
        }
        if (before.element() == ElementType.STRING) {
            return places(before.strings(), now.strings());
        }
        Optional<Numbers> first = Numbers.of(before);
        Optional<Numbers> second = Numbers.of(now);
        return first.isPresent() && second.isPresent() ? apart(first.get(), second.get()) : new Places(1, 1);
    }

    private static Deviation places(List<String> before, List<String> now) {
        long different = 0;
        for (int i = 0; i < before.size(); i++) {
            different += before.get(i).equals(now.get(i)) ? 0 : 1;
        }
        return new Places(different, before.size());
    }

    private static Deviation apart(Numbers before, Numbers now) {
        double largest = 0;
        double scale = 0;
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < before.size(); i++) {
            double a = before.at(i);
            double b = now.at(i);
            largest = Math.max(largest, difference(a, b));
            scale = Double.isFinite(a) ? Math.max(scale, Math.abs(a)) : scale;
            product += a * b;
            squares += a * a;
            otherSquares += b * b;
        }
        double cosine = product / Math.sqrt(squares * otherSquares);
        return new Apart(largest, largest == 0 ? 0 : largest / scale, Math.clamp(cosine, -1, 1));
    }

    /** Two that are no number are alike, and so are two of the same infinity. */
    private static double difference(double a, double b) {
        if (Double.compare(a, b) == 0) {
            return 0;
        }
        return Double.isFinite(a) && Double.isFinite(b) ? Math.abs(a - b) : Double.POSITIVE_INFINITY;
    }
}
