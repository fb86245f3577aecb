package dev.amalgam.desk.values;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Vectors as points of the plane in which they vary most: their two first principal components (Pearson 1901), from the inner
 * products of the centred vectors, of which there are far fewer than dimensions. The same vectors give the same points: each
 * axis points to where its point farthest out is positive.
 *
 * @param points for each vector x and y, in their order
 * @param explained the share of the variance that the plane shows, from 0 to 1
 */
public record Projection(List<Point> points, double explained) {
    /** Below this share of the first variance an axis is nothing but rounding. */
    private static final double NOTHING = 1e-9;

    /** A place in the plane. */
    public record Point(double x, double y) {}

    public Projection {
        points = List.copyOf(points);
    }

    /** Projects vectors of one length. Takes some tens of milliseconds for 256 of them. */
    public static Projection of(List<float[]> vectors) {
        if (vectors.size() < 2) {
            return new Projection(vectors.stream().map(_ -> new Point(0, 0)).toList(), 1);
        }
        EigenDecomposition found = new EigenDecomposition(new Array2DRowRealMatrix(products(centred(vectors)), false));
        double[] variances = found.getRealEigenvalues();
        double first = Math.max(0, variances[0]);
        double all = 0;
        for (double variance : variances) {
            all += Math.max(0, variance);
        }
        double[] x = axis(found, 0, first);
        double[] y = axis(found, 1, first);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        return new Projection(points, all == 0 ? 1 : (first + Math.max(0, variances[1])) / all);
    }

    private static double[][] centred(List<float[]> vectors) {
        int columns = vectors.getFirst().length;
        double[] mean = new double[columns];
        for (float[] vector : vectors) {
            for (int i = 0; i < columns; i++) {
                mean[i] += (double) vector[i] / vectors.size();
            }
        }
        double[][] centred = new double[vectors.size()][columns];
        for (int row = 0; row < centred.length; row++) {
            for (int i = 0; i < columns; i++) {
                centred[row][i] = vectors.get(row)[i] - mean[i];
            }
        }
        return centred;
    }

    private static double[][] products(double[][] rows) {
        double[][] products = new double[rows.length][rows.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = a; b < rows.length; b++) {
                double sum = 0;
                for (int i = 0; i < rows[a].length; i++) {
                    sum += rows[a][i] * rows[b][i];
                }
                products[a][b] = sum;
                products[b][a] = sum;
            }
        }
        return products;
    }

    /** Where the vectors lie on an axis: its eigenvector, as long as the standard deviation is. */
    private static double[] axis(EigenDecomposition found, int number, double first) {
        double variance = found.getRealEigenvalue(number);
        double[] axis = found.getEigenvector(number).toArray();
        double length = variance <= first * NOTHING ? 0 : Math.sqrt(variance);
        double farthest = 0;
        for (double place : axis) {
            farthest = Math.abs(place) > Math.abs(farthest) ? place : farthest;
        }
        for (int i = 0; i < axis.length; i++) {
            axis[i] = length == 0 ? 0 : axis[i] * length * Math.signum(farthest);
        }
        return axis;
    }
}
