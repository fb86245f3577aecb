package dev.amalgam.desk.play;

import java.util.OptionalDouble;

/**
 * How far a player has come.
 *
 * @param phase what it is doing
 * @param done how many frames have their results
 * @param failed how many have none
 * @param repeated how many were run again, because an edit or the end of the worker came in between
 * @param framesPerSecond how many are done in a second now; empty where it does not play, or has only begun
 * @param message why it does not go on or why the last frame failed that did; one sentence, or empty
 */
public record PlayState(
        Phase phase, long done, long failed, long repeated, OptionalDouble framesPerSecond, String message) {
    /** Nothing was played yet. */
    public static final PlayState STOPPED = new PlayState(Phase.STOPPED, 0, 0, 0, OptionalDouble.empty(), "");

    /** What a player is doing. */
    public enum Phase {
        /** Nothing. */
        STOPPED,
        /** It waits for the model, or for the frame that is under way to end. */
        STARTING,
        /** Frames are run. */
        PLAYING,
        /** It goes on where it is when asked. */
        PAUSED,
        /** Something keeps frames from running; it goes on by itself when that is changed. */
        BLOCKED
    }

    /** Whether frames are run, or would be if they could. */
    public boolean isOn() {
        return switch (phase) {
            case STARTING, PLAYING, BLOCKED -> true;
            case STOPPED, PAUSED -> false;
        };
    }

    PlayState in(Phase other, String why) {
        return new PlayState(other, done, failed, repeated, OptionalDouble.empty(), why);
    }
}
