package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * When requests are to be sent.
 *
 * @param atNanos after the start of the run, rising
 * @param lengthNanos of the run
 */
record SendTimes(long[] atNanos, long lengthNanos) {
    /** The shape of a load that does not change. */
    static final List<Double> STEADY = List.of(1.0);

    /**
     * Poisson requests.
     *
     * @param perSecond in the mean of the run
     * @param shape relative rate in each of equally long parts of the run, not all 0
     */
    static SendTimes poisson(double perSecond, List<Double> shape, long lengthNanos, UniformRandomProvider random) {
        double[] perNano = perNano(perSecond, shape);
        LongStream.Builder times = LongStream.builder();
        double part = (double) lengthNanos / perNano.length;
        for (int i = 0; i < perNano.length; i++) {
            if (perNano[i] > 0) {
                addPoisson(perNano[i], i * part, (i + 1) * part, random, times);
            }
        }
        return new SendTimes(times.build().toArray(), lengthNanos);
    }

    /**
     * Requests per nanosecond in each part of a run.
     *
     * @param perSecond in the mean of the run
     * @param shape relative rate in each of equally long parts of the run, not all 0
     */
    static double[] perNano(double perSecond, List<Double> shape) {
        Check.positive(perSecond, "requests per second");
        double mean = shape.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Check.positive(mean, "mean of the shape");
        return shape.stream()
                .mapToDouble(part -> perSecond * part / mean / Nanos.SECOND)
                .toArray();
    }

    private static void addPoisson(
            double perNano, double from, double until, UniformRandomProvider random, LongStream.Builder times) {
        var gap = ZigguratSampler.Exponential.of(random, 1 / perNano);
        for (double at = from + gap.sample(); at < until; at += gap.sample()) {
            times.add((long) at);
        }
    }

    int requests() {
        return atNanos.length;
    }

    double perSecond() {
        return requests() / Nanos.toSeconds(lengthNanos);
    }

    /** How much later than these times {@code sentNanos} are, ascending. */
    long[] latenessNanos(long[] sentNanos) {
        long[] late = new long[atNanos.length];
        Arrays.setAll(late, i -> sentNanos[i] - atNanos[i]);
        Arrays.sort(late);
        return late;
    }
}
