package dev.purser.simulator.traffic;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.time.CivilClock;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Expected requests per second over civil time: base x growth x hour of day x day of week x events.
 *
 * <p>Hour weights are joined by straight lines between the middles of the hours; both sets of weights are scaled to
 * mean 1, so that the base is the mean rate of an ordinary week at the start.
 *
 * @param basePerSecond mean rate at the start, in requests per second
 * @param growthPerMonth compound growth per month of 30.4375 days (0.03 = 3 %)
 * @param hourOfDay 24 relative weights, from midnight
 * @param dayOfWeek 7 relative weights, from Monday
 * @param events what multiplies the rate for a while; overlapping events multiply
 */
public record RateProfile(
        double basePerSecond,
        double growthPerMonth,
        List<Double> hourOfDay,
        List<Double> dayOfWeek,
        List<RateEventSpec> events) {
    /** Weights this near to mean 1 have been scaled: once more would only move their last digits. */
    private static final double ROUNDING = 1e-12;

    private static final double MONTH_NANOS = 30.4375 * 24 * 3600 * 1e9;

    public RateProfile {
        Check.atLeast(basePerSecond, 0, "base rate (requests/s)");
        Check.that(
                growthPerMonth > -1 && growthPerMonth < Double.POSITIVE_INFINITY,
                "growth per month",
                growthPerMonth,
                "must be a finite number above -1 (a fraction)");
        hourOfDay = scaledToMeanOne(hourOfDay, 24, "hour-of-day weights");
        dayOfWeek = scaledToMeanOne(dayOfWeek, 7, "day-of-week weights");
        events = List.copyOf(events);
    }

    /** Expected requests per second at {@code nanos} after the start. */
    public double perSecondAt(long nanos, Calendar calendar) {
        return perSecondAt(nanos, new CivilClock(calendar));
    }

    /** The same by a clock of that calendar, which is set to {@code nanos}: faster for many moments in order. */
    double perSecondAt(long nanos, CivilClock clock) {
        clock.set(nanos);
        double rate = basePerSecond
                * Math.pow(1 + growthPerMonth, nanos / MONTH_NANOS)
                * hourWeight(clock.secondOfDay())
                * dayOfWeek.get(clock.weekday().getValue() - 1);
        for (int i = 0; i < events.size(); i++) {
            rate *= events.get(i).factorAt(nanos);
        }
        return rate;
    }

    /** Expected requests from the start to {@code horizonNanos}, by the rate in the middle of each piece. */
    public double expectedRequests(Calendar calendar, long horizonNanos) {
        CivilClock clock = new CivilClock(calendar);
        double sum = 0;
        long from = 0;
        for (long until : pieceEnds(horizonNanos)) {
            sum += perSecondAt(from + (until - from) / 2, clock) * Nanos.toSeconds(until - from);
            from = until;
        }
        return sum;
    }

    /** The ends of the hours and of every straight line of every event, up to the horizon. */
    private NavigableSet<Long> pieceEnds(long horizonNanos) {
        NavigableSet<Long> ends = new TreeSet<>();
        for (long end = Nanos.HOUR; end < horizonNanos; end += Nanos.HOUR) {
            ends.add(end);
        }
        for (RateEventSpec event : events) {
            ends.add(event.fromNanos());
            ends.add(event.fromNanos() + event.rampUpNanos());
            ends.add(event.untilNanos() - event.rampDownNanos());
            ends.add(event.untilNanos());
        }
        ends.add(horizonNanos);
        return ends.subSet(0L, false, horizonNanos, true);
    }

    /** The same rate of a run that starts {@code nanos} later: the base has grown, and events begin earlier. */
    RateProfile seenFrom(long nanos) {
        return new RateProfile(
                basePerSecond * Math.pow(1 + growthPerMonth, nanos / MONTH_NANOS),
                growthPerMonth,
                hourOfDay,
                dayOfWeek,
                events.stream().map(event -> event.seenFrom(nanos)).toList());
    }

    private double hourWeight(int secondOfDay) {
        double hour = secondOfDay / 3600 + secondOfDay / 60 % 60 / 60.0 + secondOfDay % 60 / 3600.0 - 0.5;
        int left = (int) Math.floor(hour);
        double share = hour - left;
        return (1 - share) * hourOfDay.get(Math.floorMod(left, 24))
                + share * hourOfDay.get(Math.floorMod(left + 1, 24));
    }

    private static List<Double> scaledToMeanOne(List<Double> weights, int count, String name) {
        Check.that(weights.size() == count, name, weights.size() + " weights", "must be " + count);
        weights.forEach(weight -> Check.atLeast(weight, 0, name));
        double mean = Check.positive(
                weights.stream().mapToDouble(Double::doubleValue).average().orElse(0), "mean of the " + name);
        boolean scaledBefore = Math.abs(mean - 1) < ROUNDING;
        return scaledBefore
                ? List.copyOf(weights)
                : weights.stream().map(weight -> weight / mean).toList();
    }
}
