package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.units.Check;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far the second of two paired samples lies from the first, with the half-width of its 95 % confidence interval
 * (Student's t, n - 1 degrees of freedom).
 *
 * <p>Absolute: the mean of d = y - x, and t s(d) / sqrt(n). Relative: R - 1 with R = mean(y) / mean(x), the ratio
 * estimator, whose residuals e = y - R x give t s(e) / (sqrt(n) mean(x)) (Cochran, Sampling Techniques, 3rd edition,
 * section 6.3).
 *
 * @param difference of the means, as a fraction of the first where relative
 * @param halfWidth of its interval, in the same unit
 */
record PairedDifference(double difference, double halfWidth) {
    private static final double CONFIDENCE = 0.95;

    /** The difference of the means; at least two pairs. */
    static PairedDifference absolute(double[] x, double[] y) {
        double difference = mean(y) - mean(x);
        return new PairedDifference(difference, halfWidth(residuals(x, y, 1)));
    }

    /** The difference of the means over the first of them; at least two pairs. Infinite if only that is 0. */
    static PairedDifference relative(double[] x, double[] y) {
        double mean = mean(x);
        if (mean == 0) {
            return new PairedDifference(mean(y) == 0 ? 0 : Double.POSITIVE_INFINITY, 0);
        }
        double ratio = mean(y) / mean;
        return new PairedDifference(ratio - 1, halfWidth(residuals(x, y, ratio)) / mean);
    }

    static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
    }

    private static double[] residuals(double[] x, double[] y, double ratio) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> y[i] - ratio * x[i])
                .toArray();
    }

    private static double halfWidth(double[] values) {
        int n = Check.atLeast(values.length, 2, "pairs");
        double mean = mean(values);
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
        return t * Math.sqrt(squares / (n - 1) / n);
    }
}
