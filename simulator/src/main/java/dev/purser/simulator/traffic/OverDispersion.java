package dev.purser.simulator.traffic;

import java.util.function.LongFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * A random factor of mean 1 on the rate of each step. With a gamma factor of variance (D - 1) / m the count of a step
 * with mean m is negative binomial, and its variance over its mean is D. Steps are independent; each has a substream
 * of its own, so that a change of the rate in one step leaves the factors of the others alone.
 *
 * @param dispersion D, at least 1
 * @param randomOfStep the substream of a step
 */
record OverDispersion(double dispersion, LongFunction<UniformRandomProvider> randomOfStep) {

    /** The factor of {@code step}, whose expected count is {@code mean}. */
    double factor(long step, double mean) {
        if (dispersion == 1 || mean == 0) {
            return 1;
        }
        double shape = mean / (dispersion - 1);
        return AhrensDieterMarsagliaTsangGammaSampler.of(randomOfStep.apply(step), shape, 1 / shape)
                .sample();
    }
}
