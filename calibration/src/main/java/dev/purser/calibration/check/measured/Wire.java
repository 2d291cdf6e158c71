package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Optional;

/**
 * The way of requests to a server, taken out of a law that holds it: the part of the host time that grows with the samples.
 *
 * @param perSampleNanos time of each sample; 0 if the law knows of no host time
 */
record Wire(double perSampleNanos) {
    static Wire of(ServiceTimeLaw law) {
        return new Wire(law.hostTime().map(BatchTime.Affine::perSampleNanos).orElse(0.0));
    }

    boolean isThere() {
        return perSampleNanos > 0;
    }

    /** Time of one request of at most {@code samples}. */
    ServiceTimeLaw law(int samples) {
        return new ServiceTimeLaw(new BatchTime.Affine(0, perSampleNanos), new Spread.None(), samples);
    }

    /** What {@code law} leaves for the server: one client that waits for each answer sees the law's time as before. */
    ServiceTimeLaw rest(ServiceTimeLaw law) {
        Optional<BatchTime.Affine> fixed = law.hostTime().map(host -> new BatchTime.Affine(host.fixedNanos(), 0));
        return new ServiceTimeLaw(
                rest(law.time()), law.spread(), law.largestBatch(), law.sharedSpeed(), fixed, law.pauses());
    }

    private BatchTime rest(BatchTime time) {
        if (time instanceof BatchTime.Table table) {
            return new BatchTime.Table(table.sizes(), rest(table.sizes(), table.nanos()));
        }
        if (time instanceof BatchTime.PaddedSteps steps) {
            return new BatchTime.PaddedSteps(steps.sizes(), rest(steps.sizes(), steps.nanos()));
        }
        BatchTime.Affine affine = (BatchTime.Affine) time;
        return new BatchTime.Affine(affine.fixedNanos(), Math.max(0, affine.perSampleNanos() - perSampleNanos));
    }

    private double[] rest(int[] sizes, double[] nanos) {
        double[] rest = new double[nanos.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.max(1, nanos[i] - perSampleNanos * sizes[i]);
        }
        return rest;
    }
}
