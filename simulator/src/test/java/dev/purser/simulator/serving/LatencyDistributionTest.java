package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatencyDistributionTest {
    /** 1,000 and 3,000 ns have the mean 2,000 ns; 98,000 ns later it is 100,000 ns. The unanswered one stays behind. */
    @Test
    void allAnsweredRequestsMoveByTheSameTime() {
        LatencyHistogram counted = new LatencyHistogram();
        counted.record(1000);
        counted.record(3000);
        counted.recordUnanswered(1);
        LatencyDistribution moved = counted.distribution().answeredWithMean(100_000);
        LatencyMixture mixture = new LatencyMixture();
        mixture.add(moved, 10);
        assertEquals(2, moved.requests());
        assertEquals(100_000, mixture.meanNanos(), 0.001 * 100_000);
        assertEquals(99_000, mixture.quantiles(0.4)[0].nanos(), 0.001 * 99_000);
        assertEquals(101_000, mixture.quantiles(1)[0].nanos(), 0.001 * 101_000);
    }

    /** One request of four, the highest. */
    @Test
    void unansweredRequestsRankAboveAll() {
        LatencyHistogram counted = new LatencyHistogram();
        counted.record(1000);
        LatencyMixture mixture = new LatencyMixture();
        mixture.add(LatencyDistribution.UNANSWERED, 5);
        mixture.add(counted.distribution(), 15);
        assertTrue(mixture.quantiles(0.74)[0].isNumber());
        assertFalse(mixture.quantiles(0.76)[0].isNumber());
        assertEquals(1000, mixture.meanNanos());
    }
}
