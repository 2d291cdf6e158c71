package dev.purser.benchmarks;

import dev.purser.simulator.random.RandomStreams;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;

/** The random numbers that all rows share unless they say otherwise: xoroshiro128++ under a ziggurat. */
final class Draws {
    private static final long SEED = 20261122;

    private Draws() {}

    /** Interarrival or hold times of mean 1. */
    static Exponential arrivals(int replication) {
        return exponential("arrivals", replication);
    }

    /** Service times of mean 1. */
    static Exponential services(int replication) {
        return exponential("services", replication);
    }

    /** All streams of one replication, for a process that draws its own. */
    static RandomStreams streams(int replication) {
        return new RandomStreams(SEED, replication);
    }

    private static Exponential exponential(String name, int replication) {
        return ZigguratSampler.Exponential.of(streams(replication).substream(name, 0));
    }
}
