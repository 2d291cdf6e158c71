package dev.purser.simulator.surface;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;

/**
 * A share of requests, estimated from windows (ratio estimator). Where the number of requests expected in a window is
 * known, the share does not depend on how many came: under overload the answered are as many whatever came.
 *
 * @param share the share
 * @param halfWidth half-width of its 95 % confidence interval
 */
record ShareEstimate(double share, double halfWidth) {

    static ShareEstimate of(double[] part, double[] whole) {
        return of(part, whole, whole, Double.NaN);
    }

    /** {@code expected} of {@code requests} in each window; NaN where that is not known. */
    static ShareEstimate of(double[] part, double[] whole, double[] requests, double expected) {
        double mean = new Mean().evaluate(whole);
        double share = new Mean().evaluate(part) / mean;
        double[] rest = new double[part.length];
        Arrays.setAll(rest, i -> part[i] - share * whole[i]);
        Regression beyond = Regression.of(rest, requests, expected);
        double halfWidth = 2 * Math.sqrt(beyond.variance() / beyond.windows()) / mean;
        return new ShareEstimate(Math.min(1, Math.max(0, share + beyond.mean() / mean)), halfWidth);
    }
}
