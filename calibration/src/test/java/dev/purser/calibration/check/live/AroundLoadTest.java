package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

class AroundLoadTest {
    /** Batches of one request: 1, 3 and 8 ms between the loads, of which one was stalled for 50 more; after gaps a fifth more. */
    @Test
    void aLoadTakesTheMeanOfBeforeAndAfter() {
        Sent sent = new Sent(new SendTimes(new long[0], Nanos.SECOND), new long[0], new Answers());
        LiveRound round = new LiveRound(
                List.of(times(1e6, 0), times(3e6, 50e6), times(8e6, 0)), List.of(1.0, 1.0), List.of(sent, sent));
        assertArrayEquals(new int[] {1, 2}, round.around(0).counts());
        assertEquals(2e6, round.around(0).batchNanos(1), 1e-6);
        assertEquals(4e6, round.around(0).batchNanos(2), 1e-6);
        assertEquals(2.4e6, round.around(0).afterGapNanos(), 1e-6);
        assertEquals(5.5e6, round.around(1).batchNanos(1), 1e-6);
    }

    private static IdleTimes times(double nanos, double stallNanos) {
        IdleTimes times = new IdleTimes();
        for (int i = 0; i < 20; i++) {
            times.batches().add(1, nanos + (i == 5 ? stallNanos : 0));
            times.batches().add(2, 2 * nanos);
            times.afterGaps().add(1, 1.2 * nanos + (i == 7 ? stallNanos : 0));
        }
        return times;
    }
}
