package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedTimesTest {
    /** A machine that doubles its times halfway doubles both of a pair. */
    @Test
    void ratiosWithinPairs() {
        PairedTimes times = new PairedTimes(new double[] {100, 100, 200}, new double[] {50, 60, 100});
        assertEquals(0.5, times.ratio(), 1e-12);
        assertEquals(100, times.medianBeforeNanos());
        assertEquals(60, times.medianAfterNanos());
    }

    /** 15 rounds: 14 on one side are 2 (1 + 15) / 2^15 = 0.00098 likely for equals, 13 are 0.0074. */
    @Test
    void oneOfFifteenMayDisagree() {
        assertTrue(times(15, 1, 0.8).faster());
        assertFalse(times(15, 2, 0.8).faster());
        assertTrue(times(15, 1, 1.25).slower());
        assertFalse(times(15, 2, 1.25).slower());
        assertFalse(times(15, 0, 0.8).slower());
    }

    @Test
    void smallOrFewDifferencesAreNotTold() {
        assertFalse(times(15, 0, 0.96).faster());
        assertFalse(times(15, 0, 1.04).slower());
        assertFalse(times(10, 0, 0.5).faster(), "2 / 2^10 is more than 0.001");
        assertTrue(times(11, 0, 0.5).faster());
    }

    /** {@code others} of the rounds say the opposite of {@code ratio}. */
    private static PairedTimes times(int rounds, int others, double ratio) {
        double[] before = new double[rounds];
        Arrays.fill(before, 100);
        double[] after = IntStream.range(0, rounds)
                .mapToDouble(round -> 100 * (round < others ? 1 / ratio : ratio))
                .toArray();
        return new PairedTimes(before, after);
    }
}
