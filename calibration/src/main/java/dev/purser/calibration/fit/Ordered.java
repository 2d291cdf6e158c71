package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Order statistics. All arrays are ascending. */
public final class Ordered {
    private Ordered() {}

    /** The smallest value that at least the share {@code probability} of {@code sorted} does not exceed. */
    public static double quantile(double[] sorted, double probability) {
        Check.positive(sorted.length, "values of a quantile");
        int rank = (int) Math.ceil(probability * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }

    /** At most {@code most} of {@code sorted}, evenly spaced by rank. */
    static double[] thinned(double[] sorted, int most) {
        if (sorted.length <= most) {
            return sorted.clone();
        }
        double[] thinned = new double[most];
        Arrays.setAll(thinned, i -> sorted[(int) ((i + 0.5) / most * sorted.length)]);
        return thinned;
    }

    /**
     * The Kolmogorov-Smirnov distance: the largest difference between the shares of {@code sorted} and the
     * distribution function {@code cumulative}; in [0, 1].
     */
    static double distance(double[] sorted, DoubleUnaryOperator cumulative) {
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double at = cumulative.applyAsDouble(sorted[i]);
            double below = at - (double) i / sorted.length;
            double above = (i + 1.0) / sorted.length - at;
            largest = Math.max(largest, Math.max(below, above));
        }
        return largest;
    }
}
