package dev.purser.calibration.fit;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Raw times of calls with one batch size, in the rounds and processes in which they were measured. Calls of one round
 * share the mood of the machine, rounds of one process its memory layout and compiled code. So each process weighs the
 * same, and among all its times each round.
 *
 * @param batch size in samples
 * @param rounds at least one, in the order in which they were measured
 */
public record Rounds(int batch, List<RoundTimes> rounds) {
    public Rounds {
        Check.positive(batch, "batch size");
        rounds = List.copyOf(Check.notEmpty(rounds, "rounds of batch " + batch));
    }

    /** Rounds of one caller in one process: {@code nanos} are the times of each. */
    public static Rounds ofOneProcess(int batch, List<double[]> nanos) {
        return new Rounds(
                batch,
                nanos.stream().map(round -> new RoundTimes(0, List.of(round))).toList());
    }

    /** The rounds of each process, by its number. */
    SortedMap<Integer, List<RoundTimes>> processes() {
        return rounds.stream().collect(Collectors.groupingBy(RoundTimes::process, TreeMap::new, Collectors.toList()));
    }

    /** Number of calls in all rounds, of those that were kept. */
    public long count() {
        return rounds.stream().mapToLong(RoundTimes::count).sum();
    }

    /**
     * Mean time of a call in nanoseconds. Of each process it is the median of the means of its rounds, as work of others on the
     * same processor slows some rounds as a whole and is no part of the device; with an even number of rounds that is the mean
     * of the two in the middle. Over processes it is the mean.
     */
    public double meanNanos() {
        return mean(
                processes().values().stream().mapToDouble(Rounds::meanOfProcess).toArray());
    }

    /** The median of the means of {@code rounds}. */
    static double meanOfProcess(List<RoundTimes> rounds) {
        return new Median()
                .evaluate(rounds.stream().mapToDouble(RoundTimes::meanNanos).toArray());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** As many times as there are, ascending, of which all weigh the same. */
    public double[] sortedNanos() {
        WeightedTimes times = new WeightedTimes();
        for (List<RoundTimes> process : processes().values()) {
            process.forEach(round -> round.addTo(times, 1.0 / process.size()));
        }
        return times.ascending();
    }

    /**
     * How much the machine's mood changed: the coefficient of variation of the rounds' medians, their standard deviation
     * over their mean. 0 with one round. Medians, as a single stall must not look like a busy machine.
     */
    public double noise() {
        double[] medians = rounds.stream().mapToDouble(RoundTimes::medianNanos).toArray();
        return medians.length == 1 ? 0 : Math.sqrt(StatUtils.variance(medians)) / StatUtils.mean(medians);
    }

    /**
     * Calls finished in a nanosecond by one caller who sends one after the other: the mean over the rounds, slow ones with the
     * others, as what takes hours meets them all.
     */
    public double callsPerNano() {
        return mean(rounds.stream().mapToDouble(round -> 1 / round.meanNanos()).toArray());
    }

    /** The rounds that {@code in} takes by their number. */
    List<RoundTimes> only(IntPredicate in) {
        return IntStream.range(0, rounds.size())
                .filter(in)
                .mapToObj(rounds::get)
                .toList();
    }

    /** All times relative to their mean, ascending, of which all weigh the same. */
    double[] factors() {
        double[] sorted = sortedNanos();
        double mean = mean(sorted);
        return Arrays.stream(sorted).map(each -> each / mean).toArray();
    }
}
