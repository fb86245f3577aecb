package dev.amalgam.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for the results of a workspace's present revision. */
record Settled(Supplier<Workspace> workspace) {
    /** The state once nothing more is under way. */
    LiveState settled() throws Exception {
        return await(LiveState::isSettled);
    }

    /** The first state of the present revision that is as wanted. */
    LiveState await(Predicate<LiveState> wanted) throws Exception {
        LiveSession live = workspace.get().live();
        CompletableFuture<LiveState> found = new CompletableFuture<>();
        try (Subscription _ = live.onChange(state -> complete(found, state, wanted))) {
            complete(found, live.state(), wanted);
            return found.get(120, TimeUnit.SECONDS);
        }
    }

    private void complete(CompletableFuture<LiveState> found, LiveState state, Predicate<LiveState> wanted) {
        if (state.revision() == workspace.get().document().state().revision().number() && wanted.test(state)) {
            found.complete(state);
        }
    }
}
