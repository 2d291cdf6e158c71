package dev.purser.simulator.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The clock shows what the calendar says, in zones that change by an hour, by half an hour, by a day, and never. */
class CivilClockProperties {

    @Property(tries = 1000, seed = "20260420")
    void showsWhatTheCalendarSays(
            @ForAll("starts") ZonedDateTime start,
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = -10, max = 400 * Nanos.DAY) Long> moments) {
        Calendar calendar = new Calendar(start, holidays(start), DayOfWeek.SUNDAY);
        CivilClock clock = new CivilClock(calendar);
        for (long nanos : moments) {
            assertShows(calendar.at(nanos), nanos, clock, calendar);
        }
    }

    /** Every ten minutes and a bit of a year, in order. */
    @Property(tries = 20, seed = "20260421")
    void showsItAllYear(@ForAll("starts") ZonedDateTime start) {
        Calendar calendar = new Calendar(start, holidays(start), DayOfWeek.SUNDAY);
        CivilClock clock = new CivilClock(calendar);
        for (long nanos = 0; nanos < 370 * Nanos.DAY; nanos += 601 * Nanos.SECOND) {
            assertShows(calendar.at(nanos), nanos, clock, calendar);
        }
    }

    @Provide
    Arbitrary<ZonedDateTime> starts() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Africa/Casablanca",
                        "Asia/Shanghai",
                        "UTC",
                        "+05:45")
                .map(ZoneId::of);
        Arbitrary<Instant> instants = Combinators.combine(
                        Arbitraries.longs()
                                .between(
                                        Instant.parse("2010-01-01T00:00:00Z").getEpochSecond(),
                                        Instant.parse("2030-01-01T00:00:00Z").getEpochSecond()),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Combinators.combine(instants, zones).as(ZonedDateTime::ofInstant);
    }

    private static Set<LocalDate> holidays(ZonedDateTime start) {
        LocalDate first = start.toLocalDate();
        return Set.of(first, first.plusDays(9), first.plusDays(100));
    }

    private static void assertShows(ZonedDateTime civil, long nanos, CivilClock clock, Calendar calendar) {
        clock.set(nanos);
        assertEquals(civil.toLocalTime().toSecondOfDay(), clock.secondOfDay(), () -> "at " + civil);
        assertEquals(calendar.weekday(civil.toLocalDate()), clock.weekday(), () -> "at " + civil);
    }
}
