package dev.purser.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Whether a sample is what it should be; each fails a true statement with probability {@code falseAlarm}. */
public final class GoodnessOfFit {
    private GoodnessOfFit() {}

    /**
     * Kolmogorov-Smirnov against a continuous distribution function, by the bound of Dvoretzky, Kiefer, Wolfowitz and
     * Massart: P(D > d) <= 2 exp(-2 n d^2).
     */
    public static void assertDistribution(
            double[] sample, DoubleUnaryOperator distribution, double falseAlarm, String what) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double probability = distribution.applyAsDouble(sorted[i]);
            double above = (i + 1.0) / sorted.length - probability;
            double below = probability - (double) i / sorted.length;
            distance = Math.max(distance, Math.max(above, below));
        }
        double allowed = Math.sqrt(-0.5 * Math.log(falseAlarm / 2) / sorted.length);
        assertTrue(
                distance <= allowed,
                String.format(Locale.ROOT, "%s: distance %.4g, allowed %.4g", what, distance, allowed));
    }

    /** Chi-square: counts against expected counts of the same sum, each at least 5. */
    public static void assertCounts(long[] counts, double[] expected, double falseAlarm, String what) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            assertTrue(expected[i] >= 5, what + ": too few expected");
            sum += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        double allowed = ChiSquaredDistribution.of(counts.length - 1.0).inverseSurvivalProbability(falseAlarm);
        assertTrue(sum <= allowed, String.format(Locale.ROOT, "%s: chi-square %.4g, allowed %.4g", what, sum, allowed));
    }

    /** The mean of {@code sample} against a known mean and standard deviation (normal approximation). */
    public static void assertMean(double[] sample, double mean, double deviation, double falseAlarm, String what) {
        double found = Arrays.stream(sample).average().orElseThrow();
        double allowed = NormalDistribution.of(0, 1).inverseSurvivalProbability(falseAlarm / 2)
                * deviation
                / Math.sqrt(sample.length);
        assertTrue(
                Math.abs(found - mean) <= allowed,
                String.format(Locale.ROOT, "%s: mean %.6g, expected %.6g +- %.2g", what, found, mean, allowed));
    }
}
