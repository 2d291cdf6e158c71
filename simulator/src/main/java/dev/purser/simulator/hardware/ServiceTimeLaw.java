package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Optional;
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
 * @param hostTime the part of {@code time} a batch spends beside the device, before it computes: preparation, copies,
 *     answers. Others compute meanwhile at their full share of the speed. Empty: there is none, or nobody knows.
 * @param pauses time a batch loses beside {@code time}, in which nothing computes. Empty: there are none, or nobody knows.
 */
public record ServiceTimeLaw(
        BatchTime time,
        Spread spread,
        int largestBatch,
        List<Double> sharedSpeed,
        Optional<BatchTime.Affine> hostTime,
        Optional<Pauses> pauses) {
    public ServiceTimeLaw {
        Check.positive(largestBatch, "largest batch of the law (samples)");
        Check.notEmpty(sharedSpeed, "shared speed");
        sharedSpeed.forEach(speed -> Check.positive(speed, "shared speed"));
        sharedSpeed = List.copyOf(sharedSpeed);
    }

    /** A law that nothing interrupts. */
    public ServiceTimeLaw(
            BatchTime time,
            Spread spread,
            int largestBatch,
            List<Double> sharedSpeed,
            Optional<BatchTime.Affine> hostTime) {
        this(time, spread, largestBatch, sharedSpeed, hostTime, Optional.empty());
    }

    /** A law whose whole time is spent on the device. */
    public ServiceTimeLaw(BatchTime time, Spread spread, int largestBatch, List<Double> sharedSpeed) {
        this(time, spread, largestBatch, sharedSpeed, Optional.empty());
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

    /** The same with another mean time by batch size. */
    public ServiceTimeLaw withTime(BatchTime other) {
        return new ServiceTimeLaw(other, spread, largestBatch, sharedSpeed, hostTime, pauses);
    }

    /** The same, with this part of the time beside the device. */
    public ServiceTimeLaw withHostTime(Optional<BatchTime.Affine> other) {
        return new ServiceTimeLaw(time, spread, largestBatch, sharedSpeed, other, pauses);
    }

    /** The same with these pauses. */
    public ServiceTimeLaw withPauses(Optional<Pauses> other) {
        return new ServiceTimeLaw(time, spread, largestBatch, sharedSpeed, hostTime, other);
    }

    /** Share of the time of a batch of {@code samples} that is spent beside the device, in [0, 1]. */
    public double hostShare(int samples) {
        return hostTime.map(host -> Math.min(1, host.meanNanos(samples) / time.meanNanos(samples)))
                .orElse(0.0);
    }

    /** Stored states are known by this text: a law without host time or pauses reads as it did before there were any. */
    @Override
    public String toString() {
        String host = hostTime.map(affine -> ", hostTime=" + affine).orElse("");
        String paused = pauses.map(each -> ", pauses=" + each).orElse("");
        return "ServiceTimeLaw[time=" + time + ", spread=" + spread + ", largestBatch=" + largestBatch
                + ", sharedSpeed=" + sharedSpeed + host + paused + "]";
    }
}
