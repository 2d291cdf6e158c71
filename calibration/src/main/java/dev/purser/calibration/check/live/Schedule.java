package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * When requests are to be sent.
 *
 * @param atNanos after the start of the run, rising
 * @param lengthNanos of the run
 */
record Schedule(long[] atNanos, long lengthNanos) {

    /** Poisson requests, {@code perSecond} in the mean. */
    static Schedule poisson(double perSecond, long lengthNanos, UniformRandomProvider random) {
        Check.positive(perSecond, "requests per second");
        var exponential = ZigguratSampler.Exponential.of(random, Nanos.SECOND / perSecond);
        LongStream.Builder times = LongStream.builder();
        for (double at = exponential.sample(); at < lengthNanos; at += exponential.sample()) {
            times.add((long) at);
        }
        return new Schedule(times.build().toArray(), lengthNanos);
    }

    int requests() {
        return atNanos.length;
    }

    double perSecond() {
        return requests() / Nanos.toSeconds(lengthNanos);
    }
}
