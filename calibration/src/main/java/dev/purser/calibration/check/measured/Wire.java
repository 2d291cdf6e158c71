package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The way of requests to a server, taken out of a law that holds it: the part of the host time that grows with the samples.
 *
 * @param perSampleNanos time of each sample; 0 if the law knows of no host time
 * @param samplesPerRequest the same for all requests
 */
record Wire(double perSampleNanos, int samplesPerRequest) {
    /** Some of a batch's time is not the wire, whatever a profile says. */
    private static final double LARGEST_SHARE = 0.999;

    static Wire of(ServiceTimeLaw law, int samplesPerRequest) {
        return new Wire(law.hostTime().map(BatchTime.Affine::perSampleNanos).orElse(0.0), samplesPerRequest);
    }

    boolean isThere() {
        return perSampleNanos > 0;
    }

    /** Time of one request. */
    ServiceTimeLaw law() {
        return new ServiceTimeLaw(new BatchTime.Affine(0, perSampleNanos), new Spread.None(), samplesPerRequest);
    }

    /** What {@code law} leaves for the server: one client that waits for each answer sees the law's time as before. */
    ServiceTimeLaw rest(ServiceTimeLaw law) {
        if (!isThere()) {
            return law;
        }
        int[] sizes = IntStream.rangeClosed(1, Math.max(1, law.largestBatch() / samplesPerRequest))
                .map(requests -> requests * samplesPerRequest)
                .toArray();
        double[] nanos = IntStream.of(sizes)
                .mapToDouble(samples -> law.time().meanNanos(samples) * (1 - share(law, samples)))
                .toArray();
        Optional<BatchTime.Affine> fixed = law.hostTime().map(host -> new BatchTime.Affine(host.fixedNanos(), 0));
        return new ServiceTimeLaw(
                new BatchTime.Table(sizes, nanos),
                law.spread(),
                law.largestBatch(),
                law.sharedSpeed(),
                fixed,
                law.pauses());
    }

    private double share(ServiceTimeLaw law, int samples) {
        double share = perSampleNanos * samples / law.time().meanNanos(samples);
        return Math.min(LARGEST_SHARE, share);
    }
}
