package dev.purser.simulator.time;

import dev.purser.simulator.units.Check;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Maps simulated time (nanoseconds since the start) onto the civil time of a zone, daylight saving included.
 *
 * @param start the moment simulated time 0 stands for
 * @param holidays civil dates on which the day of week counts as {@code holidayLike}
 * @param holidayLike the day of week whose weight holidays take
 */
public record Calendar(ZonedDateTime start, Set<LocalDate> holidays, DayOfWeek holidayLike) {
    public Calendar {
        holidays = Set.copyOf(holidays);
        Check.that(start != null && holidayLike != null, "calendar", null, "must have a start and a holiday rule");
    }

    /** The zone of all civil times. */
    public ZoneId zone() {
        return start.getZone();
    }

    /** Civil time at {@code nanos} after the start. */
    public ZonedDateTime at(long nanos) {
        return start.plusNanos(nanos);
    }

    /** Nanoseconds from the start to {@code moment}; negative before it. */
    public long nanosAt(ZonedDateTime moment) {
        return Duration.between(start, moment).toNanos();
    }

    /** Nanoseconds from the start to {@code moment}; negative before it. */
    public long nanosAt(Instant moment) {
        return Duration.between(start.toInstant(), moment).toNanos();
    }

    /** The day of week that traffic follows on {@code date}. */
    public DayOfWeek weekday(LocalDate date) {
        return holidays.contains(date) ? holidayLike : date.getDayOfWeek();
    }
}
