package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TimesByCountTest {
    /** Of 1 request there are two closer times, which is enough; of 2 one; of 3 none; 4 is nobody's business. */
    @Test
    void closerTimesStandAloneWhereThereAreEnough() {
        TimesByCount times = new TimesByCount();
        times.add(3, 30);
        times.add(1, 10);
        times.add(2, 20);
        TimesByCount closer = new TimesByCount();
        closer.add(1, 12);
        closer.add(1, 11);
        closer.add(2, 21);
        closer.add(4, 41);
        TimesByCount refined = times.refinedBy(closer, 2);
        assertArrayEquals(new int[] {1, 2, 3}, refined.counts());
        assertArrayEquals(new double[] {12, 11}, refined.of(1));
        assertArrayEquals(new double[] {20, 21}, refined.of(2));
        assertArrayEquals(new double[] {30}, refined.of(3));
        assertArrayEquals(new double[0], refined.of(4));
        assertArrayEquals(new double[] {10}, times.of(1), "as it was");
    }
}
