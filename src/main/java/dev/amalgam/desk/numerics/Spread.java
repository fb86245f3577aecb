package dev.amalgam.desk.numerics;

/**
 * What one look at every number tells.
 *
 * @param strange how many are not a number
 * @param infinite how many are infinite
 * @param least of the others
 * @param most of the others
 */
record Spread(int strange, int infinite, double least, double most) {
    static Spread of(Numbers numbers) {
        int strange = 0;
        int infinite = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < numbers.size(); i++) {
            double value = numbers.at(i);
            if (Double.isNaN(value)) {
                strange++;
            } else if (Double.isInfinite(value)) {
                infinite++;
            } else {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new Spread(strange, infinite, least, most);
    }

    boolean isFinite() {
        return strange + infinite == 0;
    }
}
