package dev.amalgam.desk.values;

import java.util.ArrayList;
import java.util.List;

/**
 * Vectors as points of the plane in which they vary most: their two first principal components (Pearson 1901), from the inner
 * products of the centred vectors, of which there are far fewer than dimensions. The same vectors give the same points: each
 * axis points to where its point farthest out is positive.
 *
 * @param points for each vector x and y, in their order
 * @param explained the share of the variance that the plane shows, from 0 to 1
 */
public record Projection(List<Point> points, double explained) {
    /** Below this share of the variance an axis is nothing but rounding. */
    private static final double NOTHING = 1e-9;

    /** A place in the plane. */
    public record Point(double x, double y) {}

    public Projection {
        points = List.copyOf(points);
    }

    /** Projects vectors of one length. Takes some tens of milliseconds for 256 of them. */
    public static Projection of(List<float[]> vectors) {
        double[][] products = products(centred(vectors));
        double all = 0;
        for (int i = 0; i < products.length; i++) {
            all += products[i][i];
        }
        PrincipalAxes found = PrincipalAxes.of(products);
        double[] x = coordinates(found.first(), found.firstVariance(), all);
        double[] y = coordinates(found.second(), found.secondVariance(), all);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        double shown = found.firstVariance() + found.secondVariance();
        return new Projection(points, all == 0 ? 1 : Math.min(1, shown / all));
    }

    private static double[][] centred(List<float[]> vectors) {
        int columns = vectors.isEmpty() ? 0 : vectors.getFirst().length;
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

    /** Where the vectors lie on an axis: its eigenvector, as long as the deviation along it is. */
    private static double[] coordinates(double[] axis, double variance, double all) {
        double length = variance <= all * NOTHING ? 0 : Math.sqrt(variance);
        double farthest = 0;
        for (double place : axis) {
            farthest = Math.abs(place) > Math.abs(farthest) ? place : farthest;
        }
        double[] coordinates = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            // Not −0 where the axis is nothing.
            coordinates[i] = length == 0 ? 0 : axis[i] * length * Math.signum(farthest);
        }
        return coordinates;
    }
}
