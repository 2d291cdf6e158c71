package dev.purser.simulator.experiment;

import dev.purser.simulator.serving.LatencyMixture;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;

/**
 * A pipeline (end to end) or service over the whole run, after warm-up.
 *
 * @param scope pipeline or service
 * @param name which one
 * @param outcomes counts after warm-up
 * @param meanNanos mean latency of the answered requests
 * @param objectiveShare share of the ended requests answered within the objective; NaN without one
 */
public record LatencySummary(
        IntervalRow.Scope scope,
        String name,
        Outcomes outcomes,
        double meanNanos,
        LatencyQuantile p50,
        LatencyQuantile p90,
        LatencyQuantile p95,
        LatencyQuantile p99,
        LatencyQuantile p999,
        double objectiveShare) {

    static LatencySummary of(
            IntervalRow.Scope scope, String name, Outcomes outcomes, LatencyMixture latency, double objectiveShare) {
        LatencyQuantile[] quantiles = latency.quantiles(0.5, 0.9, 0.95, 0.99, 0.999);
        return new LatencySummary(
                scope,
                name,
                outcomes,
                latency.meanNanos(),
                quantiles[0],
                quantiles[1],
                quantiles[2],
                quantiles[3],
                quantiles[4],
                objectiveShare);
    }
}
