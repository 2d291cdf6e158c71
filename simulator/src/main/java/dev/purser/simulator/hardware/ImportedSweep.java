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

    /** Largest measured size, in samples. */
    int largestBatch() {
        return points.get(points.size() - 1).batch();
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
            percentileNanos
                    .keySet()
                    .forEach(probability -> Check.that(
                            probability > 0 && probability < 1, "percentile", probability, "must be in (0, 1)"));
            percentileNanos = Collections.unmodifiableSortedMap(new TreeMap<>(percentileNanos));
        }
    }
}
