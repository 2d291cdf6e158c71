package dev.purser.simulator.surface;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * How long a group remembers. Means of the number of requests in flight over windows of length w, much longer than the
 * memory, have the variance {@code 2 sigma^2 tau / w}, with sigma^2 the variance at a moment and tau the integrated
 * autocorrelation time (of an M/M/1 queue {@code (1 + rho) / (mu (1 - rho)^2)}).
 */
final class InFlight {
    private final SummaryStatistics moments = new SummaryStatistics();

    /** So many are in flight at a moment. */
    void sample(long count) {
        moments.addValue(count);
    }

    /** tau in nanoseconds; 0 where the number never changes. */
    double relaxationNanos(double[] windowMeans, long windowNanos) {
        double variance = moments.getVariance();
        return variance == 0 ? 0 : new Variance().evaluate(windowMeans) * windowNanos / (2 * variance);
    }
}
