package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Batches of 1, 2 and 4 requests take 1, 2 and 4 ms on the way up and down. In the order of the load those of 1 take 1.1 ms before
 * and 1.3 after it, 25 of them each; those of 2 take 3 ms, 25 before it, and 3.7 ms after it, but 10 of those.
 */
class LoadTimesTest {
    private static final double MILLI = 1e6;

    @Test
    void timesOfTheLoadsOwnOrderComeFirst() {
        assertEquals(1.2 * MILLI, LoadTimes.of(List.of(around(1))).batchNanos(0, 1), 1);
    }

    /** Batches of 2 take 3.2 ms in the mean of all 35, 1.6 times as long; before and after weighed alike would give 3.35. */
    @Test
    void rareSizesTakeTheOrdersEffect() {
        LoadTimes times = LoadTimes.of(List.of(around(1)));
        assertEquals(1.6 * 2 * MILLI, times.batchNanos(0, 2), 1);
        assertEquals(1.6 * 4 * MILLI, times.batchNanos(0, 4), 1);
    }

    /** A single stall of 50 ms is no part of either time. */
    @Test
    void stallsAreLeftOut() {
        AroundLoad around = around(1);
        around.before().beforeLoad().add(1, 50 * MILLI);
        assertEquals(1.2 * MILLI, LoadTimes.of(List.of(around)).batchNanos(0, 1), 1);
    }

    /** After gaps a request alone takes 1.4, 1.5 and 9 ms, so 0.2, 0.3 and 7.8 more than a batch of one. */
    @Test
    void theWakeUpIsThatOfTheRoundInTheMiddle() {
        List<AroundLoad> rounds =
                DoubleStream.of(1.5, 9, 1.4).mapToObj(LoadTimesTest::around).toList();
        assertEquals(0.3 * MILLI, LoadTimes.of(rounds).wakeUpNanos(), 1);
    }

    @Test
    void noWakeUpIsBelowNone() {
        assertEquals(0, LoadTimes.of(List.of(around(1.1))).wakeUpNanos());
    }

    private static AroundLoad around(double afterGapMillis) {
        AroundLoad around = new AroundLoad(times(afterGapMillis), times(afterGapMillis));
        add(around.before().beforeLoad(), 1, 1.1, 25);
        add(around.after().afterLoad(), 1, 1.3, 25);
        add(around.before().beforeLoad(), 2, 3, 25);
        add(around.after().afterLoad(), 2, 3.7, 10);
        return around;
    }

    private static IdleTimes times(double afterGapMillis) {
        IdleTimes times = new IdleTimes();
        add(times.batches(), 1, 1, 20);
        add(times.batches(), 2, 2, 20);
        add(times.batches(), 4, 4, 20);
        add(times.afterGaps(), 1, afterGapMillis, 20);
        return times;
    }

    private static void add(TimesByCount times, int requests, double millis, int often) {
        for (int i = 0; i < often; i++) {
            times.add(requests, millis * MILLI);
        }
    }
}
