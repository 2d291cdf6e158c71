package dev.purser.simulator.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    /** Clocks go forward at 02:00 and back at 03:00 (Berlin) and at 02:00 both times (New York). */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:00+01:00[Europe/Berlin], 1, 2026-03-29T01:00",
        "2026-03-29T00:00+01:00[Europe/Berlin], 2, 2026-03-29T03:00",
        "2026-03-29T00:00+01:00[Europe/Berlin], 23, 2026-03-30T00:00",
        "2026-10-25T00:00+02:00[Europe/Berlin], 2, 2026-10-25T02:00",
        "2026-10-25T00:00+02:00[Europe/Berlin], 3, 2026-10-25T02:00",
        "2026-10-25T00:00+02:00[Europe/Berlin], 25, 2026-10-26T00:00",
        "2026-03-08T00:00-05:00[America/New_York], 2, 2026-03-08T03:00",
        "2026-03-08T00:00-05:00[America/New_York], 23, 2026-03-09T00:00",
        "2026-11-01T00:00-04:00[America/New_York], 1, 2026-11-01T01:00",
        "2026-11-01T00:00-04:00[America/New_York], 2, 2026-11-01T01:00",
        "2026-11-01T00:00-04:00[America/New_York], 25, 2026-11-02T00:00"
    })
    void hoursPassWhateverClocksDo(ZonedDateTime start, long hours, LocalDateTime civil) {
        Calendar calendar = new Calendar(start, Set.of(), DayOfWeek.SUNDAY);
        ZonedDateTime found = calendar.at(hours * Nanos.HOUR);
        assertEquals(civil, found.toLocalDateTime());
        assertEquals(hours * Nanos.HOUR, calendar.nanosAt(found));
        assertEquals(hours * Nanos.HOUR, calendar.nanosAt(found.toInstant()));
    }

    @Test
    void momentsBeforeTheStartAreNegative() {
        Calendar calendar = new Calendar(ZonedDateTime.parse("2026-03-02T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY);
        assertEquals(-Nanos.SECOND, calendar.nanosAt(Instant.parse("2026-03-01T23:59:59Z")));
        assertEquals(Nanos.HOUR, calendar.nanosAt(ZonedDateTime.parse("2026-03-02T02:00+01:00[Europe/Berlin]")));
    }

    @Test
    void holidaysTakeTheirOwnWeekday() {
        LocalDate friday = LocalDate.of(2026, 5, 1);
        Calendar calendar = new Calendar(ZonedDateTime.parse("2026-05-01T00:00:00Z"), Set.of(friday), DayOfWeek.SUNDAY);
        assertEquals(DayOfWeek.SUNDAY, calendar.weekday(friday));
        assertEquals(DayOfWeek.SATURDAY, calendar.weekday(friday.plusDays(1)));
    }

    @Test
    void startIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> new Calendar(null, Set.of(), DayOfWeek.SUNDAY));
    }
}
