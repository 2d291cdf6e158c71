package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.statistics.Replicated;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances that wake up and stall. A request alone takes 10 ms. */
class PausesInServiceTest {
    private static final double[] NO_STALLS = {};

    /** The first wakes the instance (3 ms), the second comes while it computes, the third finds it asleep again. */
    @Test
    void onlyAnInstanceThatHadNothingToDoWakesUp() {
        Station station = fixed(1, 1);
        assertEquals(
                List.of("FULL 13", "FULL 22", "FULL 13"),
                new Timeline(station).requests(1, 2, 40).outcomes());
    }

    /** The request that comes at the very moment an instance falls free finds it awake: 1 + 13 = 14. */
    @Test
    void anInstanceThatJustEndedIsAwake() {
        Station station = fixed(1, 1);
        assertEquals(
                List.of("FULL 13", "FULL 10"),
                new Timeline(station).requests(1, 14).outcomes());
    }

    /** Two instances: each sleeps on its own. */
    @Test
    void eachInstanceWakesUp() {
        Station station = fixed(2, 1);
        assertEquals(
                List.of("FULL 13", "FULL 13", "FULL 21"),
                new Timeline(station).requests(1, 2, 3).outcomes());
    }

    /** Batches of up to 2: the one that forms while the first computes starts without waking up. */
    @Test
    void batchesThatWaitedStartAtOnce() {
        Station station = fixed(1, 2);
        assertEquals(
                List.of("FULL 13", "FULL 22", "FULL 21"),
                new Timeline(station).requests(1, 2, 3).outcomes());
    }

    private static Station fixed(int servers, int largestBatch) {
        Station station = new Station();
        station.spread = new Spread.None();
        station.servers = servers;
        station.batching = new BatchingSpec(largestBatch, 0, List.of());
        station.pauses = Optional.of(new Pauses(3.0 * Nanos.MILLISECOND, 0, NO_STALLS));
        return station;
    }

    /** Shared by two, 10 ms each: awake after 3 ms both compute at half speed for 20, and wake up beside the device. */
    @Test
    void anInstanceWakesUpBesideASharedDevice() {
        Station station = fixed(2, 1);
        station.sharedSpeed = List.of(1.0);
        assertEquals(
                List.of("FULL 23", "FULL 23"),
                new Timeline(station).requests(1, 1).outcomes());
    }

    /**
     * M/G/1 with an exceptional first service (Welch 1964): mean time in system = E[C] + r E[C^2] / (2 (1 - r E[C])) +
     * (2 E[D] + r E[D^2]) / (2 (1 + r E[D])) for arrivals at rate r. C, the time until a batch is done, is exponential
     * work (mean s) and stalls of length l at rate h while it computes: E[C] = s (1 + h l), Var C = s^2 (1 + h l)^2 +
     * h s l^2. D, what comes on top after idling, is the wake-up w and the rest R of a stall. An idle time begins without
     * one; either a request ends it, or a stall begins, during which a request may come, after X: with q = 1 - exp(-r l)
     * and b = r + h q, E[R] = h (l - q / r) / b and E[R^2] = h (l^2 - 2 l / r + 2 q / r^2) / b. Ten replications (seed
     * 20261203, chosen beforehand), false alarms 1 in 10,000 each.
     */
    @ParameterizedTest
    @CsvSource({"20, 0, 0, 0", "50, 4, 0, 0", "30, 0, 20, 5", "60, 2, 10, 20", "60, 1, 2, 100"})
    void meanLatencyIsThatOfWelch(double perSecond, double wakeUp, double stallsPerSecond, double stall) {
        double rate = perSecond / 1000;
        double stalls = stallsPerSecond / 1000;
        double mean = 10 * (1 + stalls * stall);
        double second = 2 * mean * mean + stalls * 10 * stall * stall;
        double met = 1 - Math.exp(-rate * stall);
        double idleEnds = rate + stalls * met;
        double rest = stalls * (stall - met / rate) / idleEnds;
        double restSquared = stalls * (stall * stall - 2 * stall / rate + 2 * met / rate / rate) / idleEnds;
        double extra = wakeUp + rest;
        double extraSquared = wakeUp * wakeUp + 2 * wakeUp * rest + restSquared;
        double expected = mean
                + rate * second / (2 * (1 - rate * mean))
                + (2 * extra + rate * extraSquared) / (2 * (1 + rate * extra));
        Replicated.of(
                        10,
                        1e-4,
                        replication -> station(perSecond, wakeUp, stallsPerSecond, stall)
                                .run(20261203, replication)
                                .meanLatency(Nanos.MILLISECOND))
                .assertMean(expected, 0.05, "mean time in system");
    }

    private static Station station(double perSecond, double wakeUp, double stallsPerSecond, double stall) {
        Station station = new Station();
        station.perSecond = perSecond;
        station.horizonNanos = 8000 * Nanos.SECOND;
        double[] lengths = stallsPerSecond > 0 ? new double[] {stall * Nanos.MILLISECOND} : NO_STALLS;
        station.pauses = Optional.of(new Pauses(wakeUp * Nanos.MILLISECOND, stallsPerSecond, lengths));
        return station;
    }
}
