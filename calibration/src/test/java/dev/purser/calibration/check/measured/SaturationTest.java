package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server as the shipped one of {@code cnn}: 70 us a sample in batches of 64, which makes 14,286 a second, and 147 us in
 * those of 1,024, its largest, which makes 6,803.
 */
class SaturationTest {
    private static final double MICRO = Nanos.MICROSECOND;
    private static final int FULL = 1024;
    private static final BatchTime TIME =
            new BatchTime.Table(new int[] {1, 64, FULL}, new double[] {233 * MICRO, 4480 * MICRO, 150_528 * MICRO});
    private static final ServiceTimeLaw CNN = new ServiceTimeLaw(TIME, new Spread.None(), FULL);

    /** Sizes of batches that have odds of 1e-12 and more at 9,000 requests a second. */
    private static final int MOST_IN_A_BATCH = 60;

    /**
     * Full batches serve fewer from 6,803 on, but they do not come about. What came in during a batch is the next one, or the
     * next request alone if nothing did: a Markov chain, whose mean latency is calculated. Over seeds the mean scatters by
     * 1.2 % at most and throughput by 0.65 %, that of 32,000 random arrivals: one in 30,000 is off by more.
     */
    @ParameterizedTest
    @ValueSource(doubles = {6500, 6900, 7500, 9000})
    void aRateThatSmallBatchesHoldIsCompared(double perSecond) {
        Map<Figure, Double> predicted = Prediction.of(rate(perSecond, 1, List.of()), CNN, 1);
        double expected = meanNanos(perSecond);
        assertEquals(expected, predicted.get(Figure.MEAN), 0.05 * expected);
        assertEquals(perSecond, predicted.get(Figure.THROUGHPUT), 0.03 * perSecond);
    }

    private static double meanNanos(double perSecond) {
        double perNano = perSecond / Nanos.SECOND;
        double[] share = new double[MOST_IN_A_BATCH];
        share[1] = 1;
        for (int step = 0; step < 200; step++) {
            double[] next = new double[MOST_IN_A_BATCH];
            for (int size = 1; size < MOST_IN_A_BATCH; size++) {
                for (int came = 0; came < MOST_IN_A_BATCH; came++) {
                    next[Math.max(1, came)] += share[size] * poisson(perNano * TIME.meanNanos(size), came);
                }
            }
            share = next;
        }
        double latencies = 0;
        double requests = 0;
        for (int size = 1; size < MOST_IN_A_BATCH; size++) {
            double nanos = TIME.meanNanos(size);
            requests += share[size] * size;
            latencies += share[size] * (size * nanos + perNano * nanos * nanos / 2);
        }
        return latencies / requests;
    }

    private static double poisson(double mean, int count) {
        double share = Math.exp(-mean);
        for (int i = 1; i <= count; i++) {
            share *= mean / i;
        }
        return share;
    }

    /**
     * 98 % of what batches of 64 serve, in place of which those of about 42 make 65 and more by chance soon, with each of a
     * hundred seeds; 102, 105 and 120 % of it.
     */
    @ParameterizedTest
    @CsvSource({"14000, 1", "14571, 1", "15000, 1", "17143, 1", "14000, 2", "14571, 2", "15000, 2", "17143, 2"})
    void aRateThatNoBatchesHoldIsNot(double perSecond, int instances) {
        assertFalse(Prediction.of(rate(perSecond, instances, List.of()), CNN, 1).containsKey(Figure.MEAN));
    }

    /**
     * At 9,000 a second a batch may take 111 us a sample: 152.13 us x b - 5,257 us less than that makes b = 128 at most. One
     * such in service and as many that wait is the limit, of two instances two such. Simulated, 6,803
     * a second are 1 % off at most.
     */
    @ParameterizedTest
    @CsvSource({"1, 256", "2, 384"})
    void itGrowsFromTheLargestBatchThatKeepsUpOn(int instances, long expected) {
        assertEquals(expected, Saturation.growsFrom(rate(9000, instances, List.of()), CNN, 1), 0.02 * expected);
    }

    @Test
    void itNeverGrowsBelowWhatFullBatchesServe() {
        assertEquals(Saturation.NEVER, Saturation.growsFrom(rate(6700, 1, List.of()), CNN, 1));
        assertEquals(Saturation.NEVER, Saturation.growsFrom(LoadPoints.closed(500, 1, 1, FULL), CNN, 1));
    }

    /** 1,023 that wait still make a batch of 64. */
    @Test
    void preferredSizesKeepBatchesSmall() {
        assertEquals(1023 + 64, Saturation.growsFrom(rate(9000, 1, List.of(64)), CNN, 1));
    }

    /** Requests of 1,024 samples make no other batch; and 99.5 us a sample on the way in let in 10,050 a second. */
    @Test
    void itGrowsAtOnceWhereNoBatchKeepsUp() {
        BatchingSpec batching = new BatchingSpec(FULL, 0, List.of());
        LoadPoint whole = LoadPoints.of(new Load(0, 9000.0 / FULL, 0, FULL), 1, batching);
        assertEquals(0, Saturation.growsFrom(whole, CNN, 1));
        Optional<BatchTime.Affine> wayIn = Optional.of(new BatchTime.Affine(0, 99.5 * MICRO));
        BatchTime slow = new BatchTime.Table(new int[] {1, FULL}, new double[] {110 * MICRO, FULL * 250 * MICRO});
        ServiceTimeLaw law = new ServiceTimeLaw(slow, new Spread.None(), FULL, List.of(1.0), wayIn);
        assertEquals(0, Saturation.growsFrom(rate(10_100, 1, List.of()), law, 1));
    }

    private static LoadPoint rate(double perSecond, int instances, List<Integer> preferred) {
        return LoadPoints.of(new Load(0, perSecond, 0, 1), instances, new BatchingSpec(FULL, 0, preferred));
    }
}
