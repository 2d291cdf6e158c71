package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SessionsTest {
    /** Half of five sessions, rounded up, is three. */
    @Test
    void theLatestSessionsAreHeldOut() {
        int[] items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] queries = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0};
        Split<Sessions> split = Sessions.ofLength(2, 10, 2, items, queries).splitByTime(0.5);
        assertArrayEquals(new int[] {0, 1, 2, 3}, split.train().item());
        assertArrayEquals(new int[] {4, 5, 6, 7, 8, 9}, split.heldOut().item());
        assertArrayEquals(new int[] {1, 0, 1, 0, 1, 0}, split.heldOut().query());
        assertEquals(3, split.heldOut().count());
    }

    @Test
    void brokenSessionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sessions.ofLength(2, 10, 2, new int[3], new int[3]));
        assertThrows(IllegalArgumentException.class, () -> Sessions.ofLength(2, 10, 2, new int[4], new int[2]));
    }
}
