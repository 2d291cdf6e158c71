package dev.purser.simulator.scaling;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;

/** The last readings of one pod's counter, as far back as a window that is still to become visible reaches. */
final class CounterHistory {
    private final MetricSpec spec;
    private final ArrayDeque<Reading> readings = new ArrayDeque<>();

    CounterHistory(MetricSpec spec) {
        this.spec = spec;
    }

    void add(long atNanos, double cumulative, double weight) {
        readings.addLast(new Reading(atNanos, cumulative, weight));
        long needed = atNanos - spec.lagNanos() - spec.resolutionNanos() - spec.windowNanos();
        while (readings.size() > 2 && second().atNanos <= needed) {
            readings.removeFirst();
        }
    }

    /** The change over the newest window that ends at or before {@code visibleUntil}. */
    Optional<Change> newest(long visibleUntil) {
        Reading end = null;
        Reading start = null;
        Iterator<Reading> newestFirst = readings.descendingIterator();
        while (newestFirst.hasNext()
                && (end == null || start == null || start.atNanos > end.atNanos - spec.windowNanos())) {
            Reading reading = newestFirst.next();
            if (end != null) {
                start = reading;
            } else if (reading.atNanos <= visibleUntil) {
                end = reading;
            }
        }
        return start == null ? Optional.empty() : Optional.of(Change.between(start, end));
    }

    private Reading second() {
        Iterator<Reading> oldestFirst = readings.iterator();
        oldestFirst.next();
        return oldestFirst.next();
    }

    private record Reading(long atNanos, double cumulative, double weight) {}

    /** How much a counter and its denominator grew over a window. */
    record Change(long endNanos, long lengthNanos, double amount, double weight) {
        private static Change between(Reading start, Reading end) {
            return new Change(
                    end.atNanos,
                    end.atNanos - start.atNanos,
                    end.cumulative - start.cumulative,
                    end.weight - start.weight);
        }

        /** The mean over the window, in thousandths of the metric's unit; 0 where nothing was counted. */
        double milli(MetricKind kind) {
            return milli(kind, amount, weight);
        }

        static double milli(MetricKind kind, double amount, double weight) {
            return weight == 0 ? 0 : 1000 * kind.perUnit() * amount / weight;
        }

        MetricSample sample(MetricSpec spec) {
            return new MetricSample(Math.round(milli(spec.kind())), endNanos, lengthNanos);
        }
    }
}
