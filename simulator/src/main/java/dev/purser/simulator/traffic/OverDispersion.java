package dev.purser.simulator.traffic;

import dev.purser.simulator.random.RandomStreams;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/**
 * A random factor of mean 1 on the rate of each step. With a gamma factor of variance (D - 1) / m the count of a step
 * with mean m is negative binomial, and its variance over its mean is D. Steps are independent; each has a substream
 * of its own, so that a change of the rate in one step leaves the factors of the others alone.
 *
 * @param dispersion D, at least 1
 * @param stream name of the random stream
 */
record OverDispersion(double dispersion, RandomStreams streams, String stream) {

    /** The factor of {@code step}, whose expected count is {@code mean}. */
    double factor(long step, double mean) {
        if (dispersion == 1 || mean == 0) {
            return 1;
        }
        double shape = mean / (dispersion - 1);
        return AhrensDieterMarsagliaTsangGammaSampler.of(streams.substream(stream, step), shape, 1 / shape)
                .sample();
    }
}
