package dev.amalgam.desk.values;

import java.util.Random;

/**
 * The two eigenvectors with the largest eigenvalues of a symmetric matrix that has no negative ones, by simultaneous iteration
 * (Bauer 1957): two vectors are multiplied with the matrix and made orthogonal again until they stay what they are. That is
 * far less work than to find all of them, and cannot fail where some of them are equal.
 */
@SuppressWarnings("ArrayRecordComponent") // handed to nobody but who asked for it
record PrincipalAxes(double[] first, double firstVariance, double[] second, double secondVariance) {
    private static final int MOST_STEPS = 400;
    private static final double STILL = 1e-13;

    static PrincipalAxes of(double[][] matrix) {
        int size = matrix.length;
        // Any vectors that are not orthogonal to the ones looked for; always the same, so that the result is.
        Random random = new Random(1);
        double[] a = random.doubles(size, -1, 1).toArray();
        double[] b = random.doubles(size, -1, 1).toArray();
        normalise(a);
        separate(b, a);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] nextA = times(matrix, a);
            double[] nextB = times(matrix, b);
            normalise(nextA);
            separate(nextB, nextA);
            boolean still = 1 - Math.abs(dot(a, nextA)) < STILL && 1 - Math.abs(dot(b, nextB)) < STILL;
            a = nextA;
            b = nextB;
            if (still) {
                break;
            }
        }
        return turned(matrix, a, b);
    }

    /** Within the plane of both, turned to where one has all that it can have of the variance (Rayleigh–Ritz). */
    private static PrincipalAxes turned(double[][] matrix, double[] a, double[] b) {
        double[] timesA = times(matrix, a);
        double aa = dot(a, timesA);
        double ab = dot(b, timesA);
        double bb = dot(b, times(matrix, b));
        double angle = Math.atan2(2 * ab, aa - bb) / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] first = new double[a.length];
        double[] second = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            first[i] = cos * a[i] + sin * b[i];
            second[i] = cos * b[i] - sin * a[i];
        }
        double large = cos * cos * aa + 2 * cos * sin * ab + sin * sin * bb;
        return new PrincipalAxes(first, Math.max(0, large), second, Math.max(0, aa + bb - large));
    }

    private static void separate(double[] vector, double[] from) {
        normalise(vector);
        double along = dot(vector, from);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= along * from[i];
        }
        normalise(vector);
    }

    private static void normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }
}
