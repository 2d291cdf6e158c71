package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** Draws the time of batches under one law; a batch larger than the largest runs in as many passes as it needs. */
final class BatchClock {
    private final BatchTime time;
    private final Spread.Factor factor;
    private final int largestBatch;
    private final double[] speedOfEach;
    private final ServiceTimeLaw law;
    private final boolean hasHostTime;
    private final boolean isShared;
    private final Pauses.@Nullable Sampler pauses;

    /** Often all batches have the same size. */
    private int lastSamples;

    private double lastMeanNanos;

    BatchClock(ServiceTimeLaw law, int largestBatch, int modelInstances, UniformRandomProvider random) {
        this.time = law.time();
        this.factor = law.spread().create(random);
        this.largestBatch = largestBatch;
        this.law = law;
        this.hasHostTime = modelInstances > 1 && law.hostTime().isPresent();
        this.speedOfEach = new double[modelInstances + 1];
        for (int running = 1; running <= modelInstances; running++) {
            speedOfEach[running] = law.speedOfEach(running);
        }
        this.isShared = law.isSharedBy(modelInstances);
        this.pauses = law.pauses().map(each -> each.create(random)).orElse(null);
    }

    /**
     * Time of a batch of {@code samples} that runs alone, pauses included, in nanoseconds.
     *
     * @param idleNanos how long its model instance had nothing to do before; not above 0 if it had
     */
    double nextNanos(int samples, long idleNanos) {
        double computing = computingNanos(samples);
        return pauses == null ? computing : computing + pausedNanos(pauses, computing, idleNanos);
    }

    /** The pauses of a batch that computes for {@code computingNanos}, in nanoseconds. */
    double pausedNanos(double computingNanos, long idleNanos) {
        return pauses == null ? 0 : pausedNanos(pauses, computingNanos, idleNanos);
    }

    private static double pausedNanos(Pauses.Sampler pauses, double computingNanos, long idleNanos) {
        double before = idleNanos > 0 ? pauses.afterIdling(idleNanos) : 0;
        return before + pauses.during(computingNanos);
    }

    /** Whether it matters how long a model instance had nothing to do before. */
    boolean hasPauses() {
        return pauses != null;
    }

    /** Time of a batch of {@code samples} that runs alone, without pauses, in nanoseconds. */
    double computingNanos(int samples) {
        if (samples != lastSamples) {
            lastSamples = samples;
            lastMeanNanos = samples <= largestBatch ? time.meanNanos(samples) : meanInPasses(samples);
        }
        return lastMeanNanos * factor.next(samples);
    }

    /** A time in whole nanoseconds; 0 if it is over. */
    static long rounded(double nanos) {
        return nanos > 0 ? (long) (nanos + 0.5) : 0;
    }

    /**
     * The part of {@code aloneNanos}, the time of a batch of {@code samples}, that is spent beside the device; 0 where
     * no other batch could use it. Passes after the first are prepared while the one before computes.
     */
    double hostNanos(int samples, double aloneNanos) {
        return hasHostTime ? aloneNanos * hostShare(samples) : 0;
    }

    private double hostShare(int samples) {
        return samples <= largestBatch
                ? law.hostShare(samples)
                : law.hostShare(largestBatch) * time.meanNanos(largestBatch) / meanInPasses(samples);
    }

    private double meanInPasses(int samples) {
        int full = (samples - 1) / largestBatch;
        return full * time.meanNanos(largestBatch) + time.meanNanos(samples - full * largestBatch);
    }

    /** Whether a batch takes another time when others run at once. */
    boolean isShared() {
        return isShared;
    }

    /** Speed of each of {@code running} batches, relative to one alone. */
    double speedOfEach(int running) {
        return speedOfEach[running];
    }
}
