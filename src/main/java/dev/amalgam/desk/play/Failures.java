package dev.amalgam.desk.play;

import dev.amalgam.run.engine.RunReport;
import java.util.Set;

/** Frames that failed one after the other: when they are too many, it is not the frames. Written by one thread. */
final class Failures {
    private static final int MOST = 32;

    /** Of those that cost a process or a minute each. */
    private static final int MOST_GRAVE = 3;

    private static final Set<String> GRAVE = Set.of("crashed", "timed-out", "out-of-memory");

    private int row;
    private int graveInRow;
    private volatile String last = "";

    void add(RunReport report) {
        row++;
        report.problems().stream().findFirst().ifPresent(problem -> {
            last = Player.sentences(problem);
            graveInRow = GRAVE.contains(problem.code()) ? graveInRow + 1 : 0;
        });
    }

    void none() {
        row = 0;
        graveInRow = 0;
    }

    /** Why the last of all failed, or an empty text. */
    String last() {
        return last;
    }

    boolean areFew() {
        return row < MOST && graveInRow < MOST_GRAVE;
    }
}
