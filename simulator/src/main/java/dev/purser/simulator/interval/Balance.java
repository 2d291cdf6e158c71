package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How evenly requests that are followed lie on the ready replicas, looked at again and again. What a balancer does is
 * not known here: it is seen, from the last moment on at which they lay too unevenly.
 */
final class Balance {
    private static final long LONG_ENOUGH_NANOS = 15 * Nanos.SECOND;

    private final ReplicaSet replicas;
    private long sinceNanos;
    private long sinceAttempts;
    private double variance;

    Balance(ReplicaSet replicas) {
        this.replicas = replicas;
    }

    /** Nothing has been seen yet. */
    void restart(long nowNanos) {
        sinceNanos = nowNanos;
        sinceAttempts = replicas.attempts();
        variance = 0;
    }

    /** Looks at them now; uneven is more than {@code mostDeviation} of the mean. */
    void look(long nowNanos, double mostDeviation) {
        SummaryStatistics outstanding = new SummaryStatistics();
        for (Replica replica : replicas.replicas()) {
            if (replica.state() == Replica.State.READY) {
                outstanding.addValue(replica.outstanding());
            }
        }
        if (outstanding.getN() == 0 || outstanding.getStandardDeviation() > mostDeviation * outstanding.getMean()) {
            restart(nowNanos);
        } else {
            variance = Math.max(variance, outstanding.getVariance());
        }
    }

    /** Whether it has been even for long. */
    boolean isEven(long nowNanos) {
        return nowNanos - sinceNanos >= LONG_ENOUGH_NANOS;
    }

    /** The largest variance of the requests at a replica that was seen. */
    double variance() {
        return variance;
    }

    /**
     * By how much it grows with each request at a replica, if it grows at all: all of it came since it was even. A balancer
     * that looks at the queues keeps it bounded, and one that draws lots lets it grow.
     */
    double variancePerRequest() {
        double ofEach = (double) (replicas.attempts() - sinceAttempts) / Math.max(1, replicas.readyIn(pool()));
        return variance / Math.max(1, ofEach);
    }

    private String pool() {
        return replicas.spec().pools().get(0);
    }
}
