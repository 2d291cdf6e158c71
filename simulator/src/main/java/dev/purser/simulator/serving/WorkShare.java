package dev.purser.simulator.serving;

import org.jspecify.annotations.Nullable;

/** One replica's part of a {@link SharedWork}: what was shared out while it was ready. */
final class WorkShare {
    private final SharedWork shared;
    private Work before = Work.NONE;
    private @Nullable Work atReady;

    WorkShare(SharedWork shared) {
        this.shared = shared;
    }

    long drainNanos() {
        return shared.drainNanos();
    }

    void join() {
        atReady = shared.each();
    }

    void leave() {
        before = work();
        atReady = null;
    }

    Work work() {
        return atReady == null ? before : before.plus(shared.each().since(atReady));
    }
}
