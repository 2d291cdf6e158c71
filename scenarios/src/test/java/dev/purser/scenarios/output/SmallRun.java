package dev.purser.scenarios.output;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.cost.Obligation;
import dev.purser.simulator.experiment.DecisionRow;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.IsolatedCost;
import dev.purser.simulator.experiment.LatencySummary;
import dev.purser.simulator.experiment.MonthRow;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.fleet.NodeScalingSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.SiteSpec;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.InstanceLease;
import dev.purser.simulator.usage.PoolUse;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A result of two hours, written down by hand. They begin an hour before Berlin's clocks go forward on 29 March 2026:
 * 01:00 +01:00 to 04:00 +02:00. The second hour's only pipeline row is half unanswered.
 */
final class SmallRun {
    /** A name that a spreadsheet would take for a formula. */
    static final String HOSTILE_ITEM = "=HYPERLINK(\"x\"),\"a\"";

    private static final Currency USD = Currency.getInstance("USD");
    private static final HardwareType TYPE =
            new HardwareType("c7i.xlarge", "aws", 4, 8L << 30, Optional.empty(), 0, 20, 80);
    private static final LatencyQuantile MILLIS_12 = new LatencyQuantile(12_345_678);

    private SmallRun() {}

    static RunResult result() {
        return new RunResult(
                scenario(),
                IntervalRecord.of(List.of(
                        row(0, Scope.PIPELINE, "search", new Outcomes(1000, 900, 60, 40, 0, 0, 0), MILLIS_12),
                        row(0, Scope.SERVICE, "ranking", new Outcomes(940, 900, 0, 40, 0, 0, 0), MILLIS_12),
                        row(
                                Nanos.HOUR,
                                Scope.PIPELINE,
                                "search",
                                new Outcomes(10, 5, 0, 0, 3, 1, 1),
                                LatencyQuantile.MISSED),
                        row(
                                Nanos.HOUR,
                                Scope.SERVICE,
                                "ranking",
                                new Outcomes(0, 0, 0, 0, 0, 0, 0),
                                LatencyQuantile.NONE))),
                List.of(
                        summary(Scope.PIPELINE, "search", new Outcomes(1010, 905, 60, 40, 3, 1, 1), 0.985),
                        summary(Scope.SERVICE, "ranking", new Outcomes(940, 900, 0, 40, 0, 0, 0), Double.NaN)),
                List.of(new MonthRow(
                        0,
                        2 * Nanos.HOUR,
                        summary(Scope.SERVICE, "ranking", new Outcomes(940, 900, 0, 40, 0, 0, 0), Double.NaN))),
                List.of(new DecisionRow(15 * Nanos.SECOND, "service ranking", 1, 2, "CPU 75 % of 60 %", "scale up")),
                usage(),
                ledger(),
                List.of(new IsolatedCost("sale", dollars("7.5"), dollars("5"))),
                4321,
                Optional.empty());
    }

    static ScenarioSpec scenario() {
        return new ScenarioSpec(
                "small",
                "Two hours",
                calendar(),
                2 * Nanos.HOUR,
                0,
                7,
                Nanos.HOUR,
                Fidelity.REQUEST,
                List.of(new PipelineSpec(
                        "search",
                        new TrafficSpec.ClosedLoop(1, new DistributionSpec.Fixed(1)),
                        new DistributionSpec.Fixed(1),
                        List.of(new StageSpec("ranking", 1, OptionalInt.empty(), 0, 0)),
                        Optional.of(new LatencyObjective(0.99, 150 * Nanos.MILLISECOND)),
                        Optional.empty())),
                List.of(service()),
                List.of(new SiteSpec("cloud", "us-east-1")),
                List.of(new PoolSpec(
                        "cpu",
                        "cloud",
                        TYPE,
                        PurchaseOption.ON_DEMAND,
                        1,
                        2,
                        new DistributionSpec.Fixed(60),
                        NodeScalingSpec.DEFAULT)),
                List.of(),
                CostSpec.of(USD, List.of()));
    }

    private static Calendar calendar() {
        ZonedDateTime start = ZonedDateTime.of(2026, 3, 29, 1, 0, 0, 0, ZoneId.of("Europe/Berlin"));
        return new Calendar(start, Set.of(), DayOfWeek.SUNDAY);
    }

    private static ServiceSpec service() {
        return new ServiceSpec(
                "ranking",
                "dlrm",
                Map.of("cpu", new ServiceTimeLaw(new BatchTime.Affine(1e6, 1e3), new Spread.None(), 64)),
                new BatchingSpec(64, 0, List.of()),
                1,
                new ResourceRequest(1000, 1L << 30, 0),
                1000,
                "random",
                100,
                OptionalLong.empty(),
                false,
                RetrySpec.NONE,
                0,
                0,
                OptionalLong.empty(),
                new DistributionSpec.Fixed(1),
                List.of("cpu"),
                new FixedReplicasSpec(1));
    }

    private static IntervalRow row(
            long fromNanos, Scope scope, String name, Outcomes outcomes, LatencyQuantile quantile) {
        boolean service = scope == Scope.SERVICE;
        return new IntervalRow(
                fromNanos,
                Nanos.HOUR,
                scope,
                name,
                outcomes,
                service ? outcomes.offered() : 0,
                service ? 1.5 : 0,
                service ? 1 : 0,
                service ? 1.0 / 3 : 0,
                service ? 12.5 : 0,
                quantile,
                quantile,
                quantile);
    }

    private static LatencySummary summary(Scope scope, String name, Outcomes outcomes, double share) {
        return new LatencySummary(
                scope,
                name,
                outcomes,
                11.5e6,
                MILLIS_12,
                MILLIS_12,
                MILLIS_12,
                MILLIS_12,
                LatencyQuantile.MISSED,
                share);
    }

    /** Two instances, of which the second lives for the second hour alone. */
    private static Usage usage() {
        return new Usage(
                calendar(),
                2 * Nanos.HOUR,
                List.of(new PoolUse("cpu", "cloud", "us-east-1", TYPE, PurchaseOption.ON_DEMAND, 0)),
                List.of("ranking"),
                List.of(
                        new InstanceLease("cpu", 1, 0, 2 * Nanos.HOUR, "fewest instances"),
                        new InstanceLease("cpu", 2, Nanos.HOUR, 2 * Nanos.HOUR, "1 replica of ranking without room")),
                List.of(),
                List.of(),
                List.of(),
                List.of(new RequestCount("ranking", 0, 2 * Nanos.HOUR, 500)));
    }

    /** 1.0005 + 0.0000000001 + 6.25 = 7.2505000001 effective, 101.0005000001 billed. */
    private static Ledger ledger() {
        return new Ledger(
                USD,
                List.of(
                        charge(CostClass.HARDWARE, "ranking", "cpu", "c7i.xlarge on-demand", "1.0005", "1.0005"),
                        charge(CostClass.HARDWARE, "", "cpu", HOSTILE_ITEM, "0.0000000001", "0.0000000001"),
                        charge(CostClass.PEOPLE, "", "", "engineer", "6.25", "100")),
                List.of(new Obligation(Obligation.Kind.PREPAYMENT, "engineer", "", dollars("0"), dollars("93.75"))));
    }

    private static Charge charge(
            CostClass costClass, String service, String pool, String item, String amount, String billed) {
        return new Charge(
                0,
                2 * Nanos.HOUR,
                costClass,
                "serving",
                service,
                pool,
                item,
                new BigDecimal("2"),
                "h",
                new BigDecimal("0.178500"),
                dollars(amount),
                dollars(billed),
                "2 leases");
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
