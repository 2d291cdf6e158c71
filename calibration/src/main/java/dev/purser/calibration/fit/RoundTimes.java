package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Times of one round of calls. All callers were at work for the same time, so each weighs the same, however many of its
 * calls were made or kept: a mean over calls would lean towards the callers and rounds that happened to be fast.
 *
 * @param process number of the process that the round was measured in
 * @param callers times of each caller in nanoseconds; every caller has at least one, and where only every second,
 *     fourth, ... call was kept, they are spread evenly over the round
 */
public record RoundTimes(int process, List<double[]> callers) {
    public RoundTimes {
        Check.atLeast(process, 0, "number of the process");
        callers = List.copyOf(Check.notEmpty(callers, "callers of a round"));
        callers.forEach(caller -> Check.positive(caller.length, "calls of a caller"));
    }

    /** Number of calls that were kept. */
    long count() {
        return callers.stream().mapToLong(caller -> caller.length).sum();
    }

    /** Mean time of a call, in nanoseconds. */
    double meanNanos() {
        return callers.stream()
                .mapToDouble(caller -> Arrays.stream(caller).average().orElseThrow())
                .average()
                .orElseThrow();
    }

    /** Median time of a call, in nanoseconds. */
    double medianNanos() {
        WeightedTimes times = new WeightedTimes();
        addTo(times, 1);
        return Ordered.quantile(times.ascending(), 0.5);
    }

    /** Adds all calls, which together weigh {@code weight}. */
    void addTo(WeightedTimes times, double weight) {
        for (double[] caller : callers) {
            times.add(caller, weight / callers.size());
        }
    }
}
