package dev.purser.simulator.time;

import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A clock that shows civil time and is set to one moment after another. It tells what {@link Calendar#at} tells, in a
 * fraction of the time where a moment lies near the one before: it looks up the zone's rules only where clocks change,
 * and the weekday only where the day does.
 */
public final class CivilClock {
    private static final int DAY_SECONDS = 86_400;

    private final Calendar calendar;
    private final ZoneRules rules;
    private final long startSecond;
    private int offsetSeconds;
    private long offsetFromSecond;
    private long offsetUntilSecond;
    private long localSecond;
    private long weekdayOfDay = Long.MIN_VALUE;
    private DayOfWeek weekday = DayOfWeek.MONDAY;

    /** A clock of {@code calendar} that shows its start. */
    public CivilClock(Calendar calendar) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.startSecond = calendar.start().toEpochSecond();
        set(0);
    }

    /** Shows the civil time at {@code nanos} after the start. */
    public void set(long nanos) {
        long second = startSecond + Math.floorDiv(calendar.start().getNano() + nanos, Nanos.SECOND);
        if (second < offsetFromSecond || second >= offsetUntilSecond) {
            lookUpOffset(second);
        }
        localSecond = second + offsetSeconds;
    }

    /** Whole seconds since midnight, from 0 to 86,399, by what the clock shows. */
    public int secondOfDay() {
        return (int) Math.floorMod(localSecond, (long) DAY_SECONDS);
    }

    /** The day of week that traffic follows: see {@link Calendar#weekday}. */
    public DayOfWeek weekday() {
        long day = Math.floorDiv(localSecond, (long) DAY_SECONDS);
        if (day != weekdayOfDay) {
            weekdayOfDay = day;
            weekday = calendar.weekday(LocalDate.ofEpochDay(day));
        }
        return weekday;
    }

    private void lookUpOffset(long second) {
        Instant moment = Instant.ofEpochSecond(second);
        ZoneOffsetTransition next = rules.nextTransition(moment);
        offsetSeconds = rules.getOffset(moment).getTotalSeconds();
        offsetFromSecond = second;
        offsetUntilSecond = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
