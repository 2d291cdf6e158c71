package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.reports.SyntheticRun;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {
    @Test
    void daysFollowTheClocksOfTheZone() {
        // Clocks in Berlin go forward on 29 March 2026: that day has 23 hours.
        TimeBuckets days = TimeBuckets.of(from("2026-03-28T12:00+01:00[Europe/Berlin]", 4 * Nanos.DAY));
        assertEquals("day", days.unit());
        assertArrayEquals(
                new long[] {0, 12 * Nanos.HOUR, 35 * Nanos.HOUR, 59 * Nanos.HOUR, 83 * Nanos.HOUR, 96 * Nanos.HOUR},
                days.edgesNanos());
    }

    @Test
    void monthsAreCalendarMonths() {
        TimeBuckets months = TimeBuckets.months(from("2026-01-15T00:00Z", 60 * Nanos.DAY));
        assertArrayEquals(new long[] {0, 17 * Nanos.DAY, 45 * Nanos.DAY, 60 * Nanos.DAY}, months.edgesNanos());
    }

    @Test
    void piecesSuitTheLengthOfTheRun() {
        assertEquals(
                "5 minutes",
                TimeBuckets.of(from("2026-01-15T00:00Z", Nanos.HOUR)).unit());
        assertEquals(
                "hour", TimeBuckets.of(from("2026-01-15T00:00Z", Nanos.DAY)).unit());
        assertEquals(
                "day", TimeBuckets.of(from("2026-01-15T00:00Z", 11 * Nanos.DAY)).unit());
        TimeBuckets weeks = TimeBuckets.of(from("2026-01-15T00:00Z", 365 * Nanos.DAY));
        assertEquals("week", weeks.unit());
        // 15 January 2026 is a Thursday: the first week ends after four days.
        assertEquals(4 * Nanos.DAY, weeks.edgesNanos()[1]);
    }

    @Test
    void everyMomentHasItsPiece() {
        TimeBuckets months = TimeBuckets.months(from("2026-01-15T00:00Z", 60 * Nanos.DAY));
        assertEquals(0, months.indexOf(0));
        assertEquals(0, months.indexOf(17 * Nanos.DAY - 1));
        assertEquals(1, months.indexOf(17 * Nanos.DAY));
        assertEquals(2, months.indexOf(60 * Nanos.DAY));
        assertEquals(2 * Nanos.DAY, months.overlapNanos(1, 15 * Nanos.DAY, 19 * Nanos.DAY));
        assertEquals(0, months.overlapNanos(2, 0, Nanos.DAY));
    }

    static ScenarioSpec from(String start, long horizonNanos) {
        ScenarioSpec day = SyntheticRun.hour().scenario();
        return new ScenarioSpec(
                day.name(),
                day.title(),
                new Calendar(ZonedDateTime.parse(start), Set.of(), DayOfWeek.SUNDAY),
                horizonNanos,
                0,
                1,
                Nanos.MINUTE,
                day.fidelity(),
                day.pipelines(),
                day.services(),
                day.sites(),
                day.pools(),
                day.incidents(),
                day.cost());
    }
}
