package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.UnitCosts;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.units.Nanos;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure of a run that people decide by.
 *
 * @param kind which figure
 * @param subject the pipeline or service it belongs to; empty for the whole run
 */
public record Quantity(Kind kind, String subject) {

    /** The figures, in the order of tables. */
    public enum Kind {
        /** Sum of the ledger, in the bill's currency. */
        EFFECTIVE_COST("effective cost"),
        /** Cash paid, in the bill's currency. */
        BILLED_COST("billed cost"),
        /** Effective cost of 1,000 answered user requests, in the bill's currency; NaN without any. */
        COST_PER_THOUSAND("cost per 1,000 requests"),
        /** Median latency of a pipeline, in nanoseconds; infinite among requests without an answer, NaN without any. */
        P50("p50"),
        /** As {@link #P50}. */
        P95("p95"),
        /** As {@link #P50}. */
        P99("p99"),
        /** Share of a pipeline's ended requests that got no answer. */
        FAILED_SHARE("failed"),
        /** Hours of a service's ready replicas, warm-up included. */
        REPLICA_HOURS("replica-hours");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name in texts. */
        public String label() {
            return label;
        }

        /** Whether it is an amount of the bill's currency. */
        public boolean money() {
            return this == EFFECTIVE_COST || this == BILLED_COST || this == COST_PER_THOUSAND;
        }

        /** Whether it is a latency in nanoseconds. */
        public boolean latency() {
            return this == P50 || this == P95 || this == P99;
        }
    }

    /** Such as {@code search p99}. */
    public String label() {
        return subject.isEmpty() ? kind.label() : subject + " " + kind.label();
    }

    /** What {@code result} came to. */
    static Map<Quantity, Double> of(RunResult result) {
        Map<Quantity, Double> values = new LinkedHashMap<>();
        addCost(values, result);
        result.summaries().stream()
                .filter(summary -> summary.scope() == IntervalRow.Scope.PIPELINE)
                .forEach(summary -> addPipeline(values, summary));
        addReplicaHours(values, result);
        return values;
    }

    private static void addCost(Map<Quantity, Double> values, RunResult result) {
        values.put(
                new Quantity(Kind.EFFECTIVE_COST, ""),
                result.ledger().total().amount().doubleValue());
        values.put(
                new Quantity(Kind.BILLED_COST, ""),
                result.ledger().billed().amount().doubleValue());
        long answered = result.intervals().stream()
                .filter(row -> row.scope() == IntervalRow.Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().answered())
                .sum();
        values.put(
                new Quantity(Kind.COST_PER_THOUSAND, ""),
                UnitCosts.perThousand(result.ledger().total(), answered)
                        .map(cost -> cost.amount().doubleValue())
                        .orElse(Double.NaN));
    }

    private static void addPipeline(Map<Quantity, Double> values, LatencySummary summary) {
        values.put(new Quantity(Kind.P50, summary.name()), value(summary.p50()));
        values.put(new Quantity(Kind.P95, summary.name()), value(summary.p95()));
        values.put(new Quantity(Kind.P99, summary.name()), value(summary.p99()));
        values.put(
                new Quantity(Kind.FAILED_SHARE, summary.name()),
                summary.outcomes().failedShare());
    }

    private static void addReplicaHours(Map<Quantity, Double> values, RunResult result) {
        result.scenario().services().forEach(service -> values.put(replicaHours(service.name()), 0.0));
        result.intervals().stream()
                .filter(row -> row.scope() == IntervalRow.Scope.SERVICE)
                .forEach(row -> values.merge(
                        replicaHours(row.name()), row.readyReplicas() * row.lengthNanos() / Nanos.HOUR, Double::sum));
    }

    private static Quantity replicaHours(String service) {
        return new Quantity(Kind.REPLICA_HOURS, service);
    }

    private static double value(LatencyQuantile quantile) {
        if (quantile.equals(LatencyQuantile.MISSED)) {
            return Double.POSITIVE_INFINITY;
        }
        return quantile.isNumber() ? quantile.nanos() : Double.NaN;
    }
}
