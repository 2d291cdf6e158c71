package dev.purser.calibration.roofline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How far an estimate lies from a law that is known after all.
 *
 * @param truth the law that the estimate has not seen
 * @param estimate from other laws
 */
record LeaveOut(Known truth, Estimate estimate) {
    /** The law of {@code truth}'s card estimated from {@code others}. */
    static LeaveOut of(Known truth, List<Known> others) {
        return new LeaveOut(truth, Estimate.of(others, truth.card()));
    }

    /** Mean absolute relative error over the sizes. */
    double meanError() {
        return sizes().mapToDouble(size -> Math.abs(estimate.nanos(size) / nanos(size) - 1))
                .average()
                .orElseThrow();
    }

    /** Mean of estimate over truth, less 1: above 0 the card is faster than was thought. */
    double bias() {
        return sizes().mapToDouble(size -> estimate.nanos(size) / nanos(size) - 1)
                .average()
                .orElseThrow();
    }

    /** Share of the sizes whose true time lies in the band. */
    double covered() {
        return sizes().mapToDouble(size -> factor(size) <= estimate.factor() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private double worstFactor() {
        return sizes().mapToDouble(this::factor).max().orElseThrow();
    }

    /** The larger of estimate and truth over the smaller. */
    private double factor(int size) {
        double ratio = estimate.nanos(size) / nanos(size);
        return Math.max(ratio, 1 / ratio);
    }

    private double nanos(int size) {
        return truth.entry().law().time().meanNanos(size);
    }

    /** Those that were measured on the card, too. */
    private IntStream sizes() {
        List<Known> all = new ArrayList<>(estimate.known());
        all.add(truth);
        return Arrays.stream(Known.commonSizes(all));
    }

    /** Mean error when each of {@code laws} is estimated from the others; NaN of one law. */
    static double meanError(List<Known> laws) {
        OptionalDouble mean = laws.size() < 2
                ? OptionalDouble.empty()
                : laws.stream()
                        .mapToDouble(law -> of(law, without(laws, law)).meanError())
                        .average();
        return mean.orElse(Double.NaN);
    }

    /** Largest factor between estimate and truth when each of {@code laws} is estimated from the others; 1 of one law. */
    static double worstFactor(List<Known> laws) {
        return laws.size() < 2
                ? 1
                : laws.stream()
                        .mapToDouble(law -> of(law, without(laws, law)).worstFactor())
                        .max()
                        .orElseThrow();
    }

    /** The others. */
    static List<Known> without(List<Known> laws, Known one) {
        return laws.stream().filter(law -> law != one).toList();
    }
}
