package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stalls among raw times: a call that took over a millisecond more than the median of its round, and further away from it
 * than eight times the distance between the quartiles, did not compute all that time. (For many calls of a normal
 * distribution that is 11 standard deviations, of an exponential one a call in 15,000.)
 *
 * <p>A round of long calls that scatter shows only long stalls. So each stall found stands for one over the time of all
 * rounds that could have shown it, as in Horvitz and Thompson's estimator (1952); their sum is the rate.
 */
public final class Stalls {
    private static final double SHORTEST_NANOS = Nanos.MILLISECOND;
    private static final double FAR_OUT = 8;
    private static final int MOST_LENGTHS = 100;

    /** Fewer calls say little of their quartiles: such rounds show no stalls and keep all calls. */
    public static final int FEWEST_CALLS = 20;

    private Stalls() {}

    /** The calls of {@code rounds} that were not stalled; more than half of each round. */
    public static Rounds without(Rounds rounds) {
        return new Rounds(
                rounds.batch(), rounds.rounds().stream().map(Stalls::without).toList());
    }

    private static RoundTimes without(RoundTimes round) {
        return new RoundTimes(
                round.process(),
                round.callers().stream().map(caller -> Shown.by(caller).calm()).toList());
    }

    /** The stalls in {@code cases}; none if no round shows one. */
    public static Optional<Pauses> among(List<Rounds> cases) {
        List<Shown> rounds = shown(cases);
        double[] lengths = rounds.stream()
                .flatMapToDouble(round -> Arrays.stream(round.stalls()))
                .sorted()
                .toArray();
        if (lengths.length == 0) {
            return Optional.empty();
        }
        double[] perSecond = Arrays.stream(lengths)
                .map(length -> Nanos.SECOND / exposureNanos(rounds, length))
                .toArray();
        return Optional.of(pauses(Arrays.stream(perSecond).sum(), quantiles(lengths, perSecond)));
    }

    /** A machine that stood still nearly all the time gives no more than a law may have: more would serve nobody. */
    private static Pauses pauses(double perSecond, double[] lengths) {
        return new Pauses(0, Math.min(perSecond, Pauses.mostPerSecond(lengths)), lengths);
    }

    /**
     * The stalls of each of {@code models}, given by all its cases. Lengths are those of the device, among all of them. So is
     * the mean rate; each model's own lies between that and what its own calls show, the nearer to the latter the more models
     * differ beyond chance and the longer it was measured: the global empirical Bayes estimator of Marshall (1991, Mapping
     * disease and mortality rates using empirical Bayes estimators).
     */
    public static List<Optional<Pauses>> ofEach(List<List<Rounds>> models) {
        Optional<Pauses> device = among(models.stream().flatMap(List::stream).toList());
        return device.map(all -> ofEach(models, all))
                .orElseGet(() -> models.stream().map(model -> device).toList());
    }

    private static List<Optional<Pauses>> ofEach(List<List<Rounds>> models, Pauses device) {
        double[] found = models.stream().mapToDouble(Stalls::count).toArray();
        double[] expected = models.stream()
                .mapToDouble(model -> expected(device, shown(model)))
                .toArray();
        return Arrays.stream(RelativeRisks.of(found, expected))
                .mapToObj(risk -> Optional.of(pauses(risk * device.stallsPerSecond(), device.stallNanos())))
                .toList();
    }

    private static long count(List<Rounds> cases) {
        return shown(cases).stream().mapToLong(round -> round.stalls().length).sum();
    }

    /** How many stalls {@code rounds} would show if theirs were those of the device. */
    private static double expected(Pauses device, List<Shown> rounds) {
        double seconds = Arrays.stream(device.stallNanos())
                .map(length -> Nanos.toSeconds(exposureNanos(rounds, length)))
                .average()
                .orElse(0);
        return device.stallsPerSecond() * seconds;
    }

    private static List<Shown> shown(List<Rounds> cases) {
        return cases.stream()
                .flatMap(each -> each.rounds().stream())
                .flatMap(round -> round.callers().stream())
                .map(Shown::by)
                .toList();
    }

    /** Computing time of all rounds that show a stall of {@code length}. */
    private static double exposureNanos(List<Shown> rounds, double length) {
        return rounds.stream()
                .filter(round -> round.fenceNanos() < length)
                .mapToDouble(Shown::computingNanos)
                .sum();
    }

    /** Equally likely lengths of a distribution that has {@code weights}. */
    private static double[] quantiles(double[] lengths, double[] weights) {
        double[] upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        double[] quantiles = new double[Math.min(MOST_LENGTHS, lengths.length)];
        for (int i = 0; i < quantiles.length; i++) {
            int found = Arrays.binarySearch(upTo, (i + 0.5) / quantiles.length * upTo[upTo.length - 1]);
            quantiles[i] = lengths[Math.min(lengths.length - 1, found >= 0 ? found : -found - 1)];
        }
        return quantiles;
    }

    /**
     * What a round shows.
     *
     * @param fenceNanos shorter stalls do not stand out; infinite if none would
     */
    private record Shown(double[] round, double medianNanos, double fenceNanos) {
        static Shown by(double[] round) {
            double[] sorted = Arrays.stream(round).sorted().toArray();
            double scatter = Ordered.quantile(sorted, 0.75) - Ordered.quantile(sorted, 0.25);
            return new Shown(
                    round,
                    Ordered.quantile(sorted, 0.5),
                    round.length < FEWEST_CALLS
                            ? Double.POSITIVE_INFINITY
                            : Math.max(SHORTEST_NANOS, FAR_OUT * scatter));
        }

        double[] calm() {
            return Arrays.stream(round)
                    .filter(nanos -> nanos - medianNanos <= fenceNanos)
                    .toArray();
        }

        double[] stalls() {
            return Arrays.stream(round)
                    .map(nanos -> nanos - medianNanos)
                    .filter(beyond -> beyond > fenceNanos)
                    .toArray();
        }

        double computingNanos() {
            return Arrays.stream(round).sum() - Arrays.stream(stalls()).sum();
        }
    }
}
