package dev.amalgam.desk.input;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on rows that do not depend on each other, on all cores. */
final class Rows {
    private Rows() {}

    static void each(int rows, IntConsumer work) {
        IntStream.range(0, rows).parallel().forEach(work);
    }
}
