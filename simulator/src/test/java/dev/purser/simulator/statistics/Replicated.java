package dev.purser.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** A mean over independent replications, and the question whether it is what theory says. */
public final class Replicated {
    private final double mean;
    private final double halfWidth;

    private Replicated(double mean, double halfWidth) {
        this.mean = mean;
        this.halfWidth = halfWidth;
    }

    /**
     * Runs {@code measure} for replications 0, 1, ... and takes the interval that misses the true mean with
     * probability {@code falseAlarm} (Student's t).
     */
    public static Replicated of(int replications, double falseAlarm, IntToDoubleFunction measure) {
        double[] values = IntStream.range(0, replications).mapToDouble(measure).toArray();
        double mean = IntStream.range(0, replications)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        double squares = IntStream.range(0, replications)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        double t = TDistribution.of(replications - 1.0).inverseSurvivalProbability(falseAlarm / 2);
        return new Replicated(mean, t * Math.sqrt(squares / (replications - 1) / replications));
    }

    /**
     * Fails if {@code expected} lies outside the interval, and if the interval is wider than +- {@code sharpness} x
     * expected: a test that could not see an error of that size would prove nothing.
     */
    public void assertMean(double expected, double sharpness, String what) {
        String found =
                String.format(Locale.ROOT, "%s: expected %.6g, measured %.6g +- %.2g", what, expected, mean, halfWidth);
        assertTrue(Math.abs(mean - expected) <= halfWidth, found);
        assertTrue(halfWidth <= sharpness * expected, found + ": too wide to prove anything");
    }

    /** Fails unless the whole interval lies between two values. */
    public void assertBetween(double lowest, double highest, String what) {
        assertTrue(
                mean - halfWidth > lowest && mean + halfWidth < highest,
                String.format(
                        Locale.ROOT,
                        "%s: measured %.6g +- %.2g, expected between %.6g and %.6g",
                        what,
                        mean,
                        halfWidth,
                        lowest,
                        highest));
    }
}
