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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IdleRoundsTest {
    /** Batches take 0, 60, 54 and 66 longer than calls of 100 + 10 n; that those of one take 5 less is noise. */
    @Test
    void theCostIsTheDifferenceOfTheMedians() {
        IdleTimes times = new IdleTimes();
        times.afterGaps().add(1, 105 + 13 + 7);
        Map<Integer, Integer> longer = Map.of(1, -5, 2, 60, 4, 54, 8, 66);
        longer.forEach((requests, added) -> {
            for (double noise : new double[] {-1, 0, 40}) {
                times.calls().add(requests, 100 + 10 * requests + noise);
                times.batches().add(requests, 100 + 10 * requests + added + noise);
            }
        });
        ServerCost cost = new IdleRounds(List.of(times)).serverCost();
        assertEquals(Map.of(1, 0.0, 2, 60.0, 4, 54.0, 8, 66.0), cost.addedNanos());
        assertEquals(7, cost.wakeUpNanos());
        assertArrayEquals(new int[] {1, 2, 4, 8}, times.calls().counts());
        assertEquals(100 + 10 + 13, new IdleRounds(List.of(times)).meanCallNanos(1), 1e-9);
    }

    /**
     * 99 calls of 1 ms and one of 6 in the first round, 100 calls of 8 ms in the second, and batches as long as calls but
     * for the stall: one, of 5 ms, in 1.8 s.
     * Told from the calls of both rounds together there would be none: half of them took 7 ms more than the others.
     */
    @Test
    void stallsAreToldRoundByRound() {
        IdleTimes fast = new IdleTimes();
        IdleTimes slow = new IdleTimes();
        for (int i = 0; i < 100; i++) {
            fast.calls().add(1, i == 50 ? 6e6 : 1e6);
            fast.batches().add(1, 1e6);
            slow.calls().add(1, 8e6);
            slow.batches().add(1, 8e6);
        }
        IdleRounds rounds = new IdleRounds(List.of(fast, slow));
        Pauses stalls = rounds.stalls().orElseThrow();
        assertEquals(1 / 1.8, stalls.stallsPerSecond(), 1e-9);
        assertArrayEquals(new double[] {5e6}, stalls.stallNanos());
        assertEquals(4.5e6, rounds.meanCallNanos(1), 1e-6);
    }

    /** 20 batches of 1 ms as before a load and 20 as after one, of which one took 21: two stalls of 20 ms in 0.08 s. */
    @Test
    void batchesAsUnderALoadShowStallsToo() {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 20; i++) {
            times.calls().add(1, 1e6);
            times.batches().add(1, 1e6);
            times.afterLoad().add(1, i == 7 ? 21e6 : 1e6);
            times.beforeLoad().add(2, i == 9 ? 21e6 : 1e6);
        }
        Pauses stalls = new IdleRounds(List.of(times)).stalls().orElseThrow();
        assertEquals(2 / 0.08, stalls.stallsPerSecond(), 1e-9);
        assertArrayEquals(new double[] {20e6, 20e6}, stalls.stallNanos());
    }

    /**
     * A fast round and one that is half as fast, batches of 1 and 2 requests of 8 samples; those of 1 scatter by a half
     * either way, those of 2 not at all. The speed of the rounds is no scatter.
     */
    @Test
    void batchesScatterBySizeWithinTheirRound() {
        IdleRounds rounds = new IdleRounds(List.of(scattered(1e5), scattered(2e5)));
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

    /**
     * Batches of 1 that do not scatter on the way up and down, and by a half either way as under the load that comes, as many of
     * each. After the load before there were nineteen, too few to tell a scatter from stalls: theirs is left out.
     */
    @Test
    void batchesAsUnderALoadScatterToo() {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 100; i++) {
            times.batches().add(1, 1e5);
            times.beforeLoad().add(1, i % 2 == 0 ? 1e5 : 3e5);
        }
        for (int i = 0; i < 19; i++) {
            times.afterLoad().add(1, i % 2 == 0 ? 1e5 : 9e5);
        }
        double[] factors = times.batchFactors(1);
        assertEquals(200, factors.length);
        assertEquals(100, Arrays.stream(factors).filter(each -> each == 1).count());
        Spread.Factor factor =
                new IdleRounds(List.of(times)).batchSpread(8).create(new RandomStreams(20261123, 2).stream("test"));
        double[] drawn = DoubleStream.generate(() -> factor.next(8)).limit(1000).toArray();
        assertEquals(0.5, Arrays.stream(drawn).min().orElseThrow(), 0.01);
        assertEquals(1.5, Arrays.stream(drawn).max().orElseThrow(), 0.01);
    }

    private static IdleTimes scattered(double nanos) {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 100; i++) {
            times.calls().add(1, nanos);
            times.calls().add(2, nanos);
            times.batches().add(1, nanos * (i % 2 == 0 ? 0.5 : 1.5));
            times.batches().add(2, 2 * nanos);
        }
        return times;
    }

    @Test
    void theLawHoldsTheCost() {
        ServiceTimeLaw calls = new ServiceTimeLaw(
                        new BatchTime.Affine(100, 10), new Spread.None(), 100, List.of(1.0, 1.5))
                .withPauses(Optional.of(new Pauses(0, 3, new double[] {9})));
        ServiceTimeLaw law = new ServerCost(7, new TreeMap<>(Map.of(1, 52.0, 3, 72.0))).on(calls, 4);
        assertEquals(calls.sharedSpeed(), law.sharedSpeed());
        assertEquals(Optional.of(new Pauses(7, 3, new double[] {9})), law.pauses());
        assertEquals(12, law.largestBatch());
        assertEquals(100 + 40 + 52, law.time().meanNanos(4), 1e-9);
        assertEquals(100 + 80 + 62, law.time().meanNanos(8), 1e-9);
        assertEquals(100 + 120 + 72, law.time().meanNanos(12), 1e-9);
    }

    /** Every batch is one request. */
    @Test
    void theCostOfOneSizeIsACost() {
        ServiceTimeLaw calls = new ServiceTimeLaw(new BatchTime.Affine(100, 10), new Spread.None(), 100);
        ServiceTimeLaw law = new ServerCost(7, new TreeMap<>(Map.of(1, 30.0))).on(calls, 4);
        assertEquals(170, law.time().meanNanos(4), 1e-9);
    }
}
