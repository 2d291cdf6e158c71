package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Map<Integer, String> TEXTS = Map.of(
            0, "2026-03-28T23:00:00+01:00",
            2, "2026-03-29T01:00:00+01:00",
            3, "2026-03-29T03:00:00+02:00");

    private final Moments moments = new Moments(
            new Calendar(ZonedDateTime.parse("2026-03-28T23:00:00+01:00[Europe/Berlin]"), Set.of(), DayOfWeek.SUNDAY));

    /** Clocks go forward at 01:00 UTC on 29 March 2026, three hours after this start. */
    @Test
    void everyMomentHasTheOffsetThenInForceWhateverCameBefore() {
        for (int hour : List.of(0, 0, 3, 2, 3, 3, 0)) {
            assertEquals(TEXTS.get(hour), moments.text(hour * Nanos.HOUR));
        }
    }

    @Test
    void monthsAreThoseOfTheZone() {
        assertEquals("2026-03", moments.month(0));
        assertEquals("2026-04", moments.month(4 * Nanos.DAY));
    }
}
