package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * How many requests each batch holds when Poisson requests come to one model instance: those that came in during the batch
 * before, and company for whoever waits for it. Gaps between batches are left out.
 */
final class Course {
    private final double perNano;
    private final int most;
    private final long longestWaitNanos;
    private final UniformRandomProvider random;
    private long waiting;

    /**
     * @param perSecond requests that come to the instance
     * @param most requests in a batch
     * @param longestWaitNanos that a request waits for company
     */
    Course(double perSecond, int most, long longestWaitNanos, UniformRandomProvider random) {
        this.perNano = Check.positive(perSecond, "requests per second") / Nanos.SECOND;
        this.most = Check.positive(most, "requests in a batch");
        this.longestWaitNanos = longestWaitNanos;
        this.random = random;
    }

    /** Of the load at an instance of a server with {@code settings}. */
    static Course of(LiveSettings settings, double perSecond, UniformRandomProvider random) {
        return new Course(
                perSecond / settings.modelInstances(),
                settings.largestInRequests(),
                settings.batching().longestWaitNanos(),
                random);
    }

    /** Requests in the next batch, after one that took {@code nanos}; at the start, 0. */
    int next(long nanos) {
        waiting += arriveIn(nanos);
        long unusedWait = longestWaitNanos;
        if (waiting == 0) {
            waiting = 1;
        } else {
            unusedWait = Math.max(0, longestWaitNanos - nanos);
        }
        if (waiting < most) {
            waiting += arriveIn(unusedWait);
        }
        int batch = (int) Math.min(most, waiting);
        waiting -= batch;
        return batch;
    }

    private long arriveIn(long nanos) {
        double mean = perNano * nanos;
        return mean == 0 ? 0 : PoissonSampler.of(random, mean).sample();
    }
}
