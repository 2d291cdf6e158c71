package dev.purser.calibration.fit;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much more often something happens to some than to all together, when each was counted for a while only: counts over
 * their expectations, drawn towards 1 by what chance alone explains. Marshall's global empirical Bayes estimator (1991,
 * Applied Statistics 40, 283-294).
 */
final class RelativeRisks {
    private RelativeRisks() {}

    /**
     * One for each.
     *
     * @param counts what happened to each
     * @param expected what would have happened to it at the common rate
     */
    static double[] of(double[] counts, double[] expected) {
        double all = StatUtils.sum(expected);
        double mean = StatUtils.sum(counts) / all;
        long looked = Arrays.stream(expected).filter(each -> each > 0).count();
        double between = Math.max(0, variance(counts, expected, mean) - mean * looked / all);
        double[] risks = new double[counts.length];
        for (int i = 0; i < risks.length; i++) {
            double own = between * expected[i] / (between * expected[i] + mean);
            risks[i] = expected[i] == 0 ? mean : mean + own * (counts[i] / expected[i] - mean);
        }
        return risks;
    }

    /** Of the ratios, weighted by expectation. */
    private static double variance(double[] counts, double[] expected, double mean) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double beyond = counts[i] - mean * expected[i];
            sum += expected[i] == 0 ? 0 : beyond * beyond / expected[i];
        }
        return sum / StatUtils.sum(expected);
    }
}
