package dev.purser.calibration.benchmark;

import dev.purser.scenarios.format.units.Durations;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param name in the state of a calibration and the source of its profile, as options without the first dashes: results
 *     of another effort are not mixed in
 * @param warmUpRounds rounds of half the length that each case has in a process before its times count: compilers need
 *     thousands of calls, which a few longer processes have and many short ones do not
 * @param passes processes one after the other for each model: what differs from process to process is seen
 * @param rounds times each case comes up in a process
 * @param batches batch sizes of scoring
 * @param trainingBatches batch sizes of training
 * @param threads numbers of callers at once
 * @param longestRoundNanos a round never takes longer, except for its last call
 * @param budgetNanos length of the whole calibration that the rounds are cut to; 0 for none
 */
public record Effort(
        String name,
        int warmUpRounds,
        int passes,
        int rounds,
        List<Integer> batches,
        List<Integer> trainingBatches,
        List<Integer> threads,
        long longestRoundNanos,
        long budgetNanos) {
    /** The largest batch unless another is asked for. */
    public static final int LARGEST_BATCH = 1024;

    private static final List<Integer> QUICK_SIZES = List.of(1, 8, 64, 256, LARGEST_BATCH);
    private static final int LARGEST_OF_16_BITS = 64;
    private static final int FEWEST_SIZES = 3;

    /** Longer rounds would hold little that more rounds do not hold better. */
    private static final long LONGEST_ROUND_NANOS = 500 * Nanos.MILLISECOND;

    /** Shorter rounds would hold little but the start of a round. */
    static final long SHORTEST_ROUND_NANOS = 20 * Nanos.MILLISECOND;

    /** Start and end of a process that times a model, and what is done before it. */
    static final long PROCESS_NANOS = 3 * Nanos.SECOND;

    /** A round that warms up is shorter by this factor. */
    static final int WARM_UP_DIVISOR = 2;

    private static final int MOST_CALLERS_ONE_BY_ONE = 8;

    public Effort {
        Check.named(name, "name of the effort");
        Check.positive(warmUpRounds, "rounds of warm-up");
        Check.positive(passes, "processes for each model");
        Check.positive(rounds, "rounds of a process");
        Check.atLeast(passes * rounds, 2, "rounds of a case");
        Check.positive(longestRoundNanos, "length of a round (ns)");
        Check.atLeast(budgetNanos, 0, "length of the calibration (ns)");
        batches = List.copyOf(Check.notEmpty(batches, "batch sizes"));
        trainingBatches = List.copyOf(trainingBatches);
        threads = List.copyOf(Check.notEmpty(threads, "callers at once"));
    }

    /** Few sizes, one caller and {@code cores}, one process for each model: two and a half minutes in all. */
    public static Effort quick(int cores, int largestBatch) {
        return new Effort(
                "quick",
                6,
                1,
                3,
                upTo(largestBatch, QUICK_SIZES.stream().mapToInt(Integer::intValue)),
                upTo(Math.min(64, largestBatch), IntStream.of(64)),
                new ArrayList<>(new TreeSet<>(List.of(1, cores))),
                LONGEST_ROUND_NANOS,
                140 * Nanos.SECOND);
    }

    /** Powers of two and the sizes halfway between them, so that padding shows; five processes for each model. */
    public static Effort full(int cores, int largestBatch) {
        IntStream sizes = IntStream.iterate(1, size -> size <= largestBatch, size -> 2 * size)
                .flatMap(size -> size < 2 ? IntStream.of(size) : IntStream.of(size, size + size / 2));
        return new Effort(
                "full",
                1,
                5,
                3,
                upTo(largestBatch, sizes),
                upTo(Math.min(256, largestBatch), IntStream.of(16, 64, 256)),
                callers(cores),
                LONGEST_ROUND_NANOS,
                0);
    }

    /**
     * What of it is measured in {@code precision}: all in the usual one; a few sizes and no training in others, and only
     * small batches in 16 bits, which this software multiplies dozens of times as slowly.
     */
    Effort in(Precision precision) {
        if (precision == Formats.USUAL) {
            return this;
        }
        int most = precision == Precision.FP64 ? mostSamples() : LARGEST_OF_16_BITS;
        return new Effort(
                name,
                warmUpRounds,
                passes,
                rounds,
                few(most),
                List.of(),
                new ArrayList<>(new TreeSet<>(List.of(1, mostThreads()))),
                longestRoundNanos,
                budgetNanos);
    }

    /**
     * The sizes of {@code --quick} among these that are at most {@code most}, and the largest that is; all of these where a law
     * would else stand on two sizes or one.
     */
    private List<Integer> few(int most) {
        SortedSet<Integer> within = new TreeSet<>(batches).headSet(most + 1);
        int largest = within.isEmpty() ? most : within.last();
        List<Integer> few =
                upTo(largest, within.stream().filter(QUICK_SIZES::contains).mapToInt(Integer::intValue));
        return few.size() < FEWEST_SIZES ? upTo(largest, within.stream().mapToInt(Integer::intValue)) : few;
    }

    private int mostSamples() {
        return batches.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** The same with batches of {@code sizes} samples, which its name says. */
    public Effort withBatches(List<Integer> sizes) {
        List<Integer> rising = new ArrayList<>(new TreeSet<>(sizes));
        String listed = rising.stream().map(String::valueOf).collect(Collectors.joining(","));
        int most = rising.get(rising.size() - 1);
        return new Effort(
                name + " --batches " + listed,
                warmUpRounds,
                passes,
                rounds,
                rising,
                upTo(Math.min(most, mostTraining()), trainingBatches.stream().mapToInt(Integer::intValue)),
                threads,
                longestRoundNanos,
                budgetNanos);
    }

    private int mostTraining() {
        return trainingBatches.stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** The same with rounds of at most {@code nanos}, which its name says where that is another length. */
    public Effort withRoundsOf(long nanos) {
        String named = nanos == longestRoundNanos ? name : name + " --round '" + Durations.print(nanos) + "'";
        return new Effort(named, warmUpRounds, passes, rounds, batches, trainingBatches, threads, nanos, budgetNanos);
    }

    /** Every number up to eight, then doublings, and all cores. */
    private static List<Integer> callers(int cores) {
        TreeSet<Integer> callers = new TreeSet<>(List.of(cores));
        IntStream.rangeClosed(1, Math.min(cores, MOST_CALLERS_ONE_BY_ONE)).forEach(callers::add);
        IntStream.iterate(MOST_CALLERS_ONE_BY_ONE, count -> count <= cores, count -> 2 * count)
                .forEach(callers::add);
        return new ArrayList<>(callers);
    }

    private static List<Integer> upTo(int largest, IntStream sizes) {
        TreeSet<Integer> kept = new TreeSet<>(List.of(largest));
        sizes.filter(size -> size <= largest).forEach(kept::add);
        return new ArrayList<>(kept);
    }

    /** Everything that is timed of a model: small batches first, so that large ones find warm code. */
    public List<Case> cases() {
        Stream<Case> scores = batches.stream()
                .flatMap(batch -> threads.stream().map(callers -> new Case(Phase.SCORE, batch, callers)));
        Stream<Case> training = trainingBatches.stream()
                .flatMap(batch ->
                        Stream.of(1, mostThreads()).distinct().map(callers -> new Case(Phase.TRAIN, batch, callers)));
        return Stream.concat(scores, training).toList();
    }

    /** The most callers at once. */
    public int mostThreads() {
        return threads.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** Rounds of a case in a process, in lengths of those that count. */
    private double roundsOfCase() {
        return rounds + warmUpInRounds();
    }

    /** The warm-up of a case in a process, in lengths of the rounds that count. */
    double warmUpInRounds() {
        return (double) warmUpRounds / WARM_UP_DIVISOR;
    }

    /**
     * Length of a round, in nanoseconds, where {@code models} are still to share what is left of the budget after
     * {@code spentNanos}: what slow models took too long is taken from the rounds of those that follow.
     */
    public long roundNanos(int models, long spentNanos) {
        if (budgetNanos == 0) {
            return longestRoundNanos;
        }
        double ofProcess = (double) (budgetNanos - spentNanos) / (models * passes) - PROCESS_NANOS;
        double fitting = ofProcess / (cases().size() * roundsOfCase());
        return (long) Math.max(SHORTEST_ROUND_NANOS, Math.min(longestRoundNanos, fitting));
    }

    /** Expected length of timing one model in rounds of {@code roundNanos}, in seconds, where no call outlasts a round. */
    double seconds(long roundNanos) {
        double roundsOfProcess = cases().size() * roundsOfCase();
        return Nanos.toSeconds(Math.round(passes * (roundsOfProcess * roundNanos + PROCESS_NANOS)));
    }
}
