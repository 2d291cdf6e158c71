package dev.purser.simulator.experiment;

import dev.purser.simulator.units.Check;
import java.util.Arrays;

/**
 * An interval between two quantiles of a sample.
 *
 * @param low lower end; NaN if a value of the sample is none
 * @param high upper end; likewise
 */
public record Interval(double low, double high) {

    /**
     * The highest level that {@code count} values support: a further draw lies between the smallest and the largest of
     * them with probability (count - 1) / (count + 1).
     */
    static double highestLevel(int count) {
        return (count - 1.0) / (count + 1);
    }

    /**
     * The middle {@code level} of {@code values}. The k-th smallest of n values lies at probability k / (n + 1), with
     * straight lines between (definition 6 of Hyndman and Fan, The American Statistician 50, 1996): a further draw then
     * falls into the interval with probability {@code level}, on average over samples.
     *
     * @param values at least two; infinite ones are larger than all others
     * @param level at most {@link #highestLevel}
     */
    static Interval of(double[] values, double level) {
        Check.atLeast(values.length, 2, "values of an interval");
        Check.fraction(level, "level of an interval");
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double tail = (1 - level) / 2;
        return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double probability) {
        double position = Math.min(Math.max(probability * (sorted.length + 1) - 1, 0), sorted.length - 1.0);
        int left = (int) position;
        double share = position - left;
        // Between two infinite values, or at one, arithmetic would give NaN.
        boolean exact = share == 0 || sorted[left] == sorted[left + 1];
        return exact ? sorted[left] : sorted[left] + share * (sorted[left + 1] - sorted[left]);
    }
}
