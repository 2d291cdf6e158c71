package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;

/**
 * One replica, as an autoscaler sees it.
 *
 * @param phase where it is in its life
 * @param startNanos when it was placed on an instance; meaningless while pending
 * @param ready whether it takes requests
 * @param readyTransitionNanos when {@code ready} last changed; {@code startNanos} if it never did
 * @param requestMilliCores cores it asked for, in thousandths
 */
public record PodView(Phase phase, long startNanos, boolean ready, long readyTransitionNanos, int requestMilliCores) {
    public PodView {
        Check.positive(requestMilliCores, "cores of a pod (thousandths)");
    }

    /** Where a replica is in its life. */
    public enum Phase {
        /** No instance has room for it yet. */
        PENDING,
        /** Placed: loading, warming up or serving. */
        RUNNING,
        /** Lost with its instance. */
        FAILED,
        /** On its way out: it finishes what it has and takes nothing new. */
        DELETED
    }
}
