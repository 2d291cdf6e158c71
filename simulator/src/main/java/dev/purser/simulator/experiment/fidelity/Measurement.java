package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.fidelity.Measure.Kind;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.units.Nanos;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run came to.
 *
 * @param values by measure, in the order of tables: latencies in nanoseconds, {@link #UNANSWERED} where the quantile
 *     falls among requests without an answer, NaN where there was no request
 */
record Measurement(Map<Measure, Double> values) {
    static final double UNANSWERED = Double.POSITIVE_INFINITY;

    static Measurement of(RunResult result) {
        Map<Measure, Double> values = new LinkedHashMap<>();
        double hours = (double) result.scenario().horizonNanos() / Nanos.HOUR;
        values.put(new Measure(Kind.COST, ""), result.ledger().total().amount().doubleValue() / hours);
        result.scenario()
                .services()
                .forEach(service ->
                        values.put(new Measure(Kind.REPLICAS, service.name()), replicas(service.name(), result)));
        result.summaries().stream()
                .filter(summary -> summary.scope() == IntervalRow.Scope.PIPELINE)
                .forEach(summary -> addPipeline(values, summary));
        return new Measurement(values);
    }

    private static double replicas(String service, RunResult result) {
        return result.intervals().stream()
                        .filter(row -> row.scope() == IntervalRow.Scope.SERVICE
                                && row.name().equals(service))
                        .mapToDouble(row -> row.readyReplicas() * row.lengthNanos())
                        .sum()
                / result.scenario().horizonNanos();
    }

    private static void addPipeline(Map<Measure, Double> values, LatencySummary summary) {
        String name = summary.name();
        values.put(new Measure(Kind.P50, name), value(summary.p50()));
        values.put(new Measure(Kind.P95, name), value(summary.p95()));
        values.put(new Measure(Kind.P99, name), value(summary.p99()));
        values.put(new Measure(Kind.P999, name), value(summary.p999()));
        Outcomes outcomes = summary.outcomes();
        values.put(new Measure(Kind.REJECTED, name), share(outcomes.rejected(), outcomes));
        values.put(new Measure(Kind.TIMED_OUT, name), share(outcomes.timedOut(), outcomes));
        values.put(new Measure(Kind.FALLBACK, name), share(outcomes.fallback(), outcomes));
    }

    private static double value(LatencyQuantile quantile) {
        if (quantile.equals(LatencyQuantile.MISSED)) {
            return UNANSWERED;
        }
        return quantile.isNumber() ? quantile.nanos() : Double.NaN;
    }

    private static double share(long part, Outcomes outcomes) {
        long ended = outcomes.answered() + outcomes.failed();
        return ended == 0 ? 0 : (double) part / ended;
    }
}
