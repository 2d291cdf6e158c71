package dev.purser.simulator.serving;

import dev.purser.simulator.scaling.MetricKind;

/**
 * Counters of a replica, or of several together.
 *
 * @param busyNanos time in which a batch ran
 * @param attempts attempts offered, those refused included
 * @param outstandingNanos integral over time of the attempts waiting or in service; in floating point, because a long
 *     queue would overflow
 * @param waitedNanos time that started attempts had waited
 * @param started attempts started
 */
public record Work(double busyNanos, double attempts, double outstandingNanos, double waitedNanos, double started) {
    /** Nothing. */
    public static final Work NONE = new Work(0, 0, 0, 0, 0);

    /** Both together. */
    public Work plus(Work other) {
        return new Work(
                busyNanos + other.busyNanos,
                attempts + other.attempts,
                outstandingNanos + other.outstandingNanos,
                waitedNanos + other.waitedNanos,
                started + other.started);
    }

    /** {@code factor} times this. */
    public Work times(double factor) {
        return new Work(
                busyNanos * factor,
                attempts * factor,
                outstandingNanos * factor,
                waitedNanos * factor,
                started * factor);
    }

    /** What came on top of {@code earlier}. */
    public Work since(Work earlier) {
        return plus(earlier.times(-1));
    }

    /** Numerator of a metric's cumulative count; {@code hostMilliCores} are busy while a batch runs. */
    double cumulative(MetricKind kind, int hostMilliCores) {
        return switch (kind) {
            case CPU -> busyNanos * (hostMilliCores / 1000.0);
            case ACCELERATOR -> busyNanos;
            case REQUESTS -> attempts;
            case CONCURRENCY -> outstandingNanos;
            case QUEUE_TIME -> waitedNanos;
        };
    }
}
