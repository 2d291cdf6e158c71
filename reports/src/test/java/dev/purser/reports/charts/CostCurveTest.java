package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.reports.SyntheticRun;
import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostCurveTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void whatIsSpreadAddsUpToTheBill() {
        for (RunResult run : List.of(SyntheticRun.day(), SyntheticRun.elevenDays(), SyntheticRun.year())) {
            for (TimeBuckets buckets : List.of(TimeBuckets.of(run.scenario()), TimeBuckets.months(run.scenario()))) {
                double sum = Arrays.stream(new CostCurve(run, buckets).total()).sum();
                double bill = run.ledger().total().amount().doubleValue();
                assertEquals(bill, sum, 1e-9 * bill, run.scenario().title() + " by " + buckets.unit());
            }
        }
    }

    @Test
    void aPoolsChargeFollowsItsLeases() {
        // 24 USD for the day; one instance for hours 0 to 2, another for hour 1: 1 + 2 instance hours.
        RunResult run = run(
                charge("gpu", 24),
                List.of(
                        new InstanceLease("gpu", 1, 0, 2 * Nanos.HOUR, "test"),
                        new InstanceLease("gpu", 2, Nanos.HOUR, 2 * Nanos.HOUR, "test")));
        double[] costs = new CostCurve(run, TimeBuckets.of(run.scenario())).of(CostClass.HARDWARE);
        assertArrayEquals(new double[] {8, 16, 0, 0}, Arrays.copyOf(costs, 4), 1e-9);
    }

    @Test
    void aChargeWithoutLeasesIsSpreadEvenly() {
        RunResult run = run(charge("", 24), List.of());
        double[] costs = new CostCurve(run, TimeBuckets.of(run.scenario())).of(CostClass.HARDWARE);
        double[] even = new double[24];
        Arrays.fill(even, 1);
        assertArrayEquals(even, costs, 1e-9);
    }

    private static RunResult run(Charge charge, List<InstanceLease> leases) {
        RunResult day = SyntheticRun.day();
        Usage usage = new Usage(
                day.usage().calendar(),
                Nanos.DAY,
                day.usage().pools(),
                day.usage().services(),
                leases,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new RunResult(
                day.scenario(),
                IntervalRecord.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                usage,
                new Ledger(USD, List.of(charge)),
                List.of(),
                0,
                Optional.empty());
    }

    private static Charge charge(String pool, long dollars) {
        Money amount = new Money(BigDecimal.valueOf(dollars), USD);
        return new Charge(
                0,
                Nanos.DAY,
                CostClass.HARDWARE,
                "serving",
                "",
                pool,
                "item",
                BigDecimal.ONE,
                "h",
                amount.amount(),
                amount,
                amount,
                "test");
    }
}
