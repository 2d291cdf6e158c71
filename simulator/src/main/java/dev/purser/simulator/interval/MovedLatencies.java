package dev.purser.simulator.interval;

import dev.purser.simulator.serving.LatencyDistribution;
import dev.purser.simulator.serving.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Latencies that are alike but for the time that all of them wait: copies of one distribution whose means lie on a
 * logarithmic grid. A mean between two of them is a mixture of both. However many requests are counted, there are no more copies
 * than the grid has steps.
 */
final class MovedLatencies {
    /** Relative; half of it is how far a quantile can be off. */
    private static final double STEP = 0.004;

    private static final double LOG_STEP = Math.log1p(STEP);

    private final LatencyDistribution shape;
    private final Map<Integer, LatencyDistribution> copies = new HashMap<>();

    /** Copies of {@code shape}. */
    MovedLatencies(LatencyDistribution shape) {
        this.shape = shape;
    }

    /**
     * Counts answered requests whose mean latencies lie evenly from one to the other, in each of {@code tallies}. Less than
     * 1 ns, for which there is no place on the grid, counts as that.
     */
    void count(double requests, double fromNanos, double untilNanos, List<Tally> tallies, long arrivalNanos) {
        double first = Math.max(1, fromNanos);
        double last = Math.max(1, untilNanos);
        int parts = 1 + (int) (Math.abs(Math.log(last / first)) / LOG_STEP);
        for (int i = 0; i < parts; i++) {
            double meanNanos = first + (last - first) * (i + 0.5) / parts;
            count(requests / parts, meanNanos, tallies, arrivalNanos);
        }
    }

    private void count(double requests, double meanNanos, List<Tally> tallies, long arrivalNanos) {
        int below = (int) Math.floor(Math.log(meanNanos) / LOG_STEP);
        double above = (meanNanos - mean(below)) / (mean(below + 1) - mean(below));
        for (Tally tally : tallies) {
            tally.latencies(copy(below), requests * (1 - above), arrivalNanos);
            tally.latencies(copy(below + 1), requests * above, arrivalNanos);
        }
    }

    private LatencyDistribution copy(int number) {
        return copies.computeIfAbsent(number, key -> shape.answeredWithMean(mean(key)));
    }

    private static double mean(int number) {
        return Math.exp(number * LOG_STEP);
    }
}
