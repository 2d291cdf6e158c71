package dev.purser.simulator.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * The part of a civil day that lies within a run.
 *
 * @param index its place among the days of the run, from 0
 * @param date the civil date
 * @param fromNanos where the part begins, in nanoseconds since the run's start
 * @param untilNanos where it ends
 * @param lengthNanos length of the whole day: 24 hours, or 23 or 25 where daylight saving begins or ends
 */
public record CivilDay(int index, LocalDate date, long fromNanos, long untilNanos, long lengthNanos) {
    /** Length of the part. */
    public long nanos() {
        return untilNanos - fromNanos;
    }

    /** The part as a share of its day, exact. */
    public BigFraction share() {
        return new BigFraction(nanos(), lengthNanos);
    }

    /** The month it belongs to. */
    public YearMonth month() {
        return YearMonth.from(date);
    }
}
