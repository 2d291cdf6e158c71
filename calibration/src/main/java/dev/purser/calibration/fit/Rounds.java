package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Raw times of calls with one batch size, in the rounds in which they were measured. Calls of one round share the mood
 * of the machine; rounds are spread over the whole measurement.
 *
 * @param batch size in samples
 * @param nanos times of each round, in nanoseconds; every round holds at least one
 */
public record Rounds(int batch, List<double[]> nanos) {
    public Rounds {
        Check.positive(batch, "batch size");
        nanos = List.copyOf(Check.notEmpty(nanos, "rounds of batch " + batch));
        nanos.forEach(round -> Check.positive(round.length, "calls of a round of batch " + batch));
    }

    /** Number of calls in all rounds. */
    public long count() {
        return nanos.stream().mapToLong(round -> round.length).sum();
    }

    /** Mean over all calls, in nanoseconds. */
    public double meanNanos() {
        return nanos.stream().flatMapToDouble(Arrays::stream).sum() / count();
    }

    /** All times, ascending. */
    public double[] sortedNanos() {
        return nanos.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /**
     * How much the machine's mood changed: the largest median of a round over the smallest, less 1. 0 with one round.
     * Medians, as a single stall must not look like a busy machine.
     */
    public double noise() {
        double[] medians = nanos.stream()
                .mapToDouble(
                        round -> Ordered.quantile(Arrays.stream(round).sorted().toArray(), 0.5))
                .sorted()
                .toArray();
        return medians[medians.length - 1] / medians[0] - 1;
    }

    /** All times relative to their mean, ascending. */
    double[] factors() {
        double mean = meanNanos();
        return Arrays.stream(sortedNanos()).map(each -> each / mean).toArray();
    }
}
