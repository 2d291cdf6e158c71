package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run at interval level: what holds exactly, and what it has in common with the same run at request level. */
class IntervalRunTest {
    /** Half as many again as chance would move a mean count of this size in a run at request level, twice. */
    private static final double COUNT_TOLERANCE = 0.01;

    @Test
    void everyOfferedRequestEnds() {
        RunResult result = run(shop(), SurfaceStore.NONE);
        for (LatencySummary summary : result.summaries()) {
            Outcomes total = summary.outcomes();
            assertEquals(total.offered(), total.answered() + total.failed() + total.inFlight());
            assertEquals(total.offered(), sum(result, summary, Outcomes::offered));
            assertEquals(total.full(), sum(result, summary, Outcomes::full));
            assertEquals(total.cached(), sum(result, summary, Outcomes::cached));
        }
    }

    @Test
    void countsAndWorkAreThoseOfRequestLevel() {
        TestScenario shop = shop();
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        for (int i = 0; i < request.summaries().size(); i++) {
            LatencySummary exact = request.summaries().get(i);
            LatencySummary found = interval.summaries().get(i);
            assertNear(exact.outcomes().offered(), found.outcomes().offered());
            assertNear(exact.outcomes().cached(), found.outcomes().cached(), 0.05);
            assertNear(exact.p50().nanos(), found.p50().nanos(), 0.03);
            assertNear(exact.p99().nanos(), found.p99().nanos(), 0.06);
        }
        assertNear(busyNanos(request), busyNanos(interval), 0.02);
        assertEquals(request.ledger().total(), interval.ledger().total());
        assertEquals(Fidelity.INTERVAL, interval.fidelity());
        assertEquals(0, interval.surface().orElseThrow().intervalRequests());
    }

    /** States are a function of their keys: none stored, all stored, or stored by a scenario with other names. */
    @Test
    void aColdAWarmAndAForeignStoreGiveTheSameResult() {
        StoredStates states = new StoredStates();
        RunResult cold = run(shop(), states);
        int saved = states.kept.size();
        assertTrue(saved > 0);
        assertSame(cold, run(shop(), states));
        assertEquals(saved, states.kept.size());
        StoredStates foreign = new StoredStates();
        TestScenario other = shop();
        other.services = List.of(service("another"));
        other.pipelines = List.of(TestScenario.pipeline("names", 60, Optional.empty(), TestScenario.stage("another")));
        run(other, foreign);
        assertSame(cold, run(shop(), foreign));
    }

    @Test
    void warmUpLeavesOutEarlyArrivals() {
        TestScenario warmed = shop();
        warmed.warmUpNanos = Nanos.HOUR + 7 * Nanos.SECOND;
        warmed.intervalNanos = 7 * Nanos.SECOND + 10 * Nanos.MINUTE;
        RunResult result = run(warmed, SurfaceStore.NONE);
        long all = result.intervals().stream()
                .filter(row -> row.scope() == IntervalRow.Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().offered())
                .sum();
        double share = (double) warmed.warmUpNanos / warmed.horizonNanos;
        assertNear(all * (1 - share), result.summaries().get(0).outcomes().offered());
    }

    /** For an hour there are three times as many requests as the replicas can serve: these are followed, and wait. */
    @Test
    void overloadIsFollowed() {
        TestScenario shop = shop();
        shop.horizonNanos = 30 * Nanos.MINUTE;
        var rush = new RateEventSpec("rush", 600 * Nanos.SECOND, 660 * Nanos.SECOND, 6, 0, 0, false);
        shop.pipelines = List.of(
                TestScenario.pipeline("search", 60, List.of(rush), Optional.empty(), TestScenario.stage("ranking")));
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        SurfaceUse use = interval.surface().orElseThrow();
        long offered = interval.summaries().get(0).outcomes().offered();
        assertTrue(use.intervalRequests() > 0 && use.intervalRequests() < offered / 2, use.toString());
        assertNear(
                request.summaries().get(0).p99().nanos(),
                interval.summaries().get(0).p99().nanos(),
                0.1);
        assertEquals(
                interval.summaries().get(0).outcomes().offered(),
                interval.summaries().get(0).outcomes().answered());
    }

    /**
     * For half an hour there are three times as many requests as can be served. Queues are full after seconds, which is a
     * steady state: what waits at its start and at its end is counted once, and so is the work on it.
     */
    @Test
    void whatWaitsInFullQueuesIsCountedOnce() {
        TestScenario shop = shop();
        TestService service = serviceOf("ranking");
        service.queueLimit = 2000;
        shop.services = List.of(service.spec());
        shop.horizonNanos = Nanos.HOUR;
        shop.intervalNanos = Nanos.MINUTE;
        var rush = new RateEventSpec("rush", 600 * Nanos.SECOND, 2400 * Nanos.SECOND, 6, 0, 0, false);
        shop.pipelines = List.of(
                TestScenario.pipeline("search", 60, List.of(rush), Optional.empty(), TestScenario.stage("ranking")));
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        LatencySummary found = interval.summaries().get(0);
        LatencySummary exact = request.summaries().get(0);
        assertTrue(interval.surface().orElseThrow().intervalRequests()
                < exact.outcomes().offered() / 4);
        assertNear(exact.outcomes().rejected(), found.outcomes().rejected(), 0.01);
        assertNear(exact.meanNanos(), found.meanNanos(), 0.01);
        assertNear(busyNanos(request), busyNanos(interval), 0.005);
        Iterator<IntervalRow> followed = request.intervals().iterator();
        for (IntervalRow row : interval.intervals()) {
            IntervalRow same = followed.next();
            assertNear(same.outcomes().offered(), row.outcomes().offered(), 0.1);
            assertTrue(row.utilisation() <= 1.001, row.toString());
        }
    }

    /**
     * The queue is at the second stage, behind a cache, when the overload ends: it is carried over there, and neither the
     * cache answers it nor the first stage refuses it.
     */
    @Test
    void aQueueIsCarriedOverWhereItWaits() {
        TestScenario shop = shop();
        TestService first = TestService.of("recall", "pool");
        first.time = new BatchTime.Affine(1.0 * Nanos.MILLISECOND, 0);
        first.queueLimit = 50;
        TestService second = serviceOf("ranking");
        second.cacheHitRatio = 0.3;
        second.queueLimit = 1500;
        shop.services = List.of(first.spec(), second.spec());
        shop.horizonNanos = 30 * Nanos.MINUTE;
        shop.intervalNanos = Nanos.MINUTE;
        var rush = new RateEventSpec("rush", 300 * Nanos.SECOND, 900 * Nanos.SECOND, 6, 0, 0, false);
        shop.pipelines = List.of(TestScenario.pipeline(
                "search",
                60,
                List.of(rush),
                Optional.empty(),
                TestScenario.stage("recall"),
                TestScenario.stage("ranking")));
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        LatencySummary exact = request.summaries().get(0);
        LatencySummary found = interval.summaries().get(0);
        assertTrue(found.outcomes().rejected() > 10_000, found.toString());
        assertNear(exact.outcomes().answered(), found.outcomes().answered(), 0.01);
        assertNear(exact.meanNanos(), found.meanNanos(), 0.03);
        assertNear(busyNanos(request), busyNanos(interval), 0.01);
    }

    @Test
    void replicasThatAreLostServeNobody() {
        TestScenario shop = shop();
        shop.horizonNanos = 40 * Nanos.MINUTE;
        shop.incidents = List.of(new IncidentSpec("loss", "pool", 10 * Nanos.MINUTE, 1.0, 10 * Nanos.MINUTE));
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        assertNear(
                request.summaries().get(0).outcomes().rejected(),
                interval.summaries().get(0).outcomes().rejected(),
                0.02);
        assertTrue(interval.summaries().get(0).outcomes().rejected() > 0);
    }

    @Test
    void closedLoopsAskAsOftenAsTheyAreAnswered() {
        TestScenario shop = shop();
        PipelineSpec open = shop.pipelines.get(0);
        shop.pipelines = List.of(new PipelineSpec(
                open.name(),
                new TrafficSpec.ClosedLoop(30, new DistributionSpec.Exponential(0.4)),
                open.candidates(),
                open.stages(),
                open.objective(),
                open.entrySite()));
        RunResult interval = run(shop, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        assertNear(
                request.summaries().get(0).outcomes().offered(),
                interval.summaries().get(0).outcomes().offered());
    }

    /** Its share of the requests lies between none and the lowest on the grid above none: 1 of 61 here. */
    @Test
    void aPipelineOfASmallShareHasItsOwnLatenciesAndPayloads() {
        TestScenario shop = shop();
        shop.pipelines = List.of(
                TestScenario.pipeline("little", 1, Optional.empty(), TestScenario.stage("ranking")),
                TestScenario.pipeline("much", 60, Optional.empty(), TestScenario.stage("ranking")));
        RunResult interval = run(shop, SurfaceStore.NONE);
        LatencySummary little = interval.summaries().get(0);
        LatencySummary much = interval.summaries().get(1);
        assertNear(much.p50().nanos(), little.p50().nanos(), 0.05);
        assertNear(0.1 * little.outcomes().offered(), little.outcomes().cached(), 0.15);
    }

    /** Rates that change every 20 ms, which is as long as two batches take, find no steady state. */
    @Test
    void ratesThatChangeFasterThanTheReplicasForgetAreFollowed() {
        TestScenario shop = shop();
        shop.horizonNanos = Nanos.MINUTE;
        PipelineSpec open = shop.pipelines.get(0);
        List<Double> counts = IntStream.range(0, 3000)
                .mapToObj(bin -> bin % 2 == 0 ? 1.0 : 3.5)
                .toList();
        shop.pipelines = List.of(new PipelineSpec(
                open.name(),
                new TrafficSpec.Trace(0, 20 * Nanos.MILLISECOND, counts, false, "made up"),
                open.candidates(),
                open.stages(),
                open.objective(),
                open.entrySite()));
        SurfaceUse use = run(shop, SurfaceStore.NONE).surface().orElseThrow();
        assertTrue(use.intervalRequests() > 5000, use.toString());
    }

    /** The trace says how many requests come in each 20 ms, and so many come though they are followed. */
    @Test
    void followedRequestsOfATraceAreAsManyAsItSays() {
        TestScenario shop = shop();
        shop.horizonNanos = Nanos.MINUTE;
        PipelineSpec open = shop.pipelines.get(0);
        List<Double> counts = IntStream.range(0, 3000)
                .mapToObj(bin -> bin % 2 == 0 ? 1.0 : 3.0)
                .toList();
        shop.pipelines = List.of(new PipelineSpec(
                open.name(),
                new TrafficSpec.Trace(0, 20 * Nanos.MILLISECOND, counts, true, "made up"),
                open.candidates(),
                open.stages(),
                open.objective(),
                open.entrySite()));
        RunResult interval = run(shop, SurfaceStore.NONE);
        assertEquals(6000, interval.summaries().get(0).outcomes().offered());
        assertTrue(interval.surface().orElseThrow().intervalRequests() > 5000);
    }

    private static TestScenario shop() {
        TestScenario shop = new TestScenario();
        shop.services = List.of(service("ranking"));
        shop.pipelines = List.of(TestScenario.pipeline("search", 60, Optional.empty(), TestScenario.stage("ranking")));
        return shop;
    }

    /** Two replicas of 100 requests/s; one in ten is answered from a cache. */
    private static ServiceSpec service(String name) {
        return serviceOf(name).spec();
    }

    private static TestService serviceOf(String name) {
        TestService service = TestService.of(name, "pool");
        service.spread = new Spread.LogNormal(0.3);
        service.cacheHitRatio = 0.1;
        service.autoscaler = new dev.purser.simulator.scaling.FixedReplicasSpec(2);
        return service;
    }

    private static RunResult run(TestScenario scenario, SurfaceStore states) {
        return Run.execute(scenario.spec().withFidelity(Fidelity.INTERVAL), Progress.SILENT, states);
    }

    /** All but the scenarios, which differ in nothing that counts. */
    private static void assertSame(RunResult expected, RunResult actual) {
        assertEquals(expected.intervals(), actual.intervals());
        assertEquals(expected.summaries(), actual.summaries());
        assertEquals(expected.decisions(), actual.decisions());
        assertEquals(expected.usage(), actual.usage());
        assertEquals(expected.ledger(), actual.ledger());
        assertEquals(expected.surface(), actual.surface());
    }

    private static long sum(RunResult result, LatencySummary summary, ToLongFunction<Outcomes> count) {
        return result.intervals().stream()
                .filter(row -> row.scope() == summary.scope())
                .mapToLong(row -> count.applyAsLong(row.outcomes()))
                .sum();
    }

    private static double busyNanos(RunResult result) {
        return result.usage().busy().stream().mapToLong(BusyTime::instanceNanos).sum();
    }

    private static void assertNear(double expected, double actual) {
        assertNear(expected, actual, COUNT_TOLERANCE);
    }

    private static void assertNear(double expected, double actual, double share) {
        assertEquals(expected, actual, share * expected);
    }

    private static final class StoredStates implements SurfaceStore {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<byte[]> load(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void save(String key, byte[] state, long requests) {
            kept.put(key, state);
        }
    }
}
