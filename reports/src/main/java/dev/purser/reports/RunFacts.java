package dev.purser.reports;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.DayUse;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The totals of a run that several parts of its report need.
 *
 * @param result the run
 * @param totals sums over its intervals
 */
record RunFacts(RunResult result, Totals totals) {
    /** A month of the headline, in nanoseconds: 30.4375 days. */
    static final long MONTH_NANOS = 30 * Nanos.DAY + 10 * Nanos.HOUR + 30 * Nanos.MINUTE;

    /**
     * Sums over all intervals, which are read once.
     *
     * @param offered user requests that arrived, warm-up included
     * @param answered user requests that were answered, warm-up included
     * @param failed user requests that failed, warm-up included
     * @param readyNanos time of all ready replicas
     * @param busyNanos time of it in which a batch ran
     */
    record Totals(long offered, long answered, long failed, double readyNanos, double busyNanos) {
        static Totals of(Iterable<IntervalRow> intervals) {
            long offered = 0;
            long answered = 0;
            long failed = 0;
            DoubleSummaryStatistics readyNanos = new DoubleSummaryStatistics();
            DoubleSummaryStatistics busyNanos = new DoubleSummaryStatistics();
            for (IntervalRow row : intervals) {
                if (row.scope() == Scope.PIPELINE) {
                    offered += row.outcomes().offered();
                    answered += row.outcomes().answered();
                    failed += row.outcomes().failed();
                } else {
                    readyNanos.accept(row.readyReplicas() * row.lengthNanos());
                    busyNanos.accept(row.utilisation() * row.readyReplicas() * row.lengthNanos());
                }
            }
            return new Totals(offered, answered, failed, readyNanos.getSum(), busyNanos.getSum());
        }
    }

    RunFacts(RunResult result) {
        this(result, Totals.of(result.intervals()));
    }

    long horizonNanos() {
        return result.scenario().horizonNanos();
    }

    Currency currency() {
        return result.ledger().currency();
    }

    Money total() {
        return result.ledger().total();
    }

    /** {@code cost} of the run carried on at the same rate for a month. */
    Money monthly(Money cost) {
        BigDecimal months =
                BigDecimal.valueOf(horizonNanos()).divide(BigDecimal.valueOf(MONTH_NANOS), MathContext.DECIMAL128);
        return new Money(cost.amount().divide(months, MathContext.DECIMAL128), cost.currency());
    }

    Money sum(Predicate<Charge> which) {
        return result.ledger().charges().stream()
                .filter(which)
                .map(Charge::amount)
                .reduce(Money.zero(currency()), Money::plus);
    }

    Money hardware() {
        return sum(charge -> charge.costClass() == CostClass.HARDWARE);
    }

    Money idle() {
        return sum(RunFacts::isIdle);
    }

    /** Whether {@code charge} is for hardware that nothing used. */
    static boolean isIdle(Charge charge) {
        return charge.costClass() == CostClass.HARDWARE && charge.activity().equals(DayUse.IDLE);
    }

    /** User requests that arrived, warm-up included. */
    long offered() {
        return totals.offered();
    }

    /** User requests that were answered, warm-up included. */
    long answered() {
        return totals.answered();
    }

    /** User requests that failed, warm-up included. */
    long failed() {
        return totals.failed();
    }

    /** Share of the finished user requests that failed; 0 without any. */
    double failedShare() {
        long finished = answered() + failed();
        return finished == 0 ? 0 : (double) failed() / finished;
    }

    /** Share of the time of all ready replicas in which a batch ran, as a fraction; 0 without any. */
    double utilisation() {
        return totals.readyNanos() == 0 ? 0 : totals.busyNanos() / totals.readyNanos();
    }

    /** {@code part} of {@code whole}, as a fraction; 0 of nothing. */
    static double share(Money part, Money whole) {
        return whole.amount().signum() == 0
                ? 0
                : part.amount().divide(whole.amount(), MathContext.DECIMAL64).doubleValue();
    }

    Optional<LatencySummary> summary(Scope scope, String name) {
        return result.summaries().stream()
                .filter(summary -> summary.scope() == scope && summary.name().equals(name))
                .findFirst();
    }

    /** One per pipeline that has an objective. */
    List<ObjectiveCheck> objectives() {
        return result.scenario().pipelines().stream()
                .flatMap(pipeline -> ObjectiveCheck.of(pipeline, summary(Scope.PIPELINE, pipeline.name())).stream())
                .toList();
    }
}
