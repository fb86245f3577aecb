package dev.amalgam.run.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.jspecify.annotations.Nullable;

/** Lets the reading thread stop what the running thread does. The runtime looks at the mark between two operators. */
final class Stopper {
    private int stopped;
    private int running;
    private OrtSession.@Nullable RunOptions active;

    synchronized void stop(int request) {
        stopped = request;
        try {
            // A stop that comes late must not hit the request after the one that it was meant for.
            if (active != null && running == request) {
                active.setTerminate(true);
            }
        } catch (OrtException e) {
            System.err.println("Cannot stop: " + e.getMessage());
        }
    }

    synchronized boolean isStopped(int request) {
        return stopped == request;
    }

    /** Says what runs from now on. */
    synchronized void enter(OrtSession.RunOptions options, int request) throws OrtException {
        active = options;
        running = request;
        options.setTerminate(stopped == request);
    }

    synchronized void leave() {
        active = null;
    }
}
