package dev.purser.calibration.sweep;

import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a batch sweep: the time of batches of one size, sent one after the other.
 *
 * @param batch size in samples
 * @param meanNanos mean time from sending a batch to its answer, in nanoseconds
 * @param quantileNanos quantiles of that time in nanoseconds by probability in (0, 1); may be empty
 * @param computeNanos the part of that time in which the server computed, without queues, copies and transfer; NaN if
 *     unknown
 */
public record MeasuredPoint(int batch, double meanNanos, SortedMap<Double, Double> quantileNanos, double computeNanos) {
    public MeasuredPoint {
        Check.positive(batch, "batch size");
        Check.positive(meanNanos, "mean time of batch " + batch + " (ns)");
        quantileNanos = Collections.unmodifiableSortedMap(new TreeMap<>(quantileNanos));
        double lower = 0;
        for (var quantile : quantileNanos.entrySet()) {
            String name = "quantile " + quantile.getKey() + " of batch " + batch + " (ns)";
            Check.that(quantile.getKey() > 0 && quantile.getKey() < 1, name, quantile.getKey(), "must be in (0, 1)");
            Check.positive(quantile.getValue(), name);
            lower = Check.atLeast(quantile.getValue(), lower, name);
        }
        if (!Double.isNaN(computeNanos)) {
            String name = "computing time of batch " + batch + " (ns)";
            Check.positive(computeNanos, name);
            Check.that(computeNanos <= meanNanos, name, computeNanos, "must not pass the mean time " + meanNanos);
        }
    }

    /** A point without knowledge of what its time went into. */
    public MeasuredPoint(int batch, double meanNanos, SortedMap<Double, Double> quantileNanos) {
        this(batch, meanNanos, quantileNanos, Double.NaN);
    }

    /** The quantile at {@code probability} relative to the mean. */
    public double factor(double probability) {
        return quantileNanos.get(probability) / meanNanos;
    }
}
