package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;

/**
 * A metric as the monitoring system delivers it: late, averaged and in steps.
 *
 * @param kind what is measured
 * @param windowNanos length of time each sample averages over
 * @param resolutionNanos time between two samples
 * @param lagNanos time from the end of a sample's window to the moment scalers can see it
 */
public record MetricSpec(MetricKind kind, long windowNanos, long resolutionNanos, long lagNanos) {
    public MetricSpec {
        Check.positive(windowNanos, "metric window");
        Check.positive(resolutionNanos, "metric resolution");
        Check.atLeast(lagNanos, 0, "metric lag");
    }
}
