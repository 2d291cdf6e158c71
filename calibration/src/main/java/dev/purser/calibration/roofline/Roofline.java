package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.Precision;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Min;

/**
 * The roofline model (Williams, Waterman and Patterson, 2009): work that moves B bytes and takes I operations for each of
 * them cannot be done in less than max(I B / peak, B / bandwidth). A workload is taken to reach the same share of that
 * ceiling on every card, so that times on two cards are as their ceilings; B and the share cancel.
 *
 * @param lowest the least that the intensity I may be, in operations per byte
 * @param highest the most that it may be
 */
public record Roofline(double lowest, double highest) {
    private static final double SMALLEST = 1;
    private static final double STEP = Math.pow(10, 0.1);
    private static final int STEPS = 40;

    /** Sums of squares that differ by less, relatively or of laws that fit exactly, differ by rounding. */
    private static final double ROUNDING = 1e-9;

    private static final double ROUNDING_OF_NONE = 1e-18;

    /** Bound by the bandwidth of any card. */
    static final Roofline OF_BANDWIDTH = new Roofline(0, 0);

    /**
     * The intensity of what {@code laws} were measured for, which published tables do not state: the one at which the laws explain
     * each other best, in the sum of squared logarithms over all pairs of cards and all sizes, from 1 to 10,000 operations per
     * byte. Where the peaks bind on all of these cards, or nowhere, several explain them alike. Of one law nothing can be told; then
     * bandwidth is taken to bind, as it does where tables are read.
     */
    static Roofline of(List<Known> laws) {
        return laws.size() > 1 ? fitted(laws) : OF_BANDWIDTH;
    }

    private static Roofline fitted(List<Known> laws) {
        double[] squares = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> squares(candidate(step), laws))
                .toArray();
        double most = new Min().evaluate(squares) * (1 + ROUNDING) + ROUNDING_OF_NONE;
        int[] best = IntStream.rangeClosed(0, STEPS)
                .filter(step -> squares[step] <= most)
                .toArray();
        return new Roofline(candidate(best[0]), candidate(best[best.length - 1]));
    }

    private static double candidate(int step) {
        return SMALLEST * Math.pow(STEP, step);
    }

    private static double squares(double intensity, List<Known> laws) {
        double sum = 0;
        for (Known from : laws) {
            for (Known to : laws) {
                double ratio =
                        ratio(intensity, from.card(), to.card(), from.entry().precision());
                for (int size : Known.commonSizes(laws)) {
                    double error = Math.log(from.cardNanos(size) * ratio / to.cardNanos(size));
                    sum += Double.isFinite(error) ? error * error : 0;
                }
            }
        }
        return sum;
    }

    /** Time on {@code to} relative to the time on {@code from}: the geometric mean of what the intensity may make it. */
    double ratio(Accelerator from, Accelerator to, Precision precision) {
        return Math.sqrt(ratio(lowest, from, to, precision) * ratio(highest, from, to, precision));
    }

    /** The factor, from 1 on, by which {@link #ratio} may be off because the intensity is not known better. */
    double openFactor(Accelerator from, Accelerator to, Precision precision) {
        double ends = ratio(highest, from, to, precision) / ratio(lowest, from, to, precision);
        return Math.sqrt(Math.max(ends, 1 / ends));
    }

    private static double ratio(double intensity, Accelerator from, Accelerator to, Precision precision) {
        return ceiling(intensity, to, precision) / ceiling(intensity, from, precision);
    }

    private static double ceiling(double intensity, Accelerator card, Precision precision) {
        return Math.max(intensity / peak(card, precision), 1 / card.bandwidthBytesPerSecond());
    }

    /** Peak of a card at a precision for which its data sheet must state one. */
    static double peak(Accelerator card, Precision precision) {
        Double peak = card.peakFlops().get(precision);
        if (peak == null) {
            throw new IllegalArgumentException(
                    "peak of " + card.model() + ": got none at " + precision + ", must be in the catalogue");
        }
        return peak;
    }
}
