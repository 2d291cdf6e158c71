package dev.purser.simulator.scaling;

/**
 * One replica of a {@link ScalingTarget}, or several that are alike, with counters that only grow. The same object each
 * time it is listed.
 */
public interface Pod {

    /** How it looks now. */
    PodView view();

    /**
     * How many replicas it stands for now; 0 where there may be some again. All of them are as {@link #view()} says, and its counters are
     * those of one of them.
     */
    default int count() {
        return 1;
    }

    /**
     * Numerator of a metric's cumulative count: cores in use x time (nanoseconds), busy time, attempts, attempts in
     * flight x time, or time waited in the queue.
     */
    double cumulative(MetricKind kind);

    /** Denominator: for queue time the attempts started, for all others the time in nanoseconds. */
    double weight(MetricKind kind);
}
