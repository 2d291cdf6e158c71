package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.surface.States;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two replicas serve 100 requests a second each, one after the other, and always take as long. From the tenth minute to
 * the thirtieth 300 requests come a second, before and after 60, to the last one.
 */
class FluidOverloadTest {
    private static final Calendar CALENDAR =
            new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);
    private static final int MINUTES = 60;
    private static final long BEFORE = 60 * 600;
    private static final long IN_THE_RUSH = 300 * 1200;

    private final Simulation simulation = new Simulation();
    private final RandomStreams streams = new RandomStreams(20261122, 0);
    private final RequestLevel serving = new RequestLevel(simulation, streams);
    private long sent;
    private long received;

    /**
     * In the rush 100 more a second come than are served, so that t seconds into it B = 100 t, a wait is B / 200 = t / 2,
     * and the longest 600 s. Then B falls by 140 a second, to nothing after 120,000 / 140 s, and so do waits. Those of both
     * times lie evenly from 0 to 600 s.
     */
    @Test
    void waitsFollowTheBacklog() {
        Service service = run(1_000_000);
        Outcomes total = service.tally().totalOutcomes();
        double queued = IN_THE_RUSH + 60 * 120_000 / 140.0;
        double others = total.offered() - queued;
        assertEquals(BEFORE + IN_THE_RUSH + 60 * 1800, total.offered());
        assertEquals(total.offered(), total.full());
        assertEquals(0, total.inFlight());
        for (double share : new double[] {0.3, 0.5, 0.9, 0.99}) {
            double expected = 600 * (share * total.offered() - others) / queued;
            double found = Nanos.toSeconds(
                    service.tally().totalLatency().quantiles(share)[0].nanos());
            assertEquals(expected, found, 0.005 * expected + 0.5);
        }
    }

    /** Each request is a batch of its own, is sent once and comes back once; replicas are busy while there is work. */
    @Test
    void workIsDoneOnce() {
        Service service = run(1_000_000);
        ReplicaSet replicas = service.replicas();
        double offered = service.tally().totalOutcomes().offered();
        assertEquals(offered, replicas.batches(), 0.001 * offered);
        assertEquals(offered, replicas.samples(), 0.001 * offered);
        assertEquals(offered, replicas.attempts(), 0.001 * offered);
        assertEquals(offered * 10 * Nanos.MILLISECOND, replicas.busyNanos(), 0.002 * offered * 10 * Nanos.MILLISECOND);
        assertEquals(offered, sent);
        assertEquals(offered, received, 1);
    }

    /** The queues have room for 80,000: that is for 800 s of the rush, and then 100 a second are rejected for 400 s. */
    @Test
    void fullQueuesReject() {
        Service service = run(40_000);
        Outcomes total = service.tally().totalOutcomes();
        assertEquals(400 * 100, total.rejected(), 200);
        assertEquals(total.offered(), total.full() + total.rejected());
        double longest =
                Nanos.toSeconds(service.tally().totalLatency().quantiles(0.9)[0].nanos());
        assertEquals(400, longest, 2);
    }

    /**
     * With 1,000 requests a second 720,000 wait after 15 minutes: too many to be followed when two replicas more are ready.
     * They share what waits from then on, so that a wait is half as long, 30 minutes. In the last 5 minutes of the rush it
     * grows by 600 / 400 of the time, to 37.5; then it falls by 340 / 400 of it, to 12.
     */
    @Test
    void replicasThatComeShareATooLargeBacklog() {
        Service service = addService(1_000_000);
        IntervalLevel level = level(1000);
        simulation.runUntil(25 * Nanos.MINUTE);
        service.replicas().scaleTo(4);
        service.tally().closeInterval();
        simulation.runUntil(30 * Nanos.MINUTE);
        level.settle();
        assertWaits(service, 30, 37.5);
        service.tally().closeInterval();
        simulation.runUntil(MINUTES * Nanos.MINUTE);
        level.settle();
        assertWaits(service, 12, 37.5);
        assertTrue(level.followedRequests() < 100_000, "followed " + level.followedRequests());
    }

    private static void assertWaits(Service service, double fromMinutes, double toMinutes) {
        LatencyQuantile[] ends = service.tally().intervalLatency().quantiles(1e-6, 1);
        assertEquals(fromMinutes, ends[0].nanos() / (double) Nanos.MINUTE, 0.01 * fromMinutes);
        assertEquals(toMinutes, ends[1].nanos() / (double) Nanos.MINUTE, 0.01 * toMinutes);
    }

    private Service run(int queueLimit) {
        Service service = addService(queueLimit);
        IntervalLevel level = level(300);
        simulation.runUntil(MINUTES * Nanos.MINUTE);
        level.settle();
        service.tally().closeInterval();
        assertTrue(level.followedRequests() < 0.15 * IN_THE_RUSH, "followed " + level.followedRequests());
        return service;
    }

    private IntervalLevel level(double perSecond) {
        serving.addPipeline(pipeline(perSecond), new Tally(0, Nanos.NEVER));
        IntervalLevel level = new IntervalLevel(
                simulation,
                serving,
                CALENDAR,
                MINUTES * Nanos.MINUTE,
                streams,
                new States(SurfaceStore.NONE),
                this::exchanged);
        serving.services().iterator().next().replicas().scaleTo(2);
        level.start();
        return level;
    }

    private void exchanged(int pipeline, int stage, String pool, long newSent, long newReceived) {
        sent += newSent;
        received += newReceived;
    }

    private Service addService(int queueLimit) {
        TestService spec = TestService.of("ranking", "pool");
        spec.balancer = "least-outstanding";
        spec.queueLimit = queueLimit;
        ReplicaSet replicas = new ReplicaSet(simulation, spec.spec(), new Anywhere(), streams);
        return serving.addService(replicas, new Tally(0, Nanos.NEVER), new Payloads());
    }

    private static PipelineSpec pipeline(double perSecond) {
        List<Double> counts = IntStream.range(0, MINUTES)
                .mapToObj(minute -> minute >= 10 && minute < 30 ? perSecond * 60 : 60 * 60.0)
                .toList();
        return new PipelineSpec(
                "requests",
                new TrafficSpec.Trace(0, Nanos.MINUTE, counts, true, "made up"),
                new DistributionSpec.Fixed(1),
                List.of(new StageSpec("ranking", 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
    }

    private final class Payloads implements Service.PayloadListener {
        @Override
        public void sent(int pipeline, int stage, String pool) {
            sent++;
        }

        @Override
        public void received(int pipeline, int stage, String pool) {
            received++;
        }
    }
}
