package dev.amalgam.desk.play;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** How many frames were done in a second, over the last one and a bit. For one thread at a time. */
final class FrameRate {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Forgets what was before. */
    void start(long nanos, long done) {
        marks.clear();
        marks.add(new Mark(nanos, done));
    }

    /** The rate now, once there is a tenth of a second to judge by. */
    OptionalDouble at(long nanos, long done) {
        marks.add(new Mark(nanos, done));
        while (marks.size() > 2 && nanos - second().nanos() >= WINDOW) {
            marks.removeFirst();
        }
        long passed = nanos - marks.getFirst().nanos();
        return passed < WINDOW / 10
                ? OptionalDouble.empty()
                : OptionalDouble.of((done - marks.getFirst().done()) * 1e9 / passed);
    }

    private Mark second() {
        var each = marks.iterator();
        each.next();
        return each.next();
    }
}
