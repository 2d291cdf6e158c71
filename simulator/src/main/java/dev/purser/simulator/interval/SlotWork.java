package dev.purser.simulator.interval;

import dev.purser.simulator.scaling.AutoscalerSpec;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.serving.Work;
import dev.purser.simulator.surface.Blend;
import dev.purser.simulator.surface.Layout;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What one replica of a slot does in a calm interval, in the mean over the slot's. */
final class SlotWork {
    /** The members of {@link Work} that each metric is made of; the time busy is metered anyway. */
    private static final Map<MetricKind, int[]> PARTS = Map.of(
            MetricKind.CPU, new int[] {0},
            MetricKind.ACCELERATOR, new int[] {0},
            MetricKind.REQUESTS, new int[] {1},
            MetricKind.CONCURRENCY, new int[] {2},
            MetricKind.QUEUE_TIME, new int[] {3, 4});

    private static final int KINDS = 5;

    private final double[] perSecond = new double[KINDS];
    private final double[] perExtraRequest = new double[KINDS];
    private final double[] deviation = new double[KINDS];
    private final boolean[] noisy = new boolean[KINDS];
    private boolean idle = true;

    /** Work whose noise nobody looks at has none. */
    SlotWork(AutoscalerSpec looksAt) {
        noisy[0] = true;
        looksAt.metrics().stream()
                .flatMapToInt(metric -> Arrays.stream(PARTS.get(metric.kind())))
                .forEach(kind -> noisy[kind] = true);
    }

    /** From now on {@code replicas} replicas work like this. */
    void begin(Blend calm, Layout layout, int slot, int replicas) {
        idle = replicas == 0;
        for (int kind = 0; kind < KINDS && !idle; kind++) {
            perSecond[kind] = calm.figure(layout.meanWork(slot) + kind);
            perExtraRequest[kind] = calm.figure(layout.workPerExtraRequest(slot) + kind) / replicas;
            double variance = calm.figure(layout.workVariance(slot) + kind) / replicas;
            deviation[kind] = noisy[kind] ? Math.sqrt(variance) : 0;
        }
    }

    /**
     * What is done in a time.
     *
     * @param extra requests of the group beyond the mean
     */
    Work in(double seconds, double extra, ZigguratSampler.NormalizedGaussian normal) {
        if (idle) {
            return Work.NONE;
        }
        double busy = amount(0, seconds, extra, normal);
        return new Work(
                Math.min(busy, seconds * Nanos.SECOND),
                amount(1, seconds, extra, normal),
                amount(2, seconds, extra, normal),
                amount(3, seconds, extra, normal),
                amount(4, seconds, extra, normal));
    }

    private double amount(int kind, double seconds, double extra, ZigguratSampler.NormalizedGaussian normal) {
        double noise = deviation[kind] == 0 ? 0 : deviation[kind] * Math.sqrt(seconds) * normal.sample();
        return Math.max(0, perSecond[kind] * seconds + perExtraRequest[kind] * extra + noise);
    }
}
