package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Outcomes and latency of pipelines or services in {@code result.json}; both leave the warm-up out. */
final class ServiceSummary {
    private static final int MILLI_PLACES = 3;
    private static final int SHARE_PLACES = 9;

    private ServiceSummary() {}

    /** All of one scope, by name, in the order of the result. */
    static Map<String, Object> of(RunResult result, Scope scope) {
        Map<String, Object> all = new LinkedHashMap<>();
        result.summaries().stream()
                .filter(summary -> summary.scope() == scope)
                .forEach(summary -> all.put(summary.name(), one(summary, objective(summary, result.scenario()))));
        return all;
    }

    private static Map<String, Object> one(LatencySummary summary, Optional<LatencyObjective> objective) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("requests", outcomes(summary.outcomes()));
        entry.put("latency_ms", latency(summary));
        objective.ifPresent(promise -> entry.put("objective", kept(summary, promise)));
        return entry;
    }

    private static Map<String, Object> outcomes(Outcomes outcomes) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("offered", outcomes.offered());
        counts.put("full", outcomes.full());
        counts.put("cached", outcomes.cached());
        counts.put("fallback", outcomes.fallback());
        counts.put("rejected", outcomes.rejected());
        counts.put("timed_out", outcomes.timedOut());
        counts.put("in_flight_at_end", outcomes.inFlight());
        counts.put("failed_share", Figures.rounded(outcomes.failedShare(), SHARE_PLACES));
        return counts;
    }

    private static Map<String, Object> latency(LatencySummary summary) {
        Map<String, Object> latency = new LinkedHashMap<>();
        latency.put("mean_of_answered", milliseconds(summary.meanNanos()));
        latency.put("p50", value(summary.p50()));
        latency.put("p90", value(summary.p90()));
        latency.put("p95", value(summary.p95()));
        latency.put("p99", value(summary.p99()));
        latency.put("p99_9", value(summary.p999()));
        return latency;
    }

    private static BigDecimal milliseconds(double nanos) {
        return Double.isFinite(nanos) ? Figures.rounded(nanos / 1e6, MILLI_PLACES) : null;
    }

    /** A number, {@code "missed"}, or null where there was no request. */
    private static Object value(LatencyQuantile quantile) {
        if (quantile.isNumber()) {
            return Figures.millis(quantile.nanos());
        }
        return quantile.equals(LatencyQuantile.MISSED) ? "missed" : null;
    }

    private static Map<String, Object> kept(LatencySummary summary, LatencyObjective objective) {
        double share = summary.objectiveShare();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("quantile", Figures.plain(Figures.rounded(objective.quantile(), SHARE_PLACES)));
        entry.put("latency_ms", Figures.plain(Figures.millis(objective.nanos())));
        entry.put("share_within", Double.isNaN(share) ? null : Figures.rounded(share, SHARE_PLACES));
        entry.put("kept", Double.isNaN(share) ? null : share >= objective.quantile());
        return entry;
    }

    private static Optional<LatencyObjective> objective(LatencySummary summary, ScenarioSpec scenario) {
        return scenario.pipelines().stream()
                .filter(pipeline -> summary.scope() == Scope.PIPELINE)
                .filter(pipeline -> pipeline.name().equals(summary.name()))
                .findFirst()
                .flatMap(PipelineSpec::objective);
    }
}
