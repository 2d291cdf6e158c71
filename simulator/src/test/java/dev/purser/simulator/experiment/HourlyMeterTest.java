package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyMeterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:20:00Z, 2026-03-02T11:00:00Z",
        "2026-03-02T11:00:00Z, 2026-03-02T12:00:00Z",
        "2026-03-29T01:30+01:00[Europe/Berlin], 2026-03-29T03:00+02:00[Europe/Berlin]",
        "2026-10-25T02:00+02:00[Europe/Berlin], 2026-10-25T02:00+01:00[Europe/Berlin]",
        "2026-10-25T02:00+01:00[Europe/Berlin], 2026-10-25T03:00+01:00[Europe/Berlin]",
        "2026-03-02T10:20+05:30[Asia/Kolkata], 2026-03-02T11:00+05:30[Asia/Kolkata]"
    })
    void nextFullHour(ZonedDateTime now, ZonedDateTime next) {
        assertEquals(next.toInstant(), HourlyMeter.nextHour(now).toInstant());
    }

    /** On Lord Howe Island clocks go back from 02:00 to 01:30, where an hour after 01:00 is 01:30 again. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-05T00:00+11:00[Australia/Lord_Howe]",
        "2026-10-04T00:00+10:30[Australia/Lord_Howe]",
        "2026-03-29T00:00+01:00[Europe/Berlin]",
        "2026-10-25T00:00+02:00[Europe/Berlin]",
        "2026-11-01T00:00-04:00[America/New_York]",
        "2026-11-01T00:00-04:00[America/Havana]"
    })
    void hoursGoOnUntilMidnight(ZonedDateTime midnight) {
        ZonedDateTime end = midnight.toLocalDate().plusDays(1).atStartOfDay(midnight.getZone());
        ZonedDateTime now = midnight;
        for (int i = 0; i < 26 && now.isBefore(end); i++) {
            ZonedDateTime next = HourlyMeter.nextHour(now);
            assertTrue(next.isAfter(now), "after " + now + " comes " + next);
            now = next;
        }
        assertEquals(end, now);
    }
}
