package dev.purser.reports.charts;

import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The interval record of one pipeline or service, thinned to so many steps as a line can show. Each step covers a whole
 * number of intervals; how they become one value is up to the quantity.
 *
 * @param rows the intervals, in order of time
 * @param stepNanos length of a step
 * @param steps how many there are
 */
record Sampled(Collection<IntervalRow> rows, long stepNanos, int steps) {
    /** A line of this many points already fills the width of a page. */
    private static final int MOST_STEPS = 500;

    private static final long[] ROUND_NANOS = {
        Nanos.SECOND,
        5 * Nanos.SECOND,
        10 * Nanos.SECOND,
        15 * Nanos.SECOND,
        30 * Nanos.SECOND,
        Nanos.MINUTE,
        2 * Nanos.MINUTE,
        5 * Nanos.MINUTE,
        10 * Nanos.MINUTE,
        15 * Nanos.MINUTE,
        20 * Nanos.MINUTE,
        30 * Nanos.MINUTE,
        Nanos.HOUR,
        2 * Nanos.HOUR,
        3 * Nanos.HOUR,
        6 * Nanos.HOUR,
        12 * Nanos.HOUR,
        Nanos.DAY,
        2 * Nanos.DAY,
        7 * Nanos.DAY,
        14 * Nanos.DAY
    };

    static Sampled of(RunResult run, Scope scope, String name) {
        long step = step(run.scenario().intervalNanos(), run.scenario().horizonNanos());
        int steps = (int) ((run.scenario().horizonNanos() + step - 1) / step);
        return new Sampled(run.intervals().of(scope, name), step, steps);
    }

    /** The shortest round multiple of the interval that needs at most {@link #MOST_STEPS} steps. */
    static long step(long intervalNanos, long horizonNanos) {
        if (horizonNanos / intervalNanos <= MOST_STEPS) {
            return intervalNanos;
        }
        long shortest = (horizonNanos + MOST_STEPS - 1) / MOST_STEPS;
        return Arrays.stream(ROUND_NANOS)
                .filter(round -> round >= shortest && round % intervalNanos == 0)
                .findFirst()
                .orElse((shortest + intervalNanos - 1) / intervalNanos * intervalNanos);
    }

    /** Mean over each step, weighted by the length of the intervals; NaN where there is none. */
    double[] mean(ToDoubleFunction<IntervalRow> value) {
        double[] sums = new double[steps];
        double[] lengths = new double[steps];
        for (IntervalRow row : rows) {
            sums[step(row)] += value.applyAsDouble(row) * row.lengthNanos();
            lengths[step(row)] += row.lengthNanos();
        }
        for (int i = 0; i < steps; i++) {
            sums[i] = lengths[i] > 0 ? sums[i] / lengths[i] : Double.NaN;
        }
        return sums;
    }

    /** Largest value in each step; NaN where all values are NaN. Infinity passes through. */
    double[] largest(ToDoubleFunction<IntervalRow> value) {
        double[] largest = new double[steps];
        Arrays.fill(largest, Double.NaN);
        for (IntervalRow row : rows) {
            double found = value.applyAsDouble(row);
            int step = step(row);
            if (!Double.isNaN(found) && !(largest[step] >= found)) {
                largest[step] = found;
            }
        }
        return largest;
    }

    /** Smallest value in each step; NaN where all values are NaN. */
    double[] smallest(ToDoubleFunction<IntervalRow> value) {
        double[] largestOfOpposites = largest(row -> -value.applyAsDouble(row));
        return Arrays.stream(largestOfOpposites).map(opposite -> -opposite).toArray();
    }

    /** Middle of step {@code index}, in nanoseconds after the start. */
    double middleNanos(int index) {
        return (index + 0.5) * stepNanos;
    }

    private int step(IntervalRow row) {
        return (int) Math.min(steps - 1L, row.fromNanos() / stepNanos);
    }
}
