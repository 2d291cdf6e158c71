package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.Precision;
import java.util.List;

/**
 * The roofline model (Williams, Waterman and Patterson, 2009): work that moves B bytes and takes I operations for each of
 * them cannot be done in less than max(I B / peak, B / bandwidth). A workload is taken to reach the same share of that
 * ceiling on every card, so that times on two cards are as their ceilings; B and the share cancel.
 *
 * @param operationsPerByte I, the intensity
 */
public record Roofline(double operationsPerByte) {
    private static final double LOWEST = 1;
    private static final double STEP = Math.pow(10, 0.1);
    private static final int STEPS = 40;

    /** Bound by the bandwidth of any card. */
    static final Roofline OF_BANDWIDTH = new Roofline(0);

    /**
     * The intensity of what {@code laws} were measured for, which published tables do not state: the one at which the laws explain
     * each other best, in the sum of squared logarithms over all pairs of cards and all sizes, from 1 to 10,000 operations per
     * byte. Of one law nothing can be told; then bandwidth is taken to bind, as it does where tables are read.
     */
    static Roofline of(List<Known> laws) {
        return laws.size() > 1 ? fitted(laws) : OF_BANDWIDTH;
    }

    private static Roofline fitted(List<Known> laws) {
        Roofline best = new Roofline(LOWEST);
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            Roofline candidate = new Roofline(LOWEST * Math.pow(STEP, i));
            double squares = candidate.squares(laws);
            if (squares < smallest) {
                smallest = squares;
                best = candidate;
            }
        }
        return best;
    }

    private double squares(List<Known> laws) {
        double sum = 0;
        for (Known from : laws) {
            for (Known to : laws) {
                double ratio = ratio(from.card(), to.card(), from.entry().precision());
                for (int size : Known.commonSizes(laws)) {
                    double error = Math.log(from.cardNanos(size) * ratio / to.cardNanos(size));
                    sum += Double.isFinite(error) ? error * error : 0;
                }
            }
        }
        return sum;
    }

    /** Time on {@code to} relative to the time on {@code from}. */
    double ratio(Accelerator from, Accelerator to, Precision precision) {
        return ceiling(to, precision) / ceiling(from, precision);
    }

    private double ceiling(Accelerator card, Precision precision) {
        return Math.max(operationsPerByte / peak(card, precision), 1 / card.bandwidthBytesPerSecond());
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
