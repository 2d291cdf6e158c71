package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class CallTimesTest {

    @Test
    void keepsAllThatFit() {
        assertArrayEquals(new long[] {1, 2, 3}, kept(3));
    }

    /** Four fit. The fifth halves them to 1 and 3 and joins; then every second call: 7. */
    @Test
    void halvesWhenFull() {
        assertArrayEquals(new long[] {1, 3, 5}, kept(5));
        assertArrayEquals(new long[] {1, 3, 5}, kept(6));
        assertArrayEquals(new long[] {1, 3, 5, 7}, kept(8));
    }

    /** The next halving keeps 1 and 5 and every fourth from then on. */
    @Test
    void halvesAgain() {
        assertArrayEquals(new long[] {1, 5, 9, 13}, kept(16));
    }

    @Test
    void clearsBetweenRounds() {
        CallTimes times = new CallTimes(4);
        for (int i = 0; i < 100; i++) {
            times.add(i);
        }
        times.clear();
        times.add(7);
        times.add(8);
        assertArrayEquals(new long[] {7, 8}, times.nanos());
    }

    private static long[] kept(int calls) {
        CallTimes times = new CallTimes(4);
        for (int call = 1; call <= calls; call++) {
            times.add(call);
        }
        return times.nanos();
    }
}
