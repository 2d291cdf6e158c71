package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentence on the cover, by hand-made figures: a day of 24 h is 24 / 730.5 of a month. */
class HeadlineTest {
    private static final LatencyQuantile FAST = new LatencyQuantile(92 * Nanos.MILLISECOND);
    private static final LatencyQuantile SLOW = new LatencyQuantile(340 * Nanos.MILLISECOND);

    @Test
    void aKeptObjectiveAndABalancedBill() {
        // 48 USD a day x 730.5 / 24 = 1,461 USD a month; no item above 40 %, nothing idle.
        RunResult run = run(
                FAST,
                0.997,
                List.of(charge("a", "serving", 18), charge("b", "serving", 15), charge("c", "serving", 15)));
        assertEquals(
                "Serving search costs 1,461 USD a month (effective, at the rate of this day); p99 of search stays at"
                        + " 92.0 ms against an objective of 150 ms.",
                sentence(run));
    }

    @Test
    void idleCapacityIsTheFirstLever() {
        // 16 of 48 USD idle: 33 %, and 487 USD a month.
        RunResult run = run(FAST, 0.997, List.of(charge("a", "serving", 32), charge("a", "idle", 16)));
        assertTrue(
                sentence(run).endsWith("; the first lever: idle capacity, 487 USD a month or 33 % of the hardware."));
    }

    @Test
    void aDominantItemIsNamedForABusyFleet() {
        RunResult run = run(FAST, 0.997, List.of(charge("a", "serving", 30), charge("b", "serving", 18)));
        assertTrue(sentence(run).endsWith("; the largest part of the bill: a, 62 %."), sentence(run));
    }

    @Test
    void aMissedObjectiveIsSaidAndTheBusiestServiceNamed() {
        String sentence = sentence(run(SLOW, 0.96, List.of(charge("a", "idle", 48))));
        assertTrue(
                sentence.contains(
                        "; the objective is not met: p99 of search is 340 ms against an objective of 150 ms; the first"
                                + " lever: capacity of ranking, whose replicas were"),
                sentence);
        assertFalse(sentence.contains("idle"), "idle capacity must not be advised against a missed objective");
    }

    @Test
    void aQuantileAmongTheUnansweredReadsMissed() {
        String sentence = sentence(run(LatencyQuantile.MISSED, 0.96, List.of(charge("a", "serving", 48))));
        assertTrue(sentence.contains("p99 of search is missed: more than 1 % of its requests got no answer"), sentence);
    }

    @Test
    void noRequestIsNeitherKeptNorMissed() {
        assertTrue(sentence(SyntheticRun.silence()).contains("; no request of search arrived;"));
    }

    @Test
    void manyPipelinesAreCounted() {
        String sentence = sentence(SyntheticRun.thirtyServices());
        assertTrue(sentence.startsWith("Serving 30 pipelines costs "), sentence);
        assertTrue(sentence.contains("; all 30 objectives are kept, the tightest: p99 of "), sentence);
    }

    private static String sentence(RunResult run) {
        return Headline.of(new RunFacts(run)).replace('\u00A0', ' ');
    }

    private static RunResult run(LatencyQuantile p99, double share, List<Charge> charges) {
        RunResult hour = SyntheticRun.hour();
        var scenario = hour.scenario();
        var day = new ScenarioSpec(
                scenario.name(),
                scenario.title(),
                scenario.calendar(),
                Nanos.DAY,
                0,
                1,
                scenario.intervalNanos(),
                scenario.fidelity(),
                scenario.pipelines(),
                scenario.services(),
                scenario.sites(),
                scenario.pools(),
                scenario.incidents(),
                scenario.cost());
        Outcomes outcomes = new Outcomes(1000, 1000, 0, 0, 0, 0, 0);
        LatencySummary summary =
                new LatencySummary(Scope.PIPELINE, "search", outcomes, 31e6, FAST, FAST, FAST, p99, p99, share);
        return new RunResult(
                day,
                hour.intervals(),
                List.of(summary),
                List.of(),
                List.of(),
                hour.usage(),
                new Ledger(SyntheticRun.USD, charges),
                List.of(),
                0,
                Optional.empty());
    }

    private static Charge charge(String item, String activity, long dollars) {
        Money amount = new Money(BigDecimal.valueOf(dollars), SyntheticRun.USD);
        return new Charge(
                0,
                Nanos.DAY,
                CostClass.HARDWARE,
                activity,
                "ranking",
                "gpu",
                item,
                BigDecimal.ONE,
                "h",
                amount.amount(),
                amount,
                amount,
                "test");
    }
}
