package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IdleRoundsTest {
    /** Calls of 100 + 10 n and batches of 150 + 12 n: the server costs 50 a batch and 2 a request. */
    @Test
    void theLineThroughTheDifferencesOfTheMedians() {
        IdleTimes times = new IdleTimes();
        times.addAfterGap(150 + 12 + 13 + 7);
        for (int requests : new int[] {1, 2, 4, 8}) {
            for (double noise : new double[] {-1, 0, 40}) {
                times.addCall(requests, 100 + 10 * requests + noise);
                times.addBatch(requests, 150 + 12 * requests + noise);
            }
        }
        ServerCost cost = new IdleRounds(List.of(times)).serverCost();
        assertEquals(50, cost.perBatchNanos(), 1e-9);
        assertEquals(2, cost.perRequestNanos(), 1e-9);
        assertEquals(7, cost.wakeUpNanos());
        assertArrayEquals(new int[] {1, 2, 4, 8}, times.requests());
        assertEquals(100 + 10 + 13, new IdleRounds(List.of(times)).meanCallNanos(1), 1e-9);
    }

    /** A line that falls is noise: the mean difference is all there is. */
    @Test
    void aCostThatFallsWithTheRequestsIsTakenForConstant() {
        IdleTimes times = new IdleTimes();
        times.addAfterGap(137);
        times.addCall(1, 100);
        times.addBatch(1, 130);
        times.addCall(3, 100);
        times.addBatch(3, 110);
        ServerCost cost = new IdleRounds(List.of(times)).serverCost();
        assertEquals(20, cost.perBatchNanos(), 1e-9);
        assertEquals(0, cost.perRequestNanos());
    }

    @Test
    void ofOneSizeItIsTheDifference() {
        IdleTimes times = new IdleTimes();
        times.addAfterGap(137);
        times.addCall(1, 100);
        times.addBatch(1, 130);
        assertEquals(new ServerCost(7, 30, 0), new IdleRounds(List.of(times)).serverCost());
    }

    /**
     * 99 calls of 1 ms and one of 6 in the first round, 100 calls of 8 ms in the second: one stall, of 5 ms, in 0.899 s.
     * Told from the calls of both rounds together there would be none: half of them took 7 ms more than the others.
     */
    @Test
    void stallsAreToldRoundByRound() {
        IdleTimes fast = new IdleTimes();
        IdleTimes slow = new IdleTimes();
        for (int i = 0; i < 100; i++) {
            fast.addCall(1, i == 50 ? 6e6 : 1e6);
            slow.addCall(1, 8e6);
        }
        IdleRounds rounds = new IdleRounds(List.of(fast, slow));
        Pauses stalls = rounds.stalls().orElseThrow();
        assertEquals(1 / 0.9, stalls.stallsPerSecond(), 1e-9);
        assertArrayEquals(new double[] {5e6}, stalls.stallNanos());
        assertEquals(4.5e6, rounds.meanCallNanos(1), 1e-6);
    }

    /**
     * A fast round and one that is half as fast, batches of 1 and 2 requests of 8 samples; those of 1 scatter by a half
     * either way, those of 2 not at all. The speed of the rounds is no scatter.
     */
    @Test
    void batchesScatterBySizeWithinTheirRound() {
        IdleRounds rounds = new IdleRounds(List.of(scattered(1e5), scattered(2e5)));
        assertEquals(1.5e5, rounds.meanBatchNanos(1), 1e-6);
        assertEquals(3e5, rounds.meanBatchNanos(2), 1e-6);
        SortedMap<Integer, Spread> sizes = ((Spread.BySize) rounds.batchSpread(8)).sizes();
        assertEquals(Set.of(8, 16), sizes.keySet());
        Spread.Factor steady = sizes.get(16).create(new RandomStreams(20261123, 0).stream("test"));
        assertEquals(1, steady.next(16), 1e-6);
        Spread.Factor scattered = sizes.get(8).create(new RandomStreams(20261123, 1).stream("test"));
        double[] factors =
                DoubleStream.generate(() -> scattered.next(8)).limit(1000).toArray();
        assertEquals(0.5, Arrays.stream(factors).min().orElseThrow(), 0.01);
        assertEquals(1.5, Arrays.stream(factors).max().orElseThrow(), 0.01);
    }

    private static IdleTimes scattered(double nanos) {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 100; i++) {
            times.addCall(1, nanos);
            times.addCall(2, nanos);
            times.addBatch(1, nanos * (i % 2 == 0 ? 0.5 : 1.5));
            times.addBatch(2, 2 * nanos);
        }
        return times;
    }

    @Test
    void theLawHoldsTheCost() {
        ServiceTimeLaw calls = new ServiceTimeLaw(
                        new BatchTime.Affine(100, 10), new Spread.None(), 100, List.of(1.0, 1.5))
                .withPauses(Optional.of(new Pauses(0, 3, new double[] {9})));
        ServiceTimeLaw law = new ServerCost(7, 50, 2).on(calls, 4, 14);
        assertEquals(calls.sharedSpeed(), law.sharedSpeed());
        assertEquals(Optional.of(new Pauses(7, 3, new double[] {9})), law.pauses());
        assertEquals(12, law.largestBatch());
        assertEquals(100 + 40 + 50 + 2, law.time().meanNanos(4), 1e-9);
        assertEquals(100 + 120 + 50 + 6, law.time().meanNanos(12), 1e-9);
    }
}
