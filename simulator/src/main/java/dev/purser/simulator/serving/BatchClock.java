package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the time of batches under one law; a batch larger than the largest runs in as many passes as it needs. */
final class BatchClock {
    private final ServiceTimeLaw law;
    private final Spread.Factor factor;
    private final int largestBatch;

    BatchClock(ServiceTimeLaw law, int largestBatch, UniformRandomProvider random) {
        this.law = law;
        this.factor = law.spread().create(random);
        this.largestBatch = largestBatch;
    }

    /** Time of a batch of {@code samples} that runs alone, in nanoseconds. */
    double nextNanos(int samples) {
        int passes = (samples - 1) / largestBatch;
        double mean = law.time().meanNanos(samples - passes * largestBatch);
        if (passes > 0) {
            mean += passes * law.time().meanNanos(largestBatch);
        }
        return mean * factor.next();
    }

    /** Speed of each of {@code running} batches, relative to one alone. */
    double speedOfEach(int running) {
        return law.speedOfEach(running);
    }
}
