package dev.amalgam.ui.canvas;

import dev.amalgam.desk.NodeState.Status;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** The sign of a status, 8 pixels across: told by its shape; the colour, which follows the card's state, only repeats it. */
final class StatusMark extends SVGPath {
    static final double SIZE = 8;

    StatusMark() {
        setFillRule(FillRule.EVEN_ODD);
        getStyleClass().add("status");
    }

    void show(Status status) {
        setContent(outline(status));
    }

    private static String outline(Status status) {
        return switch (status) {
            case FRESH -> "M1 4a3 3 0 1 0 6 0a3 3 0 1 0-6 0z";
            case CACHED -> "M0.5 4a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z M2 4a2 2 0 1 0 4 0a2 2 0 1 0-4 0z";
            case WAITING -> "M0 3h2v2h-2z M3 3h2v2h-2z M6 3h2v2h-2z";
            case RUNNING -> "M1 0L8 4L1 8z";
            case STALE -> "M0 2L2 0L8 6L6 8z M5 0L8 3V0z M0 5L3 8H0z";
            case FAILED -> "M0 1.2L1.2 0L4 2.8L6.8 0L8 1.2L5.2 4L8 6.8L6.8 8L4 5.2L1.2 8L0 6.8L2.8 4z";
            case BLOCKED -> "M0 4a4 4 0 1 0 8 0a4 4 0 1 0-8 0z M1.6 3h4.8v2h-4.8z";
            case MUTED -> "M1 0h2v8h-2z M5 0h2v8h-2z";
        };
    }
}
