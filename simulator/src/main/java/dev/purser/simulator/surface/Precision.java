package dev.purser.simulator.surface;

import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.serving.LatencyQuantile;

/** When a micro-simulation knows enough: half-widths of 95 % confidence intervals. */
final class Precision {
    /** The quantiles that are watched. */
    static final double[] QUANTILES = {0.5, 0.95, 0.99};

    private static final double[] QUANTILE_HALF_WIDTHS = {0.01, 0.02, 0.03};
    private static final double UNANSWERED_HALF_WIDTH = 0.0005;
    private static final double THROUGHPUT_HALF_WIDTH = 0.003;
    private static final double BUSY_HALF_WIDTH = 0.01;
    private static final double SMALLEST_ELASTICITY = 0.25;

    private Precision() {}

    /** Whether quantile number {@code i} is known to its share of itself, when so much is known of its share. */
    static boolean isEnough(int i, ShareEstimate estimate, LatencyHistogram latency) {
        double halfWidth = Math.min(estimate.halfWidth(), (1 - QUANTILES[i]) / 2);
        LatencyQuantile[] ends = latency.quantiles(QUANTILES[i] - halfWidth, QUANTILES[i], QUANTILES[i] + halfWidth);
        if (estimate.halfWidth() > halfWidth) {
            return false;
        }
        return !ends[2].isNumber()
                || ends[2].nanos() - ends[0].nanos() <= 2 * QUANTILE_HALF_WIDTHS[i] * ends[1].nanos();
    }

    static boolean isEnough(ShareEstimate unanswered) {
        return unanswered.halfWidth() <= UNANSWERED_HALF_WIDTH;
    }

    static boolean isEnoughThroughput(Regression offered) {
        return offered.relativeHalfWidth() <= THROUGHPUT_HALF_WIDTH;
    }

    static boolean isEnough(Regression busy) {
        return busy.relativeHalfWidth() <= BUSY_HALF_WIDTH;
    }

    /**
     * Whether the time busy is known well enough for an autoscaler that looks at it: how many replicas it takes for a
     * target is as uncertain as the time busy, over its elasticity. Where batches grow with the load that is small.
     */
    static boolean isEnoughToScaleOn(Regression busy, double requests) {
        double elasticity = Double.isNaN(requests) ? 1 : busy.elasticity(requests);
        return busy.relativeHalfWidth() <= BUSY_HALF_WIDTH * Math.min(1, Math.max(SMALLEST_ELASTICITY, elasticity));
    }
}
