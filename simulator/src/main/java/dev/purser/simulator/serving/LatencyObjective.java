package dev.purser.simulator.serving;

import dev.purser.simulator.units.Check;

/**
 * A promise to the user: this share of all requests is answered within this time.
 *
 * @param quantile share of the requests, such as 0.99
 * @param nanos the time
 */
public record LatencyObjective(double quantile, long nanos) {
    public LatencyObjective {
        Check.fraction(quantile, "quantile of the objective");
        Check.positive(nanos, "latency of the objective");
    }
}
