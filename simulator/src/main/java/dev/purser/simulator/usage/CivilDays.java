package dev.purser.simulator.usage;

import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Apportionment;
import dev.purser.simulator.units.Check;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/** The civil days of a run, in the zone of its calendar; the first and the last may be parts of days. */
public final class CivilDays {
    private final Calendar calendar;
    private final List<CivilDay> days;

    /** Those of a run of {@code horizonNanos} from the start of {@code calendar}. */
    public CivilDays(Calendar calendar, long horizonNanos) {
        this.calendar = calendar;
        List<CivilDay> found = new ArrayList<>();
        LocalDate date = calendar.start().toLocalDate();
        for (long from = 0; from < horizonNanos; date = date.plusDays(1)) {
            long until = Math.min(startOf(date.plusDays(1)), horizonNanos);
            if (until > from) {
                found.add(new CivilDay(found.size(), date, from, until, lengthOf(date)));
            }
            from = until;
        }
        days = List.copyOf(found);
    }

    /** All days, in order; empty when the horizon is 0. */
    public List<CivilDay> all() {
        return days;
    }

    /** The first day. */
    public CivilDay first() {
        return days.get(0);
    }

    /** The last day. */
    public CivilDay last() {
        return days.get(days.size() - 1);
    }

    /** The day that {@code nanos} falls in; the horizon itself counts to the last day. */
    public CivilDay at(long nanos) {
        Check.that(
                !days.isEmpty() && nanos >= 0 && nanos <= last().untilNanos(),
                "moment of usage (ns)",
                nanos,
                "must lie within the run's horizon");
        int low = 0;
        for (int high = days.size() - 1; low < high; ) {
            int middle = (low + high) >>> 1;
            if (nanos < days.get(middle).untilNanos()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return days.get(low);
    }

    /**
     * A moment as a number of civil days since 1970-01-01: whole days plus the share of the day that has passed, be it
     * 23, 24 or 25 hours long.
     */
    public BigFraction position(long nanos) {
        LocalDate date = calendar.at(nanos).toLocalDate();
        return new BigFraction(nanos - startOf(date), lengthOf(date)).add(date.toEpochDay());
    }

    /**
     * {@code amount} over the days from {@code fromNanos} to {@code untilNanos}, in proportion to time; what is left
     * over goes to the largest fractions.
     */
    public Map<CivilDay, Long> spread(long amount, long fromNanos, long untilNanos) {
        CivilDay first = at(fromNanos);
        if (untilNanos <= first.untilNanos()) {
            return Map.of(first, amount);
        }
        List<CivilDay> covered = days.subList(first.index(), at(untilNanos - 1).index() + 1);
        List<BigFraction> weights = covered.stream()
                .map(day -> new BigFraction(
                        Math.min(untilNanos, day.untilNanos()) - Math.max(fromNanos, day.fromNanos()), 1L))
                .toList();
        List<BigInteger> parts = Apportionment.split(BigInteger.valueOf(amount), weights);
        Map<CivilDay, Long> spread = new LinkedHashMap<>();
        covered.forEach(
                day -> spread.put(day, parts.get(day.index() - first.index()).longValueExact()));
        return spread;
    }

    private long startOf(LocalDate date) {
        return calendar.nanosAt(date.atStartOfDay(calendar.zone()));
    }

    private long lengthOf(LocalDate date) {
        return startOf(date.plusDays(1)) - startOf(date);
    }
}
