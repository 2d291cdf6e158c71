package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimesByCountTest {
    @Test
    void countsRiseAndTimesKeepTheirOrder() {
        TimesByCount times = new TimesByCount();
        times.add(3, 30);
        times.add(1, 12);
        times.add(1, 10);
        assertArrayEquals(new int[] {1, 3}, times.counts());
        assertArrayEquals(new double[] {12, 10}, times.of(1));
        assertArrayEquals(new double[0], times.of(2));
    }

    /** Of 20 times one that is 50 ms longer was stalled; of 19 nobody can tell. Half of the others take 1 ms, half 3. */
    @Test
    void stallsAreLeftOutWhereThereAreEnoughToTell() {
        assertEquals(2e6, times(20).calmMeanNanos(1), 2e5);
        assertEquals((9 * 1e6 + 9 * 3e6 + 51e6) / 19, times(19).calmMeanNanos(1), 2e5);
        double[] factors = times(21).calmFactors(1);
        assertEquals(20, factors.length);
        assertEquals(0.5, factors[0], 1e-9);
        assertEquals(1.5, factors[19], 1e-9);
    }

    private static TimesByCount times(int count) {
        TimesByCount times = new TimesByCount();
        for (int i = 1; i < count; i++) {
            times.add(1, i % 2 == 0 ? 1e6 : 3e6);
        }
        times.add(1, 51e6);
        return times;
    }
}
