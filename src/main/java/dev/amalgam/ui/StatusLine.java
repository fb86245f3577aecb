package dev.amalgam.ui;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.LiveState.Phase;
import dev.amalgam.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the bars above and below say, in words. */
final class StatusLine {
    private StatusLine() {}

    static String problems(List<Problem> problems) {
        return switch (problems.size()) {
            case 0 -> Texts.get("problems.none");
            case 1 -> Texts.get("problems.one");
            default -> Texts.get("problems.many", problems.size());
        };
    }

    /** @param at when this program last saved it, if it did */
    static String saved(Document.State state, Optional<Instant> at, Instant now) {
        if (state.saved().isEmpty()) {
            return Texts.get("status.never-saved");
        }
        if (state.isModified()) {
            return Texts.get("status.unsaved");
        }
        return at.map(then -> Duration.between(then, now).toSeconds())
                .map(ago ->
                        ago < 5 ? Texts.get("status.saved.now") : Texts.get("status.saved.ago", Figures.duration(ago)))
                .orElse(Texts.get("status.saved"));
    }

    static String worker(LiveState live) {
        if (live.workerBytes() > 0) {
            return Texts.get("status.worker", Figures.bytes(live.workerBytes()));
        }
        return Texts.get(live.phase() == Phase.STARTING ? "status.worker.starting" : "status.worker.none");
    }

    /** Whether it ships as shown; nothing where there is nothing to ship yet. */
    static String exports(Document.State state) {
        if (state.graph().nodes().isEmpty()) {
            return "";
        }
        long errors = state.problems().stream().filter(Problem::isError).count();
        return errors == 0
                ? Texts.get("status.exports")
                : Texts.get(
                        "status.exports.not",
                        errors == 1 ? Texts.get("problems.one") : Texts.get("problems.many", errors));
    }

    static String run(LiveState live) {
        return switch (live.phase()) {
            case STARTING -> Texts.get("state.starting");
            case RUNNING -> Texts.get("state.running");
            case STOPPING -> Texts.get("state.stopping");
            case STOPPED -> Texts.get("state.stopped");
            case PAUSED -> Texts.get("state.paused");
            case FAILED -> Texts.get("state.failed");
            case PARTLY -> Texts.get("state.partly");
            case DONE ->
                live.milliseconds().orElse(0) > 0
                        ? Texts.get(
                                "state.live",
                                Figures.milliseconds(live.milliseconds().getAsDouble()))
                        : Texts.get("state.live.plain");
        };
    }

    /** The style class that gives the run state its colour. */
    static String tone(Phase phase) {
        return switch (phase) {
            case STARTING, RUNNING, STOPPING, STOPPED, PAUSED, PARTLY -> "busy";
            case DONE -> "fine";
            case FAILED -> "failed";
        };
    }
}
