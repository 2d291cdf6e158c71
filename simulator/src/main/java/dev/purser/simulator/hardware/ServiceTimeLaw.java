package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Time of a batch on one piece of hardware: its mean by size, its scatter, and how batches that run at once share the
 * device.
 *
 * @param time mean time by batch size
 * @param spread random factor of mean 1 on that time
 * @param largestBatch largest size, in samples, the law was fitted on
 * @param sharedSpeed total speed of the device with 1, 2, ... batches running, relative to one batch alone; beyond the
 *     list the last value holds. [1] means: they share one device's speed.
 */
public record ServiceTimeLaw(BatchTime time, Spread spread, int largestBatch, List<Double> sharedSpeed) {
    public ServiceTimeLaw {
        Check.positive(largestBatch, "largest batch of the law (samples)");
        Check.notEmpty(sharedSpeed, "shared speed");
        sharedSpeed.forEach(speed -> Check.positive(speed, "shared speed"));
        sharedSpeed = List.copyOf(sharedSpeed);
    }

    /** A law without knowledge of sharing: batches at once share one device's speed. */
    public ServiceTimeLaw(BatchTime time, Spread spread, int largestBatch) {
        this(time, spread, largestBatch, List.of(1.0));
    }

    /** Whether a batch takes another time when others, up to {@code most} in all, run at once. */
    public boolean isSharedBy(int most) {
        return IntStream.rangeClosed(1, most).anyMatch(running -> speedOfEach(running) != 1);
    }

    /** Speed of each of {@code running} batches, relative to one alone. */
    public double speedOfEach(int running) {
        return sharedSpeed.get(Math.min(running, sharedSpeed.size()) - 1) / running;
    }
}
