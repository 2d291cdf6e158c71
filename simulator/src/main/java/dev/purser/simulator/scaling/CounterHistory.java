package dev.purser.simulator.scaling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last readings of one pod's counter, as far back as a window that is still to become visible reaches: a ring that
 * grows as long as it must.
 */
final class CounterHistory {
    private final MetricSpec spec;
    private long[] atNanos = new long[4];
    private double[] cumulative = new double[4];
    private double[] weight = new double[4];
    private int first;
    private int size;

    CounterHistory(MetricSpec spec) {
        this.spec = spec;
    }

    void add(long nowNanos, double nowCumulative, double nowWeight) {
        if (size == atNanos.length) {
            grow();
        }
        int slot = slot(size++);
        atNanos[slot] = nowNanos;
        cumulative[slot] = nowCumulative;
        weight[slot] = nowWeight;
        forget(nowNanos - spec.lagNanos() - spec.resolutionNanos() - spec.windowNanos());
    }

    /** The change over the newest window that ends at or before {@code visibleUntil}; null without two readings. */
    @Nullable
    Change newest(long visibleUntil) {
        int end = size - 1;
        while (end > 0 && at(end) > visibleUntil) {
            end--;
        }
        if (end < 1) {
            return null;
        }
        int start = end - 1;
        while (start > 0 && at(start) > at(end) - spec.windowNanos()) {
            start--;
        }
        return change(slot(start), slot(end));
    }

    private Change change(int start, int end) {
        return new Change(
                atNanos[end],
                atNanos[end] - atNanos[start],
                cumulative[end] - cumulative[start],
                weight[end] - weight[start]);
    }

    /** Drops the oldest reading as long as the next one is old enough to start any window that is needed yet. */
    private void forget(long neededNanos) {
        while (size > 2 && at(1) <= neededNanos) {
            first = slot(1);
            size--;
        }
    }

    private void grow() {
        atNanos = Arrays.copyOf(atNanos, 2 * size);
        cumulative = Arrays.copyOf(cumulative, 2 * size);
        weight = Arrays.copyOf(weight, 2 * size);
        System.arraycopy(atNanos, 0, atNanos, size, first);
        System.arraycopy(cumulative, 0, cumulative, size, first);
        System.arraycopy(weight, 0, weight, size, first);
    }

    private long at(int index) {
        return atNanos[slot(index)];
    }

    /** Lengths are powers of two. */
    private int slot(int index) {
        return first + index & atNanos.length - 1;
    }

    /** How much a counter and its denominator grew over a window. */
    record Change(long endNanos, long lengthNanos, double amount, double weight) {

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
