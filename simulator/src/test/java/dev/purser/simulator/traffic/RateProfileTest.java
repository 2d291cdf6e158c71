package dev.purser.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start is Monday, 2 March 2026, 00:00, unless a test says otherwise. */
class RateProfileTest {
    private static final Calendar UTC = calendar("2026-03-02T00:00:00Z");
    private static final List<Double> EVEN_HOURS = Collections.nCopies(24, 3.0);
    private static final List<Double> EVEN_DAYS = Collections.nCopies(7, 5.0);

    @Test
    void evenWeightsGiveTheBase() {
        RateProfile profile = new RateProfile(120, 0, EVEN_HOURS, EVEN_DAYS, List.of());
        assertEquals(120, profile.perSecondAt(0, UTC), 1e-9);
        assertEquals(120, profile.perSecondAt(1234567890123456L, UTC), 1e-9);
    }

    /** 3 % a month of 30.4375 days: two months later 1.03^2. */
    @Test
    void growthIsCompound() {
        RateProfile profile = new RateProfile(100, 0.03, EVEN_HOURS, EVEN_DAYS, List.of());
        assertEquals(106.09, profile.perSecondAt((long) (2 * 30.4375 * Nanos.DAY), UTC), 1e-6);
        RateProfile shrinking = new RateProfile(100, -0.5, EVEN_HOURS, EVEN_DAYS, List.of());
        assertEquals(50, shrinking.perSecondAt((long) (30.4375 * Nanos.DAY), UTC), 1e-6);
    }

    /**
     * Weights 0, 1, ..., 23, mean 11.5. At 06:30 the weight is 6; at 06:45 it is 6.25; at 00:00, between 23 and 0, it
     * is 11.5; at 23:45 a quarter of the way from 23 to 0, 17.25.
     */
    @ParameterizedTest
    @CsvSource({"6.5, 6", "6.75, 6.25", "0, 11.5", "23.75, 17.25", "0.5, 0", "23.5, 23"})
    void hoursAreJoinedBetweenTheirMiddles(double hour, double weight) {
        assertEquals(100 * weight / 11.5, risingHours().perSecondAt((long) (hour * Nanos.HOUR), UTC), 1e-6);
    }

    /** The mean over a day is the base: the corners average out. */
    @Test
    void meanOverADayIsTheBase() {
        double mean = IntStream.range(0, 24 * 60)
                .mapToDouble(minute -> risingHours().perSecondAt(minute * Nanos.MINUTE + Nanos.MINUTE / 2, UTC))
                .average()
                .orElseThrow();
        assertEquals(100, mean, 1e-6);
    }

    /** Weights 1..7, mean 4; the holiday of Tuesday counts as Sunday, 7. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 7", "2, 3", "6, 7", "7, 1"})
    void daysOfTheWeekAndHolidays(int day, double weight) {
        Calendar withHoliday = new Calendar(UTC.start(), Set.of(LocalDate.of(2026, 3, 3)), DayOfWeek.SUNDAY);
        RateProfile profile =
                new RateProfile(100, 0, EVEN_HOURS, List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), List.of());
        assertEquals(100 * weight / 4, profile.perSecondAt(day * Nanos.DAY + Nanos.HOUR, withHoliday), 1e-9);
    }

    /** In Berlin on 29 March 2026, six and a half hours after midnight it is 07:30. */
    @Test
    void hoursFollowCivilTime() {
        Calendar berlin = calendar("2026-03-29T00:00+01:00[Europe/Berlin]");
        assertEquals(100 * 7 / 11.5, risingHours().perSecondAt((long) (6.5 * Nanos.HOUR), berlin), 1e-6);
    }

    /** Factor 5 from 100 s to 200 s, up in 40 s, down in 20 s: at 120 s half way, 3; at 195 s a quarter left, 2. */
    @ParameterizedTest
    @CsvSource({"99, 1", "100, 1", "110, 2", "120, 3", "140, 5", "180, 5", "195, 2", "199, 1.2", "200, 1"})
    void eventWithRamps(long second, double factor) {
        RateEventSpec event = event(100, 200, 5, 40, 20);
        assertEquals(factor, event.factorAt(second * Nanos.SECOND), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"99, 1", "100, 0.5", "199, 0.5", "200, 1"})
    void eventWithoutRamps(long second, double factor) {
        assertEquals(factor, event(100, 200, 0.5, 0, 0).factorAt(second * Nanos.SECOND), 1e-12);
    }

    @Test
    void rampsMayMeet() {
        RateEventSpec event = event(0, 100, 3, 50, 50);
        assertEquals(3, event.factorAt(50 * Nanos.SECOND), 1e-12);
        assertEquals(2, event.factorAt(75 * Nanos.SECOND), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> event(0, 100, 3, 51, 50));
    }

    /** 2 x 3 where both hold. */
    @Test
    void overlappingEventsMultiply() {
        List<RateEventSpec> events = List.of(event(0, 100, 2, 0, 0), event(50, 150, 3, 0, 0));
        RateProfile profile = new RateProfile(10, 0, EVEN_HOURS, EVEN_DAYS, events);
        assertEquals(20, profile.perSecondAt(49 * Nanos.SECOND, UTC), 1e-12);
        assertEquals(60, profile.perSecondAt(50 * Nanos.SECOND, UTC), 1e-12);
        assertEquals(30, profile.perSecondAt(100 * Nanos.SECOND, UTC), 1e-12);
    }

    /** A profile made from the parts of another is the same to the last bit: runs that are compared share traffic. */
    @Test
    void scalingTwiceChangesNothing() {
        for (int first = 1; first < 200; first++) {
            List<Double> hours = new ArrayList<>(Collections.nCopies(24, 1.1));
            hours.set(3, first / 7.0);
            List<Double> days = new ArrayList<>(Collections.nCopies(7, 1.3));
            days.set(2, first / 3.0);
            RateProfile profile = new RateProfile(10, 0, hours, days, List.of());
            assertEquals(profile, new RateProfile(10, 0, profile.hourOfDay(), profile.dayOfWeek(), List.of()));
        }
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RateProfile(-1, 0, EVEN_HOURS, EVEN_DAYS, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new RateProfile(1, -1, EVEN_HOURS, EVEN_DAYS, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RateProfile(1, Double.POSITIVE_INFINITY, EVEN_HOURS, EVEN_DAYS, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new RateProfile(1, 0, EVEN_DAYS, EVEN_DAYS, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RateProfile(1, 0, Collections.nCopies(24, 0.0), EVEN_DAYS, List.of()));
    }

    private static RateProfile risingHours() {
        List<Double> hours =
                IntStream.range(0, 24).mapToObj(hour -> (double) hour).toList();
        return new RateProfile(100, 0, hours, EVEN_DAYS, List.of());
    }

    private static RateEventSpec event(long from, long until, double factor, long up, long down) {
        return new RateEventSpec(
                "sale",
                from * Nanos.SECOND,
                until * Nanos.SECOND,
                factor,
                up * Nanos.SECOND,
                down * Nanos.SECOND,
                false);
    }

    private static Calendar calendar(String start) {
        return new Calendar(ZonedDateTime.parse(start), Set.of(), DayOfWeek.SUNDAY);
    }
}
