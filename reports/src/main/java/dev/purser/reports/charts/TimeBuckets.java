package dev.purser.reports.charts;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * A run cut at round civil times; the first and the last piece may be shorter than the others.
 *
 * @param edgesNanos rising, from 0 to the horizon: piece i covers [edge i, edge i+1)
 * @param unit what a piece is called, such as {@code day}
 */
public record TimeBuckets(long[] edgesNanos, String unit) {

    /** How many pieces there are. */
    public int size() {
        return edgesNanos.length - 1;
    }

    /** Pieces short enough to show the shape of the run, long enough to be told apart. */
    public static TimeBuckets of(ScenarioSpec scenario) {
        long horizon = scenario.horizonNanos();
        if (horizon <= 6 * Nanos.HOUR) {
            return cut(scenario, "5 minutes", TimeBuckets::nextFiveMinutes);
        }
        if (horizon <= 3 * Nanos.DAY) {
            return cut(
                    scenario,
                    "hour",
                    moment -> moment.truncatedTo(ChronoUnit.HOURS).plusHours(1));
        }
        return horizon <= 100 * Nanos.DAY ? days(scenario) : cut(scenario, "week", TimeBuckets::nextMonday);
    }

    /** Calendar months. */
    public static TimeBuckets months(ScenarioSpec scenario) {
        return cut(scenario, "month", moment -> day(moment).with(TemporalAdjusters.firstDayOfNextMonth()));
    }

    private static TimeBuckets days(ScenarioSpec scenario) {
        return cut(scenario, "day", moment -> day(moment).plusDays(1));
    }

    private static ZonedDateTime nextFiveMinutes(ZonedDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(5 - moment.getMinute() % 5);
    }

    private static ZonedDateTime nextMonday(ZonedDateTime moment) {
        return day(moment).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private static ZonedDateTime day(ZonedDateTime moment) {
        return moment.toLocalDate().atStartOfDay(moment.getZone());
    }

    private static TimeBuckets cut(ScenarioSpec scenario, String unit, UnaryOperator<ZonedDateTime> next) {
        Calendar calendar = scenario.calendar();
        long[] edges = LongStream.iterate(
                        0, at -> at < scenario.horizonNanos(), at -> calendar.nanosAt(next.apply(calendar.at(at))))
                .toArray();
        long[] closed = Arrays.copyOf(edges, edges.length + 1);
        closed[edges.length] = scenario.horizonNanos();
        return new TimeBuckets(closed, unit);
    }

    /** The piece that holds {@code nanos}. */
    int indexOf(long nanos) {
        int found = Arrays.binarySearch(edgesNanos, nanos);
        return Math.min(size() - 1, found >= 0 ? found : -found - 2);
    }

    /** Length of [from, until) inside piece {@code index}. */
    long overlapNanos(int index, long from, long until) {
        return Math.max(0, Math.min(until, edgesNanos[index + 1]) - Math.max(from, edgesNanos[index]));
    }
}
