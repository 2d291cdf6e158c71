package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class AroundLoadTest {
    /** One request: 1 ms before and 3 after, one stalled for 50 more; two requests: 2 ms before and after. */
    @Test
    void aSizeTakesTheMeanOfBeforeAndAfter() {
        TimesByCount before = new TimesByCount();
        TimesByCount after = new TimesByCount();
        for (int i = 0; i < 20; i++) {
            before.add(1, Nanos.MILLISECOND);
            before.add(2, 2 * Nanos.MILLISECOND);
            after.add(1, (i == 5 ? 53 : 3) * Nanos.MILLISECOND);
            after.add(2, 2 * Nanos.MILLISECOND);
        }
        BatchTime times = new AroundLoad(before, after).times(8);
        assertEquals(2 * Nanos.MILLISECOND, times.meanNanos(8), 1);
        assertEquals(2 * Nanos.MILLISECOND, times.meanNanos(16), 1);
    }

    /** Twenty batches before the second load say more of it than those of the way up and down, nineteen after it do not. */
    @Test
    void eachLoadHasItsOwnBatches() {
        IdleTimes first = times();
        IdleTimes second = times();
        IdleTimes third = times();
        for (int i = 0; i < 20; i++) {
            first.beforeLoad().add(1, 7e6);
            second.afterLoad().add(1, 7e6);
            second.beforeLoad().add(1, 3e6);
        }
        third.afterLoad().add(1, 1.8e6);
        Sent sent = new Sent(new SendTimes(new long[0], Nanos.SECOND), new long[0], new Answers());
        LiveRound round = new LiveRound(List.of(first, second, third), List.of(1.0, 1.0), List.of(sent, sent));
        assertEquals(7e6, round.around(0).meanNanos(1), 1e-6);
        assertEquals((3e6 + (19 * 1e6 + 1.8e6) / 20) / 2, round.around(1).meanNanos(1), 1e-6);
    }

    private static IdleTimes times() {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 19; i++) {
            times.batches().add(1, 1e6);
        }
        return times;
    }
}
