package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Transfer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Whole runs of a tiny shop: what the parts say of the same thing must agree. */
class RunTest {
    private static final TestScenario TINY = new TestScenario();

    /** 205 minutes in intervals of ten: twenty, and one of five minutes. */
    @Test
    void intervalsCoverTheHorizon() {
        RunResult result = run(TINY);
        for (IntervalRow.Scope scope : IntervalRow.Scope.values()) {
            List<IntervalRow> rows = rows(result, scope);
            assertEquals(21, rows.size());
            long from = 0;
            for (IntervalRow row : rows) {
                assertEquals(from, row.fromNanos());
                from += row.lengthNanos();
            }
            assertEquals(205 * Nanos.MINUTE, from);
            assertEquals(5 * Nanos.MINUTE, rows.get(20).lengthNanos());
        }
    }

    @Test
    void intervalsSumToTheSummaries() {
        TestScenario scenario = new TestScenario();
        scenario.services = List.of(impatient());
        RunResult result = run(scenario);
        for (LatencySummary summary : result.summaries()) {
            List<IntervalRow> rows = rows(result, summary.scope());
            Outcomes total = summary.outcomes();
            assertTrue(total.offered() > 50_000 && total.timedOut() > 0 && total.cached() > 0);
            assertEquals(total.offered(), sum(rows, Outcomes::offered));
            assertEquals(total.full(), sum(rows, Outcomes::full));
            assertEquals(total.cached(), sum(rows, Outcomes::cached));
            assertEquals(total.timedOut(), sum(rows, Outcomes::timedOut));
            assertEquals(total.inFlight(), rows.get(20).outcomes().inFlight());
            assertEquals(total.offered(), total.answered() + total.failed() + total.inFlight());
        }
    }

    /** In one interval: in flight before + offered = ended + in flight after. */
    @Test
    void intervalsHandOverWhatIsInFlight() {
        for (IntervalRow.Scope scope : IntervalRow.Scope.values()) {
            long before = 0;
            for (IntervalRow row : rows(run(TINY), scope)) {
                Outcomes counts = row.outcomes();
                assertEquals(before + counts.offered(), counts.answered() + counts.failed() + counts.inFlight());
                before = counts.inFlight();
            }
        }
    }

    /** Warm-up of an hour leaves out the arrivals of the first six intervals, nothing else. */
    @Test
    void warmUpLeavesOutEarlyArrivals() {
        TestScenario warmed = new TestScenario();
        warmed.warmUpNanos = Nanos.HOUR;
        RunResult result = run(warmed);
        RunResult without = run(TINY);
        assertEquals(without.intervals(), result.intervals());
        assertEquals(without.ledger(), result.ledger());
        List<IntervalRow> rows = rows(result, IntervalRow.Scope.PIPELINE);
        assertEquals(
                sum(rows.subList(6, 21), Outcomes::offered),
                result.summaries().get(0).outcomes().offered());
    }

    /** The start is 00:20: a first hour of 40 minutes, then 1, 2 and 3 o'clock, the last until 03:45. */
    @Test
    void hourMetersSumToTheTotals() {
        RunResult result = run(TINY);
        Collection<RequestCount> counts = result.usage().answered();
        assertEquals(
                List.of(40L, 60L, 60L, 45L),
                counts.stream()
                        .map(each -> (each.untilNanos() - each.fromNanos()) / Nanos.MINUTE)
                        .toList());
        LatencySummary service = result.summaries().get(1);
        assertEquals(
                service.outcomes().answered(),
                counts.stream().mapToLong(RequestCount::answered).sum());
        assertEquals(
                service.outcomes().answered(),
                rows(result, IntervalRow.Scope.SERVICE).stream()
                                .mapToLong(IntervalRow::attempts)
                                .sum()
                        - service.outcomes().inFlight());
    }

    /** Time computed: by the intervals (busy share x ready replicas x length) and by the hours (a quarter machine). */
    @Test
    void busyTimeOfHoursIsThatOfIntervals() {
        RunResult result = run(TINY);
        double byIntervals = rows(result, IntervalRow.Scope.SERVICE).stream()
                .mapToDouble(row -> row.utilisation() * row.readyReplicas() * row.lengthNanos())
                .sum();
        double byHours = result.usage().busy().stream()
                .mapToLong(BusyTime::instanceNanos)
                .sum();
        assertEquals(byIntervals / 4, byHours, 2 * Nanos.MILLISECOND);
        double answered = result.summaries().get(1).outcomes().answered();
        assertEquals(answered * 10 * Nanos.MILLISECOND, byIntervals, 20 * Nanos.MILLISECOND);
    }

    /** Three machines for 205 minutes at 0.36 USD an hour: 3 x 205 / 60 x 0.36 = 3.69 USD. */
    @Test
    void billByHand() {
        RunResult result = run(TINY);
        assertEquals(
                new Money(new BigDecimal("3.69"), TestScenario.USD),
                result.ledger().total());
        assertEquals(
                3 * 205 * Nanos.MINUTE,
                result.usage().leases().stream()
                        .mapToLong(lease -> lease.untilNanos() - lease.fromNanos())
                        .sum());
    }

    @Test
    void sameSeedSameResult() {
        RunResult result = run(new TestScenario());
        assertEquals(result, run(new TestScenario()));
        TestScenario other = new TestScenario();
        other.seed++;
        assertNotEquals(result.intervals(), run(other).intervals());
    }

    /** An hour of five times the traffic takes more machines; its cost is the difference of two runs. */
    @Test
    void costOfAnEvent() {
        RateEventSpec sale = new RateEventSpec("sale", Nanos.HOUR, 2 * Nanos.HOUR, 5, 0, 0, true);
        TestScenario scenario = scaled(List.of(sale));
        RunResult with = run(scenario);
        RunResult without = run(scaled(List.of()));
        assertEquals(
                List.of(new IsolatedCost(
                        "sale", with.ledger().total(), without.ledger().total())),
                with.isolated());
        assertTrue(with.isolated().get(0).cost().amount().signum() > 0);
        assertTrue(with.decisions().stream().anyMatch(each -> each.atNanos() > Nanos.HOUR && each.to() > each.from()));
        assertEquals(List.of(), without.isolated());
    }

    /** Taking out an event that changes nothing changes nothing, to the last event of the kernel. */
    @Test
    void eventWithoutEffectCostsNothing() {
        RateEventSpec idle = new RateEventSpec("idle", Nanos.HOUR, 2 * Nanos.HOUR, 1, 0, 0, true);
        RunResult with = run(scaled(List.of(idle)));
        assertEquals(0, with.isolated().get(0).cost().amount().signum());
        assertEquals(with.intervals(), run(scaled(List.of())).intervals());
    }

    /** Recall feeds ranking for both kinds of request; re-ranking gets what ranking has answered for search. */
    @Test
    void pipelinesShareAChainOfStages() {
        TestScenario scenario = new TestScenario();
        scenario.services = List.of(
                TestService.of("recall", "pool").spec(),
                TestService.of("ranking", "pool").spec(),
                TestService.of("re-ranking", "pool").spec());
        scenario.pipelines = List.of(
                TestScenario.pipeline(
                        "search",
                        3,
                        Optional.empty(),
                        TestScenario.stage("recall"),
                        TestScenario.stage("ranking"),
                        TestScenario.stage("re-ranking")),
                TestScenario.pipeline(
                        "recommendation",
                        4,
                        Optional.empty(),
                        TestScenario.stage("recall"),
                        TestScenario.stage("ranking")));
        RunResult result = run(scenario);
        Outcomes search = outcomes(result, "search");
        Outcomes recommendation = outcomes(result, "recommendation");
        Outcomes recall = outcomes(result, "recall");
        Outcomes ranking = outcomes(result, "ranking");
        Outcomes reRanking = outcomes(result, "re-ranking");
        assertEquals(search.offered() + recommendation.offered(), recall.offered());
        assertEquals(recall.full(), ranking.offered());
        assertEquals(ranking.full() - recommendation.full(), reRanking.offered());
        assertEquals(search.full(), reRanking.full());
        assertEquals(
                search.inFlight() + recommendation.inFlight(),
                recall.inFlight() + ranking.inFlight() + reRanking.inFlight());
    }

    /** Each attempt sends 1,000 bytes from home to the cloud, each answer brings 5,000 back; at home nothing moves. */
    @Test
    void transfersByHand() {
        TestScenario scenario = new TestScenario();
        scenario.pools = List.of(TestPool.rented("pool", 1, 1, 60), TestPool.rentedAt("home", "near", 1, 1, 60));
        scenario.services = List.of(
                TestService.of("recall", "near").spec(),
                TestService.of("ranking", "pool").spec());
        scenario.pipelines = List.of(TestScenario.pipeline(
                "search", 5, Optional.of("home"), TestScenario.stage("recall"), TestScenario.stage("ranking")));
        RunResult result = run(scenario);
        Outcomes ranking = outcomes(result, "ranking");
        assertEquals(1000 * ranking.offered(), bytes(result, "home", "cloud"));
        assertEquals(5000 * ranking.full(), bytes(result, "cloud", "home"));
        assertEquals(
                6000 * ranking.full() + 1000 * ranking.inFlight(),
                result.usage().transfers().stream().mapToLong(Transfer::bytes).sum());
        assertTrue(result.usage().transfers().stream()
                .allMatch(each -> each.service().equals("ranking")));
    }

    @Test
    void progressReachesTheHorizon() {
        long[] last = new long[2];
        RunResult result = Run.execute(
                TINY.spec(),
                (nanos, requests) -> {
                    assertTrue(nanos > last[0] && requests >= last[1]);
                    last[0] = nanos;
                    last[1] = requests;
                },
                SurfaceStore.NONE);
        assertEquals(205 * Nanos.MINUTE, last[0]);
        assertEquals(result.summaries().get(0).outcomes().offered(), last[1]);
    }

    /** Ten milliseconds a request, but some wait too long behind others. */
    private static ServiceSpec impatient() {
        TestService service = TestService.of("ranking", "pool");
        service.spread = new Spread.Exponential();
        service.timeoutNanos = OptionalLong.of(40 * Nanos.MILLISECOND);
        service.cacheHitRatio = 0.2;
        return service.spec();
    }

    /** Two requests a second and replica; two replicas a machine; one to ten machines. */
    private static TestScenario scaled(List<RateEventSpec> events) {
        PipelineSpec search =
                TestScenario.pipeline("search", 4, events, Optional.empty(), TestScenario.stage("ranking"));
        TestScenario scenario = new TestScenario();
        scenario.services = List.of(TestScenario.scaled("ranking", "pool").spec());
        scenario.pipelines = List.of(search);
        scenario.pools = List.of(TestPool.rented("pool", 1, 10, 60));
        return scenario;
    }

    private static RunResult run(TestScenario scenario) {
        return Run.execute(scenario.spec(), Progress.SILENT, SurfaceStore.NONE);
    }

    private static List<IntervalRow> rows(RunResult result, IntervalRow.Scope scope) {
        return result.intervals().stream().filter(row -> row.scope() == scope).toList();
    }

    private static long sum(List<IntervalRow> rows, ToLongFunction<Outcomes> count) {
        return rows.stream().map(IntervalRow::outcomes).mapToLong(count).sum();
    }

    private static Outcomes outcomes(RunResult result, String name) {
        return result.summaries().stream()
                .filter(summary -> summary.name().equals(name))
                .findFirst()
                .orElseThrow()
                .outcomes();
    }

    private static long bytes(RunResult result, String from, String to) {
        return result.usage().transfers().stream()
                .filter(each -> each.fromSite().equals(from) && each.toSite().equals(to))
                .mapToLong(Transfer::bytes)
                .sum();
    }
}
