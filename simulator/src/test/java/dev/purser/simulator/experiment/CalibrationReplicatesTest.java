package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.cost.BillingRule;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.OwnedHardware;
import dev.purser.simulator.experiment.Quantity.Kind;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Runs whose figures follow from the law by hand, under redraws that are multiples of it. */
class CalibrationReplicatesTest {
    /** Time of a request in the services of tests. */
    private static final double TIME_NANOS = 10.0 * Nanos.MILLISECOND;

    private static final Quantity COST = new Quantity(Kind.EFFECTIVE_COST, "");
    private static final Quantity PER_THOUSAND = new Quantity(Kind.COST_PER_THOUSAND, "");
    private static final Quantity HOURS = new Quantity(Kind.REPLICA_HOURS, "ranking");
    private static final Quantity MEDIAN = new Quantity(Kind.P50, "search");

    /**
     * 600 requests of 10 ms on one of four cores: 600 x 0.01 s / 4 = 1.5 machine-seconds that add 100 W each to 180 s of
     * 50 W: 9,150 J at a dollar each. The part that computes is in proportion to the law.
     */
    @Test
    void whatIsPaidByComputingFollowsTheLaw() {
        CalibrationSpread spread = spread(ownMachine(), 0.5, 2, 1, 4);
        assertEquals(9000 + 150, spread.central().get(COST), 1e-6);
        assertArrayEquals(new double[] {9000 + 75, 9000 + 300, 9000 + 150, 9000 + 600}, spread.values(COST), 1e-6);
        // Four values support (4 - 1) / (4 + 1) of a further one: from the least to the largest.
        assertEquals(0.6, spread.level(), 1e-12);
        assertEquals(9075, spread.interval(COST).low(), 1e-6);
        assertEquals(9600, spread.interval(COST).high(), 1e-6);
    }

    /** Machines rented by the hour cost what they cost; an unhindered request takes the time of the law. */
    @Test
    void aFixedFleetCostsTheSameAndAnswersAsTheLawSays() {
        CalibrationSpread spread = spread(new TestScenario().spec(), 0.5, 1.5);
        double cost = spread.central().get(COST);
        assertTrue(cost > 1);
        assertEquals(new Interval(cost, cost), spread.interval(COST));
        double hours = spread.central().get(HOURS);
        assertEquals(new Interval(hours, hours), spread.interval(HOURS));
        double[] medians = spread.values(MEDIAN);
        assertEquals(0.5 * TIME_NANOS, medians[0], 0.005 * TIME_NANOS);
        assertEquals(1.5 * TIME_NANOS, medians[1], 0.015 * TIME_NANOS);
    }

    /** The same requests come in every replicate: cost per 1,000 answers is one number, as all are answered. */
    @Test
    void theTrafficIsTheSameInEveryReplicate() {
        CalibrationSpread spread = spread(new TestScenario().spec(), 0.9, 1.1, 1.2);
        double perThousand = spread.central().get(PER_THOUSAND);
        assertEquals(new Interval(perThousand, perThousand), spread.interval(PER_THOUSAND));
    }

    @Test
    void redrawsThatEqualTheLawGiveIntervalsWithoutWidth() {
        CalibrationSpread spread = spread(new TestScenario().spec(), 1, 1, 1);
        spread.central()
                .forEach((quantity, value) ->
                        assertEquals(new Interval(value, value), spread.interval(quantity), quantity.label()));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        assertEquals(onThreads(1), onThreads(3));
    }

    @Test
    void theRunItselfStaysAsItIs() {
        ScenarioSpec scenario = new TestScenario().spec();
        RunResult alone = Run.execute(scenario, Progress.SILENT, SurfaceStore.NONE);
        RunResult result = repeated(alone, 0.5, 2);
        assertEquals(alone.ledger(), result.ledger());
        assertEquals(alone.summaries(), result.summaries());
        assertTrue(alone.calibration().isEmpty());
    }

    private static List<?> onThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> spread(new TestScenario().spec(), 0.8, 0.9, 1.1, 1.2, 1.3)
                            .replicates())
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static CalibrationSpread spread(ScenarioSpec scenario, double... factors) {
        RunResult alone = Run.execute(scenario, Progress.SILENT, SurfaceStore.NONE);
        return repeated(alone, factors).calibration().orElseThrow();
    }

    private static RunResult repeated(RunResult alone, double... factors) {
        ServiceTimeLaw law = alone.scenario().services().get(0).lawByPool().get("pool");
        List<BatchTime> redraws = Arrays.stream(factors)
                .<BatchTime>mapToObj(factor -> new BatchTime.Affine(factor * TIME_NANOS, 0))
                .toList();
        LawReplicates laws = LawReplicates.of(List.of(MeasuredLaws.measured(law, redraws)));
        return CalibrationReplicates.add(
                alone,
                laws,
                factors.length,
                SurfaceStore.NONE,
                RowStore.IN_MEMORY,
                CalibrationReplicates.Listener.SILENT);
    }

    /** One machine for three minutes, requests in the first two; a kWh costs as many dollars as it has joules. */
    private static ScenarioSpec ownMachine() {
        TestScenario scenario = new TestScenario();
        scenario.horizonNanos = 3 * Nanos.MINUTE;
        scenario.intervalNanos = Nanos.MINUTE;
        scenario.pools = List.of(TestPool.owned("pool", 1));
        scenario.pipelines = List.of(new PipelineSpec(
                "search",
                new TrafficSpec.Trace(0, Nanos.MINUTE, List.of(300.0, 300.0), true, "set by the test"),
                new DistributionSpec.Fixed(1),
                List.of(TestScenario.stage("ranking")),
                Optional.empty(),
                Optional.empty()));
        Money free = Money.zero(TestScenario.USD);
        OwnedHardware machine = new OwnedHardware(
                "pool",
                free,
                LocalDate.of(2026, 1, 1),
                36,
                free,
                new Money(new BigDecimal("3600000"), TestScenario.USD),
                BigDecimal.ONE,
                free,
                BigDecimal.ZERO);
        return scenario.spec()
                .withCost(new CostSpec(
                        TestScenario.USD,
                        List.of(),
                        List.of(),
                        BillingRule.PER_SECOND,
                        List.of(machine),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
