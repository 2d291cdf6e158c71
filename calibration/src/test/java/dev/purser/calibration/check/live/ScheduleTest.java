package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** A count of mean 10,000 lies within six standard deviations but once in 500 million seeds. */
    @Test
    void poissonRequestsComeAtTheirRate() {
        Schedule schedule = poisson(20260901);
        assertEquals(10_000, schedule.requests(), 6 * Math.sqrt(10_000));
        assertEquals(schedule.requests() / 100.0, schedule.perSecond(), 1e-9);
        assertTrue(Arrays.stream(schedule.atNanos()).allMatch(at -> at >= 0 && at < 100 * Nanos.SECOND));
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(poisson(1).atNanos(), poisson(1).atNanos());
    }

    private static Schedule poisson(long seed) {
        return Schedule.poisson(100, 100 * Nanos.SECOND, new RandomStreams(seed, 0).stream("arrivals"));
    }
}
