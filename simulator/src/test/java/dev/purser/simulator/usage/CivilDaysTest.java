package dev.purser.simulator.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class CivilDaysTest {
    private static CivilDays days(String start, long horizonNanos) {
        Calendar calendar = new Calendar(ZonedDateTime.parse(start), Set.of(), DayOfWeek.SUNDAY);
        return new CivilDays(calendar, horizonNanos);
    }

    @Test
    void theFirstAndLastDaysMayBeParts() {
        CivilDays days = days("2026-11-01T18:00:00Z", 36 * Nanos.HOUR);
        assertEquals(
                List.of(
                        new CivilDay(0, LocalDate.of(2026, 11, 1), 0, 6 * Nanos.HOUR, Nanos.DAY),
                        new CivilDay(1, LocalDate.of(2026, 11, 2), 6 * Nanos.HOUR, 30 * Nanos.HOUR, Nanos.DAY),
                        new CivilDay(2, LocalDate.of(2026, 11, 3), 30 * Nanos.HOUR, 36 * Nanos.HOUR, Nanos.DAY)),
                days.all());
        assertEquals(new BigFraction(1, 4), days.first().share());
        assertEquals(new BigFraction(1, 4), days.last().share());
    }

    @Test
    void daylightSavingMakesDaysOf23And25Hours() {
        CivilDay spring =
                days("2026-03-29T00:00:00+01:00[Europe/Berlin]", 2 * Nanos.DAY).first();
        CivilDay autumn =
                days("2026-10-25T00:00:00+02:00[Europe/Berlin]", 2 * Nanos.DAY).first();
        assertEquals(23 * Nanos.HOUR, spring.untilNanos());
        assertEquals(25 * Nanos.HOUR, autumn.untilNanos());
        assertEquals(BigFraction.ONE, autumn.share());
    }

    @Test
    void aMomentBelongsToTheDayItBeginsAndTheHorizonToTheLast() {
        CivilDays days = days("2026-11-01T00:00:00Z", 2 * Nanos.DAY);
        assertEquals(0, days.at(Nanos.DAY - 1).index());
        assertEquals(1, days.at(Nanos.DAY).index());
        assertEquals(1, days.at(2 * Nanos.DAY).index());
        assertThrows(IllegalArgumentException.class, () -> days.at(2 * Nanos.DAY + 1));
    }

    @Test
    void anAmountIsSpreadInProportionToTime() {
        CivilDays days = days("2026-11-01T00:00:00Z", 2 * Nanos.DAY);
        // 23:00 to 02:00: one hour on the first day, two on the second; 100 = 33 + 67.
        Map<CivilDay, Long> spread = days.spread(100, 23 * Nanos.HOUR, 26 * Nanos.HOUR);
        assertEquals(Map.of(days.first(), 33L, days.last(), 67L), spread);
        assertEquals(Map.of(days.first(), 100L), days.spread(100, 23 * Nanos.HOUR, 24 * Nanos.HOUR));
    }

    @Test
    void aPositionCountsCivilDays() {
        CivilDays days = days("2026-10-25T00:00:00+02:00[Europe/Berlin]", 2 * Nanos.DAY);
        long epochDay = LocalDate.of(2026, 10, 25).toEpochDay();
        assertEquals(new BigFraction(2 * epochDay + 1, 2L), days.position(25 * Nanos.HOUR / 2));
        assertEquals(new BigFraction(epochDay + 1, 1L), days.position(25 * Nanos.HOUR));
    }

    @Test
    void withoutAHorizonThereAreNoDays() {
        assertEquals(List.of(), days("2026-11-01T00:00:00Z", 0).all());
    }
}
