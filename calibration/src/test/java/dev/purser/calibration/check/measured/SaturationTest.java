package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** A batch of 64 takes 70 us a sample: 14,286 a second. 98, 102, 105 and 120 % of it; of two instances, which share the device, too. */
    @ParameterizedTest
    @CsvSource({"14000, false", "14571, true", "15000, true", "17143, true"})
    void theBestSizeDecides(double perSecond, boolean passed) {
        assertEquals(passed, Saturation.isPassed(rate(perSecond, 1, List.of()), CNN, 1));
        assertEquals(passed, Saturation.isPassed(rate(perSecond, 2, List.of()), CNN, 1));
        assertFalse(
                passed && Prediction.of(rate(perSecond, 1, List.of()), CNN, 1).containsKey(Figure.MEAN));
    }

    /** Of a law that is cheapest at its end, 100 us a sample there, and of clients that wait for their answers. */
    @Test
    void fullBatchesDecideWhereTheyAreBest() {
        BatchTime time = new BatchTime.Affine(FULL * 50 * MICRO, 50 * MICRO);
        ServiceTimeLaw law = new ServiceTimeLaw(time, new Spread.None(), FULL);
        assertFalse(Saturation.isPassed(rate(9_800, 1, List.of()), law, 1));
        assertTrue(Saturation.isPassed(rate(10_200, 1, List.of()), law, 1));
        assertFalse(Saturation.isPassed(LoadPoints.closed(500, 1, 1, FULL), law, 1));
    }

    /** Requests of 1,024 samples make no other batch; and 99.5 us a sample on the way in let in 10,050 a second. */
    @Test
    void itIsPassedWhereNoBatchKeepsUp() {
        BatchingSpec batching = new BatchingSpec(FULL, 0, List.of());
        LoadPoint whole = LoadPoints.of(new Load(0, 9000.0 / FULL, 0, FULL), 1, batching);
        assertTrue(Saturation.isPassed(whole, CNN, 1));
        Optional<BatchTime.Affine> wayIn = Optional.of(new BatchTime.Affine(0, 99.5 * MICRO));
        BatchTime slow = new BatchTime.Table(new int[] {1, FULL}, new double[] {110 * MICRO, FULL * 250 * MICRO});
        ServiceTimeLaw law = new ServiceTimeLaw(slow, new Spread.None(), FULL, List.of(1.0), wayIn);
        assertTrue(Saturation.isPassed(rate(10_100, 1, List.of()), law, 1));
    }

    private static LoadPoint rate(double perSecond, int instances, List<Integer> preferred) {
        return LoadPoints.of(new Load(0, perSecond, 0, 1), instances, new BatchingSpec(FULL, 0, preferred));
    }
}
