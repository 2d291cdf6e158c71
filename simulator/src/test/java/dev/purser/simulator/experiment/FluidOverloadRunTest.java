package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.BusyTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs at both levels in which very many requests wait for long: they agree, and interval level follows few of them. As
 * many requests come at both, so that what is between them is the noise of service times: of a backlog of 100,000 that
 * 400,000 were served beside, 0.2 % with times of the variance 0.09.
 */
class FluidOverloadRunTest {
    /** Two replicas of 200 requests/s in all; for 40 minutes 300 come, of which 240,000 wait in the end. */
    @Test
    void aBacklogThatGrowsAndGoes() {
        TestScenario shop = shop(2, 200_000, 300, 40);
        RunResult interval = assertAgree(shop, 0.2);
        assertEquals(0, interval.summaries().get(0).outcomes().rejected());
    }

    /**
     * 400 requests/s can be served, for half an hour 700 come: after 22 minutes all of 400,000 places are taken. Queues that
     * are chosen by lot are uneven until then, and are followed.
     */
    @ParameterizedTest
    @CsvSource({"least-outstanding, 0.2", "two-choices, 0.2", "random, 0.8"})
    void queuesThatAreFull(String balancer, double mostFollowed) {
        TestScenario shop = shop(4, 100_000, 700, 30);
        TestService service = service(4, 100_000);
        service.balancer = balancer;
        shop.services = List.of(service.spec());
        RunResult interval = assertAgree(shop, mostFollowed);
        assertEquals(
                30 * 60 * 300 - 400_000, interval.summaries().get(0).outcomes().rejected(), 0.01 * 140_000);
    }

    /**
     * One of four replicas is lost when 15,000 requests wait at each, and another comes after ten minutes. What could still
     * wait when that happens is followed; what comes later need not be.
     */
    @Test
    void aReplicaIsLostAndAnotherComes() {
        TestScenario shop = shop(4, 100_000, 470, 30);
        shop.incidents = List.of(new IncidentSpec("loss", "pool", 25 * Nanos.MINUTE, 0.25, 10 * Nanos.MINUTE));
        RunResult interval = assertAgree(shop, 0.6);
        assertTrue(interval.summaries().get(0).outcomes().rejected() > 10_000);
    }

    /** Batches of eight take 20 ms, two of them run at once at each of two replicas, and replicas take turns. */
    @Test
    void batchesOfSeveralInstances() {
        TestScenario shop = shop(2, 200_000, 1500, 20);
        TestService service = service(2, 200_000);
        service.time = new BatchTime.Affine(4.0 * Nanos.MILLISECOND, 2.0 * Nanos.MILLISECOND);
        service.batching = new BatchingSpec(8, 0, List.of());
        service.balancer = "round-robin";
        shop.services = List.of(service.spec());
        assertAgree(shop, 0.2);
    }

    private static TestScenario shop(int replicas, int queueLimit, double perSecond, int minutes) {
        TestScenario shop = new TestScenario();
        shop.services = List.of(service(replicas, queueLimit).spec());
        shop.pools = List.of(TestPool.rented("pool", replicas, replicas, 60));
        shop.horizonNanos = 2 * Nanos.HOUR;
        shop.warmUpNanos = 5 * Nanos.MINUTE;
        PipelineSpec profile = shop.pipelines.get(0);
        List<Double> counts = IntStream.range(0, 120)
                .mapToObj(minute -> 60 * (minute >= 10 && minute < 10 + minutes ? perSecond : 60))
                .toList();
        shop.pipelines = List.of(new PipelineSpec(
                profile.name(),
                new TrafficSpec.Trace(0, Nanos.MINUTE, counts, true, "made up"),
                profile.candidates(),
                profile.stages(),
                profile.objective(),
                Optional.empty()));
        return shop;
    }

    /** A replica takes a machine, and serves 100 requests/s. */
    private static TestService service(int replicas, int queueLimit) {
        TestService service = TestService.of("ranking", "pool");
        service.request = new ResourceRequest(4000, 1L << 30, 0);
        service.spread = new Spread.LogNormal(0.3);
        service.balancer = "least-outstanding";
        service.queueLimit = queueLimit;
        service.autoscaler = new FixedReplicasSpec(replicas);
        return service;
    }

    private static RunResult assertAgree(TestScenario shop, double mostFollowed) {
        RunResult interval =
                Run.execute(shop.spec().withFidelity(Fidelity.INTERVAL), Progress.SILENT, SurfaceStore.NONE);
        RunResult request = Run.execute(shop.spec(), Progress.SILENT, SurfaceStore.NONE);
        LatencySummary found = interval.summaries().get(0);
        LatencySummary exact = request.summaries().get(0);
        String both = found + "\n" + exact + "\n" + interval.surface();
        double offered = exact.outcomes().offered();
        assertEquals(offered, found.outcomes().offered(), both);
        assertEquals(offered, found.outcomes().answered() + found.outcomes().rejected(), both);
        assertEquals(exact.outcomes().rejected(), found.outcomes().rejected(), 0.001 * offered, both);
        assertNear(exact.p50().nanos(), found.p50().nanos(), 0.02, both);
        assertNear(exact.p90().nanos(), found.p90().nanos(), 0.02, both);
        assertNear(exact.p99().nanos(), found.p99().nanos(), 0.02, both);
        assertNear(exact.meanNanos(), found.meanNanos(), 0.01, both);
        assertNear(busyNanos(request), busyNanos(interval), 0.005, both);
        assertTrue(interval.surface().orElseThrow().intervalRequests() < mostFollowed * offered, both);
        return interval;
    }

    private static double busyNanos(RunResult result) {
        return result.usage().busy().stream().mapToLong(BusyTime::instanceNanos).sum();
    }

    private static void assertNear(double expected, double actual, double share, String message) {
        assertEquals(expected, actual, share * expected, message);
    }
}
