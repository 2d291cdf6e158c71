package dev.purser.calibration.fit;

import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Stalls among raw times: a call that took over a millisecond more than the median of its round, and further away from it
 * than eight times the distance between the quartiles, did not compute all that time. (For a normal distribution that is
 * 11 standard deviations, for an exponential one a call in 15,000.)
 *
 * <p>How often they begin and how long they last is taken from the rounds whose calls are alike enough to show a stall of a
 * millisecond; the others, of long calls, only lose the stalls that stand out.
 */
public final class Stalls {
    private static final double SHORTEST_NANOS = Nanos.MILLISECOND;
    private static final double FAR_OUT = 8;
    private static final int MOST_LENGTHS = 100;

    private Stalls() {}

    /** The calls of {@code rounds} that were not stalled; more than half of each round. */
    public static Rounds without(Rounds rounds) {
        return new Rounds(
                rounds.batch(),
                rounds.nanos().stream()
                        .map(round -> Typical.of(round).calm(round))
                        .toList());
    }

    /** The stalls in {@code cases}; none if no round shows one. */
    public static Optional<Pauses> among(List<Rounds> cases) {
        List<double[]> rounds = cases.stream()
                .flatMap(each -> each.nanos().stream())
                .filter(round -> Typical.of(round).showsStalls())
                .toList();
        double[] lengths = rounds.stream()
                .flatMapToDouble(round -> Typical.of(round).stalls(round))
                .sorted()
                .toArray();
        if (lengths.length == 0) {
            return Optional.empty();
        }
        double all = rounds.stream().flatMapToDouble(Arrays::stream).sum();
        double perSecond =
                lengths.length * Nanos.SECOND / (all - Arrays.stream(lengths).sum());
        return Optional.of(new Pauses(0, perSecond, Ordered.thinned(lengths, MOST_LENGTHS)));
    }

    /** What the calls of a round are like. */
    private record Typical(double medianNanos, double scatterNanos) {
        static Typical of(double[] round) {
            double[] sorted = Arrays.stream(round).sorted().toArray();
            return new Typical(
                    Ordered.quantile(sorted, 0.5), Ordered.quantile(sorted, 0.75) - Ordered.quantile(sorted, 0.25));
        }

        boolean showsStalls() {
            return FAR_OUT * scatterNanos <= SHORTEST_NANOS;
        }

        private boolean isStalled(double nanos) {
            return nanos - medianNanos > Math.max(SHORTEST_NANOS, FAR_OUT * scatterNanos);
        }

        double[] calm(double[] round) {
            return Arrays.stream(round).filter(nanos -> !isStalled(nanos)).toArray();
        }

        DoubleStream stalls(double[] round) {
            return Arrays.stream(round).filter(this::isStalled).map(nanos -> nanos - medianNanos);
        }
    }
}
