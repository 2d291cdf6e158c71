package dev.purser.simulator.experiment;

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
        double objectiveShare) {}
