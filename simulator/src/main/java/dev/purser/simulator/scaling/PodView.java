package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;

/**
 * One replica, or several that are alike, as an autoscaler sees it: an entry of {@code count} replicas means just what
 * that many equal entries would.
 *
 * @param phase where it is in its life
 * @param startNanos when it was placed on an instance; meaningless while pending
 * @param ready whether it takes requests
 * @param readyTransitionNanos when {@code ready} last changed; {@code startNanos} if it never did
 * @param requestMilliCores cores each of them asked for, in thousandths
 * @param count how many replicas it stands for; with 0 it means nothing
 */
public record PodView(
        Phase phase, long startNanos, boolean ready, long readyTransitionNanos, int requestMilliCores, int count) {
    public PodView {
        Check.positive(requestMilliCores, "cores of a pod (thousandths)");
        Check.atLeast(count, 0, "replicas a pod stands for");
    }

    /** A single replica. */
    public PodView(Phase phase, long startNanos, boolean ready, long readyTransitionNanos, int requestMilliCores) {
        this(phase, startNanos, ready, readyTransitionNanos, requestMilliCores, 1);
    }

    /** The same for {@code replicas} of them. */
    public PodView times(int replicas) {
        return new PodView(phase, startNanos, ready, readyTransitionNanos, requestMilliCores, replicas);
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
