package dev.purser.reports.charts;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;

/**
 * Maps simulated time onto a time axis in the scenario's zone.
 *
 * @param calendar civil time
 * @param horizonNanos length of the axis
 */
record TimeScale(Calendar calendar, long horizonNanos) {
    private static final int MOST_TICKS = 9;

    private static final List<Step> STEPS = List.of(
            new Step(DateTickUnitType.SECOND, 10, 10 * Nanos.SECOND, "HH:mm:ss"),
            new Step(DateTickUnitType.MINUTE, 1, Nanos.MINUTE, "HH:mm"),
            new Step(DateTickUnitType.MINUTE, 5, 5 * Nanos.MINUTE, "HH:mm"),
            new Step(DateTickUnitType.MINUTE, 10, 10 * Nanos.MINUTE, "HH:mm"),
            new Step(DateTickUnitType.MINUTE, 30, 30 * Nanos.MINUTE, "HH:mm"),
            new Step(DateTickUnitType.HOUR, 1, Nanos.HOUR, "HH:mm"),
            new Step(DateTickUnitType.HOUR, 3, 3 * Nanos.HOUR, "HH:mm"),
            new Step(DateTickUnitType.HOUR, 6, 6 * Nanos.HOUR, "d MMM HH:mm"),
            new Step(DateTickUnitType.HOUR, 12, 12 * Nanos.HOUR, "d MMM HH:mm"),
            new Step(DateTickUnitType.DAY, 1, Nanos.DAY, "EEE d MMM"),
            new Step(DateTickUnitType.DAY, 2, 2 * Nanos.DAY, "d MMM"),
            new Step(DateTickUnitType.DAY, 7, 7 * Nanos.DAY, "d MMM"),
            new Step(DateTickUnitType.MONTH, 1, 30 * Nanos.DAY, "MMM yyyy"),
            new Step(DateTickUnitType.MONTH, 2, 60 * Nanos.DAY, "MMM yyyy"),
            new Step(DateTickUnitType.MONTH, 3, 91 * Nanos.DAY, "MMM yyyy"),
            new Step(DateTickUnitType.MONTH, 6, 182 * Nanos.DAY, "MMM yyyy"),
            new Step(DateTickUnitType.YEAR, 1, 365 * Nanos.DAY, "yyyy"),
            new Step(DateTickUnitType.YEAR, 5, 5 * 365 * Nanos.DAY, "yyyy"));

    private record Step(DateTickUnitType type, int multiple, long nanos, String pattern) {}

    static TimeScale of(ScenarioSpec scenario) {
        return new TimeScale(scenario.calendar(), scenario.horizonNanos());
    }

    /** The axis value of {@code nanos} after the start. */
    double millis(double nanos) {
        return calendar.start().toInstant().toEpochMilli() + nanos / Nanos.MILLISECOND;
    }

    /** An axis over the whole run. */
    DateAxis axis() {
        TimeZone zone = TimeZone.getTimeZone(calendar.zone());
        DateAxis axis = new DateAxis("Time (" + calendar.zone() + ")", zone, Locale.ENGLISH);
        Style.quiet(axis);
        axis.setRange(new Date((long) millis(0)), new Date((long) Math.ceil(millis(horizonNanos))));
        axis.setTickUnit(tickUnit(zone));
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    private DateTickUnit tickUnit(TimeZone zone) {
        Step step = STEPS.stream()
                .filter(candidate -> horizonNanos / candidate.nanos < MOST_TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        DateFormat format = new SimpleDateFormat(step.pattern, Locale.ENGLISH);
        format.setTimeZone(zone);
        return new DateTickUnit(step.type, step.multiple, format);
    }
}
