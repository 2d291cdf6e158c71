package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At 1,000 requests a second. Bounds are five standard errors wide: a false alarm in 1.7 million. */
class CourseTest {
    private static final int BATCHES = 100_000;

    /** Every batch takes 1 ms, in which one request comes in the mean; if none does, the next is served alone. */
    @Test
    void aBatchHoldsWhatCameInDuringTheOneBefore() {
        double none = Math.exp(-1);
        double mean = 1 + none;
        double square = 2 + none;
        assertNear(mean, square - mean * mean, sizes(1_000, 0, Nanos.MILLISECOND));
    }

    /** Batches that take no time: one request, and in the mean the half that comes in 0.5 ms. */
    @Test
    void aRequestAloneGetsTheCompanyItWaitsFor() {
        assertNear(1.5, 0.5, sizes(1_000, Nanos.MILLISECOND / 2, 0));
    }

    /** Those that came in during a batch of 1 ms have waited; only a request alone waits 1 ms more. */
    @Test
    void whoHasWaitedEnoughGoesAtOnce() {
        double none = Math.exp(-1);
        double mean = 1 + 2 * none;
        double square = 2 + 5 * none;
        assertNear(mean, square - mean * mean, sizes(1_000, Nanos.MILLISECOND, Nanos.MILLISECOND));
    }

    /** Three come in, two fit: after a while all batches are full, as the others go on waiting. */
    @Test
    void whoDoesNotFitWaitsForTheNext() {
        int[] sizes = sizes(2, 0, 3 * Nanos.MILLISECOND);
        assertTrue(IntStream.of(sizes).skip(1_000).allMatch(size -> size == 2));
        assertEquals(1, sizes[0]);
    }

    private static int[] sizes(int most, long waitNanos, long batchNanos) {
        Course course = new Course(1_000, most, waitNanos, new RandomStreams(20261123, 0).stream("course"));
        return IntStream.range(0, BATCHES)
                .map(i -> course.next(i == 0 ? 0 : batchNanos))
                .toArray();
    }

    private static void assertNear(double mean, double variance, int[] sizes) {
        assertEquals(mean, IntStream.of(sizes).average().orElseThrow(), 5 * Math.sqrt(variance / BATCHES));
    }
}
