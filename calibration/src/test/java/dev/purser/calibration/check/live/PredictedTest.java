package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two loads and two rounds by hand, of requests of 2 samples in batches of 4 requests at most. Requests come one at a time, 100 ms
 * apart and 1 ms late, so each is a batch of its own. The profile says 1, 2 and 4 ms for 1, 2 and 4 requests; now calls take a
 * tenth more, batches 0.5 ms more than calls, and a request after a gap 5 ms.
 */
class PredictedTest {
    private static final double MILLI = 1e6;
    private static final int[] COUNTS = {1, 2, 4};
    private static final int OFTEN = 24;
    private static final ServiceTimeLaw LAW =
            new ServiceTimeLaw(new BatchTime.Affine(0, 0.5 * MILLI), new Spread.None(), 8);

    /** Batches of one in the order of the load, in milliseconds, by round and load. */
    private static final double[][] IN_ORDER = {{2, 3}, {2.4, 3.6}};

    /** Call 1 ms, server 0.5 ms, wake-up 5 - 1.6 ms, from the moment that a request was to be sent: 4.9 ms anywhere. */
    @Test
    void theProfileIsTakenWithTheServersCostAndRequestsAsPlanned() {
        for (LivePoint point : result(1, 0).points()) {
            for (Compared round : point.rounds()) {
                assertEach(4.9, round.fromProfile());
            }
        }
    }

    /**
     * Round and load have times of their own, and the wake-up is the median of a load's rounds: after 5 - 2 and 5 - 2.4 ms it is 2.8,
     * after 5 - 3 and 5 - 3.6 ms it is 1.7. And 1 ms late.
     */
    @Test
    void betweenTheLoadsEachRoundAndLoadHasItsOwnTimes() {
        List<LivePoint> points = result(1, 0).points();
        assertEach(1 + 2 + 2.8, points.get(0).rounds().get(0).fromBetween());
        assertEach(1 + 2.4 + 2.8, points.get(0).rounds().get(1).fromBetween());
        assertEach(1 + 3 + 1.7, points.get(1).rounds().get(0).fromBetween());
        assertEach(1 + 3.6 + 1.7, points.get(1).rounds().get(1).fromBetween());
    }

    /** Four requests in 4 and 0.5 ms; 100, 110, 120 and 130 a second were measured. */
    @Test
    void capacityAndSpeedAreThoseOfAllRounds() {
        LiveResult result = result(1, 0);
        assertEquals(4 / 4.5e-3, result.predictedCapacityPerSecond(), 1e-6);
        assertEquals(115, result.capacityPerSecond(), 1e-9);
        assertEquals(2, result.drift().ofRounds().size());
        result.drift().ofRounds().forEach(drift -> assertEquals(1.1, drift, 1e-9));
        assertEquals(Set.of(2, 4, 8), result.drift().ofSizes().keySet());
        result.drift().ofSizes().values().forEach(drift -> assertEquals(1.1, drift, 1e-9));
        assertEquals(0, result.stalled().now());
    }

    /** Half of the batches take half as long, half one and a half times: of 90 simulated requests of a round some do of either. */
    @Test
    void batchesScatterAsTheyDidBetweenTheLoads() {
        List<Answers> simulated = result(0.5, 0).points().get(0).rounds().get(0).fromBetween();
        assertTrue(Answers.together(simulated).percentileNanos()[2] > 6.5 * MILLI);
        assertEach(5.8, result(1, 0).points().get(0).rounds().get(0).fromBetween());
    }

    /**
     * A call more in each of six times between the loads, 200 ms longer than the others: 1.2 s beside calls of 1.109 s, batches up
     * and down of 1.325 s and in the order of the loads of 0.528 s. Of 90 simulated requests some meet such a stall.
     */
    @Test
    void stallsAreThoseBetweenTheLoads() {
        LiveResult result = result(1, 200);
        assertEquals(1.2 / (1.2 + 1.109 + 1.325 + 0.528), result.stalled().now(), 0.002);
        assertEquals(0, result.stalled().inProfile());
        Compared round = result.points().get(0).rounds().get(0);
        assertTrue(Answers.together(round.fromBetween()).percentileNanos()[2] > 100 * MILLI);
        assertEach(4.9, round.fromProfile());
    }

    /** All simulations, all percentiles. */
    private static void assertEach(double millis, List<Answers> simulated) {
        assertEquals(10, simulated.size());
        for (Answers answers : simulated) {
            assertEquals(9, answers.requests());
            Arrays.stream(answers.percentileNanos())
                    .forEach(nanos -> assertEquals(millis, nanos / MILLI, 0.002 * millis));
        }
    }

    private static LiveResult result(double lowFactor, double stallMillis) {
        LiveSettings settings = new LiveSettings(
                2,
                new BatchingSpec(8, 0, List.of()),
                1,
                Idle.SLEEP,
                SendTimes.STEADY,
                List.of(0.2, 0.6),
                2 * Nanos.SECOND,
                Nanos.SECOND,
                2,
                1);
        List<LiveRound> rounds = IntStream.range(0, 2)
                .mapToObj(round -> round(round, lowFactor, stallMillis))
                .toList();
        return new Predicted(new Calibrated(LAW, Set.of()), settings, rounds).result(Optional.empty());
    }

    private static LiveRound round(int round, double lowFactor, double stallMillis) {
        List<IdleTimes> idle = IntStream.rangeClosed(0, 2)
                .mapToObj(place -> times(lowFactor, stallMillis))
                .toList();
        for (int load = 0; load < 2; load++) {
            add(idle.get(load).beforeLoad(), 1, IN_ORDER[round][load], lowFactor);
            add(idle.get(load + 1).afterLoad(), 1, IN_ORDER[round][load], lowFactor);
        }
        return new LiveRound(idle, List.of(100.0 + 20 * round, 110.0 + 20 * round), List.of(sent(), sent()));
    }

    private static Sent sent() {
        long[] planned = LongStream.range(0, 9)
                .map(i -> (50 + 100 * i) * Nanos.MILLISECOND)
                .toArray();
        long[] late = LongStream.of(planned).map(at -> at + Nanos.MILLISECOND).toArray();
        return new Sent(new SendTimes(planned, Nanos.SECOND), late, new Answers());
    }

    private static IdleTimes times(double lowFactor, double stallMillis) {
        IdleTimes times = new IdleTimes();
        for (int count : COUNTS) {
            add(times.calls(), count, 1.1 * count, 1);
            add(times.batches(), count, 1.1 * count + 0.5, lowFactor);
        }
        add(times.afterGaps(), 1, 5, 1);
        if (stallMillis > 0) {
            times.calls().add(1, (1.1 + stallMillis) * MILLI);
        }
        return times;
    }

    /** In turn {@code lowFactor} of {@code millis} and as much above it as that is below. */
    private static void add(TimesByCount times, int requests, double millis, double lowFactor) {
        for (int i = 0; i < OFTEN; i++) {
            times.add(requests, millis * MILLI * (i % 2 == 0 ? lowFactor : 2 - lowFactor));
        }
    }
}
