package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands behind the law of a table that others have measured.
 *
 * @param worstError largest absolute relative error of the law, leave one batch size out; NaN if unknown
 * @param spreadError mean absolute relative error of the law's percentiles, leave one batch size out; NaN if unknown
 * @param points rows of the table by batch size, rising: the ends are the law's valid range
 */
public record ImportedSweep(double worstError, double spreadError, List<Point> points) {
    public ImportedSweep {
        points = List.copyOf(Check.notEmpty(points, "rows of an imported sweep"));
        int smaller = 0;
        for (Point point : points) {
            Check.that(point.batch() > smaller, "batch size of a sweep", point.batch(), "must rise from row to row");
            smaller = point.batch();
        }
    }

    /** Smallest measured size, in samples; {@link ServiceTimeLaw#largestBatch()} is the other end of the law's range. */
    public int smallestBatch() {
        return points.get(0).batch();
    }

    /**
     * Times of batches of one size, sent one after the other.
     *
     * @param batch size in samples
     * @param meanNanos mean time of a batch
     * @param percentileNanos percentiles of that time by probability in (0, 1); may be empty
     */
    public record Point(int batch, double meanNanos, SortedMap<Double, Double> percentileNanos) {
        public Point {
            Check.positive(batch, "batch size");
            Check.positive(meanNanos, "mean time (ns)");
            percentileNanos = Collections.unmodifiableSortedMap(new TreeMap<>(percentileNanos));
        }
    }
}
