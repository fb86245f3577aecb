package dev.amalgam.desk.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.desk.values.Projection.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    /** Points of a plane in 50 dimensions: in the plane of the two first components they are as far apart as they were. */
    @Test
    void aPlaneIsShownAsItIs() {
        Random random = new Random(3);
        double[][] axes = orthogonal(random, 50);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double a = random.nextGaussian() * 5;
            double b = random.nextGaussian();
            float[] vector = new float[50];
            for (int d = 0; d < 50; d++) {
                vector[d] = (float) (a * axes[0][d] + b * axes[1][d] + 7);
            }
            vectors.add(vector);
        }
        Projection shown = Projection.of(vectors);
        assertThat(shown.explained()).isCloseTo(1, within(1e-6));
        for (int i = 1; i < vectors.size(); i++) {
            Point p = shown.points().get(i);
            Point q = shown.points().get(0);
            assertThat(Math.hypot(p.x() - q.x(), p.y() - q.y()))
                    .isCloseTo(distance(vectors.get(i), vectors.get(0)), within(1e-4));
        }
    }

    private static double[][] orthogonal(Random random, int size) {
        double[][] axes = new double[2][size];
        for (int d = 0; d < size; d++) {
            axes[d % 2][d] = random.nextGaussian();
        }
        for (double[] axis : axes) {
            double length =
                    Math.sqrt(java.util.Arrays.stream(axis).map(it -> it * it).sum());
            for (int d = 0; d < size; d++) {
                axis[d] /= length;
            }
        }
        return axes;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theFirstAxisIsTheOneOfTheMostVariance() {
        Projection shown =
                Projection.of(List.of(new float[] {0, -10, 0}, new float[] {1, 0, 0}, new float[] {0, 11, 0}));
        assertThat(shown.points().get(2).x()).isGreaterThan(9);
        assertThat(Math.abs(shown.points().get(2).y())).isLessThan(1);
    }

    @Test
    void theSameVectorsGiveTheSamePoints() {
        Random random = new Random(5);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] vector = new float[64];
            for (int d = 0; d < vector.length; d++) {
                vector[d] = random.nextFloat();
            }
            vectors.add(vector);
        }
        assertThat(Projection.of(vectors)).isEqualTo(Projection.of(vectors));
        Projection shown = Projection.of(vectors);
        assertThat(shown.explained()).isBetween(0.01, 0.5);
        assertThat(farthest(shown, true)).isPositive();
        assertThat(farthest(shown, false)).isPositive();
    }

    private static double farthest(Projection shown, boolean across) {
        double farthest = 0;
        for (Point point : shown.points()) {
            double place = across ? point.x() : point.y();
            farthest = Math.abs(place) > Math.abs(farthest) ? place : farthest;
        }
        return farthest;
    }

    @Test
    void equalVectorsAreOnePoint() {
        Projection shown = Projection.of(List.of(new float[] {1, 2}, new float[] {1, 2}, new float[] {1, 2}));
        assertThat(shown.points()).containsOnly(new Point(0, 0));
        assertThat(Projection.of(List.of(new float[] {1, 2})).points()).containsExactly(new Point(0, 0));
        assertThat(Projection.of(List.of()).points()).isEmpty();
    }
}
