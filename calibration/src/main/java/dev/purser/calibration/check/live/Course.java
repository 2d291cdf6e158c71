package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Check;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * How many requests each batch holds when Poisson requests come to one model instance: those that came in during the batch
 * before, and company for whoever waits for it. Gaps between batches are left out.
 */
final class Course {
    private final double[] perNano;
    private final int most;
    private final long longestWaitNanos;
    private final UniformRandomProvider random;
    private long waiting;

    /**
     * @param perSecond requests that come to the instance in the mean of the course
     * @param shape relative rate in each of equally long parts of the course, not all 0
     * @param most requests in a batch
     * @param longestWaitNanos that a request waits for company
     */
    Course(double perSecond, List<Double> shape, int most, long longestWaitNanos, UniformRandomProvider random) {
        this.perNano = SendTimes.perNano(perSecond, shape);
        this.most = Check.positive(most, "requests in a batch");
        this.longestWaitNanos = longestWaitNanos;
        this.random = random;
    }

    /**
     * Of a load on a server with {@code settings}, which rises and falls as there, only faster. It is as if instances took
     * turns: with several of them that is near the truth where they are busy.
     */
    static Course of(LiveSettings settings, double perSecond, UniformRandomProvider random) {
        return new Course(
                perSecond / settings.modelInstances(),
                settings.shape(),
                settings.largestInRequests(),
                settings.batching().longestWaitNanos(),
                random);
    }

    /**
     * Requests in the next batch.
     *
     * @param done share of the course's time that is over, at least 0; after the end, its last part goes on
     * @param nanos that the batch before took; at the start, 0
     */
    int next(double done, long nanos) {
        double rate = perNano[(int) Math.min(perNano.length - 1, done * perNano.length)];
        long arrived = drawn(rate * nanos);
        double waitedNanos = waiting > 0 ? nanos : firstWaitedNanos(arrived, nanos);
        waiting = Math.max(1, waiting + arrived);
        double leftToWaitNanos = Math.max(0, longestWaitNanos - waitedNanos);
        if (waiting < most) {
            waiting = Math.min(most, waiting + drawn(rate * leftToWaitNanos));
        }
        int batch = (int) Math.min(most, waiting);
        waiting -= batch;
        return batch;
    }

    /**
     * How long the first of {@code arrived} requests has waited that came at any moments of the last {@code nanos}: as the
     * largest of so many uniform numbers. Those that were left over have waited all that time at least.
     */
    private double firstWaitedNanos(long arrived, long nanos) {
        return arrived == 0 ? 0 : nanos * Math.pow(random.nextDouble(), 1.0 / arrived);
    }

    private long drawn(double mean) {
        return mean == 0 ? 0 : PoissonSampler.of(random, mean).sample();
    }
}
