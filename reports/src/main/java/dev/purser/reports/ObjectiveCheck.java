package dev.purser.reports;

import static dev.purser.reports.text.Numbers.latency;
import static dev.purser.reports.text.Numbers.percent;
import static dev.purser.reports.text.Numbers.stated;

import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.PipelineSpec;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A pipeline's objective beside what it reached.
 *
 * @param pipeline name of the pipeline
 * @param objective what it should keep to
 * @param summary what it did after warm-up
 */
record ObjectiveCheck(String pipeline, LatencyObjective objective, LatencySummary summary) {

    static Optional<ObjectiveCheck> of(PipelineSpec pipeline, Optional<LatencySummary> summary) {
        return pipeline.objective()
                .flatMap(objective -> summary.map(found -> new ObjectiveCheck(pipeline.name(), objective, found)));
    }

    /** Whether any request arrived. */
    boolean judged() {
        return summary.outcomes().offered() > 0;
    }

    boolean kept() {
        return !judged() || summary.objectiveShare() >= objective.quantile();
    }

    /** Share of the objective's latency in use; above 1 when missed. Orders pipelines by how close they are. */
    double strain() {
        Optional<LatencyQuantile> reached = reached().filter(LatencyQuantile::isNumber);
        return reached.map(quantile -> (double) quantile.nanos() / objective.nanos())
                .orElse(kept() ? 0 : Double.POSITIVE_INFINITY);
    }

    /** {@code p99}. */
    String quantileName() {
        BigDecimal percent = BigDecimal.valueOf(objective.quantile()).movePointRight(2);
        return "p" + percent.stripTrailingZeros().toPlainString();
    }

    /** The latency at the objective's quantile, where the run recorded that quantile. */
    Optional<LatencyQuantile> reached() {
        return Optional.ofNullable(
                switch (quantileName()) {
                    case "p50" -> summary.p50();
                    case "p90" -> summary.p90();
                    case "p95" -> summary.p95();
                    case "p99" -> summary.p99();
                    case "p99.9" -> summary.p999();
                    default -> null;
                });
    }

    /** The check as a clause, such as {@code p99 of search stays at 92 ms against an objective of 150 ms}. */
    String clause() {
        if (!judged()) {
            return "no request of " + pipeline + " arrived";
        }
        return reached().map(this::clause).orElseGet(this::shareClause);
    }

    private String clause(LatencyQuantile quantile) {
        if (!quantile.isNumber()) {
            return quantileName() + " of " + pipeline + " is missed: more than " + percent(1 - objective.quantile())
                    + " of its requests got no answer";
        }
        return quantileName() + " of " + pipeline + (kept() ? " stays at " : " is ") + latency(quantile)
                + " against an objective of " + stated(objective.nanos());
    }

    private String shareClause() {
        return percent(summary.objectiveShare()) + " of the requests of " + pipeline + " are answered within "
                + stated(objective.nanos()) + ", where the objective asks for "
                + percent(objective.quantile());
    }
}
