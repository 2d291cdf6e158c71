package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final int WIDE = 200;

    private final AtomicLong clockNanos = new AtomicLong(5);

    @Test
    void theLineTellsShareDateRateAndTimeLeft() {
        ProgressLine line = line();
        clockNanos.addAndGet(3 * Nanos.SECOND);
        line.reached(6 * Nanos.HOUR, 4_500_000);
        // A quarter in 3 s leaves 9 s; 4.5 M requests in 3 s.
        assertEquals(" 25 %  2026-03-02 06:00  1.5 M requests/s  9 s left", line.text(WIDE));
    }

    @Test
    void longWaitsAreInMinutes() {
        ProgressLine line = line();
        clockNanos.addAndGet(60 * Nanos.SECOND);
        line.reached(6 * Nanos.HOUR, 60_000);
        assertEquals(" 25 %  2026-03-02 06:00  1,000 requests/s  3 min left", line.text(WIDE));
    }

    @Test
    void atTheStartNothingIsKnown() {
        assertEquals("  0 %  2026-03-02 00:00  0 requests/s  ? left", line().text(WIDE));
    }

    @Test
    void aShorterLineCoversALongerOne() {
        ProgressLine line = line();
        clockNanos.addAndGet(60 * Nanos.SECOND);
        line.reached(6 * Nanos.HOUR, 60_000);
        int longest = line.text(WIDE).length();
        line.reached(24 * Nanos.HOUR, 61_000);
        assertEquals(longest, line.text(WIDE).length());
        assertEquals(20, line.text(20).length());
    }

    private ProgressLine line() {
        ZonedDateTime start = ZonedDateTime.of(2026, 3, 2, 0, 0, 0, 0, ZoneId.of("UTC"));
        Calendar calendar = new Calendar(start, Set.of(), DayOfWeek.SUNDAY);
        return new ProgressLine(calendar, 24 * Nanos.HOUR, clockNanos::get);
    }
}
