package dev.purser.simulator.serving;

import org.jspecify.annotations.Nullable;

/**
 * One replica's part of a {@link SharedWork}: what was shared out while it was ready, and what it has done by itself since
 * it is not ready any more.
 */
final class WorkShare {
    private final SharedWork shared;
    private Work before = Work.NONE;
    private @Nullable Work atReady;
    private @Nullable Work ownAtLeave;

    WorkShare(SharedWork shared) {
        this.shared = shared;
    }

    long drainNanos() {
        return shared.drainNanos();
    }

    void join() {
        atReady = shared.each();
    }

    /** It is not ready any more; {@code own} is what it has done by itself so far. */
    void leave(Work own) {
        before = work(own);
        atReady = null;
        ownAtLeave = own;
    }

    /** What it has done, where {@code own} is what it has done by itself. */
    Work work(Work own) {
        if (ownAtLeave != null) {
            return before.plus(own.since(ownAtLeave));
        }
        return atReady == null ? before : before.plus(shared.each().since(atReady));
    }

    /** The part of {@code own} that it has to share out. */
    Work toShare(Work own) {
        return ownAtLeave == null ? own : ownAtLeave;
    }
}
