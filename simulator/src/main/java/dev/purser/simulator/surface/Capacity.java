package dev.purser.simulator.surface;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;

/**
 * Roughly how many requests per second a group can answer with all its batches full. It only says where on the grid of
 * loads a state lies; nothing else rests on it.
 */
final class Capacity {
    private static final double SMALLEST_MISS_RATIO = 0.01;

    private final Group group;
    /** By service and pipeline. */
    private final double[][] visits;
    /** Samples of all visits together, by service and pipeline. */
    private final double[][] samples;

    private final int[] firstSlot;
    private final double[] knownSamplesPerCall;
    private final double[][] known;

    Capacity(Group group) {
        this.group = group;
        this.visits = new double[group.services().size()][group.pipelines().size()];
        this.knownSamplesPerCall = new double[group.services().size()];
        this.known = new double[group.services().size()][];
        this.firstSlot = IntStream.range(0, group.services().size())
                .map(group::firstSlot)
                .toArray();
        this.samples = new double[group.services().size()][group.pipelines().size()];
        for (int i = 0; i < group.pipelines().size(); i++) {
            addStages(i);
        }
    }

    private void addStages(int pipeline) {
        PipelineSpec spec = group.pipelines().get(pipeline);
        int candidates =
                (int) Math.max(1, Math.round(Math.min(1e9, spec.candidates().mean())));
        for (StageSpec stage : spec.stages()) {
            visits[group.serviceOf(stage)][pipeline]++;
            samples[group.serviceOf(stage)][pipeline] += stage.samples(candidates);
        }
    }

    /**
     * Requests per second, all pipelines together.
     *
     * @param replicas per slot
     * @param mix share of each pipeline among the requests
     */
    double perSecond(int[] replicas, double[] mix) {
        double least = Double.POSITIVE_INFINITY;
        for (int service = 0; service < visits.length; service++) {
            double calls = weighted(visits[service], mix);
            double capacity = capacity(service, replicas, weighted(samples[service], mix) / calls);
            least = calls > 0 && capacity > 0 ? Math.min(least, capacity / calls) : least;
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private static double weighted(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }

    /** Calls of a service per second. */
    private double capacity(int service, int[] replicas, double samplesPerCall) {
        int first = firstSlot[service];
        double[] each = ofReplicas(service, samplesPerCall);
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += replicas[first + i] * each[i];
        }
        return sum
                / Math.max(
                        SMALLEST_MISS_RATIO, 1 - group.services().get(service).cacheHitRatio());
    }

    /** Of one replica in each pool; as before, as long as the calls are of the same size. */
    private double[] ofReplicas(int service, double samplesPerCall) {
        if (knownSamplesPerCall[service] != samplesPerCall) {
            ServiceSpec spec = group.services().get(service);
            knownSamplesPerCall[service] = samplesPerCall;
            known[service] = spec.pools().stream()
                    .mapToDouble(pool -> ofReplica(spec, spec.lawByPool().get(pool), samplesPerCall))
                    .toArray();
        }
        return known[service];
    }

    private static double ofReplica(ServiceSpec spec, ServiceTimeLaw law, double samplesPerCall) {
        double calls = Math.max(1, Math.floor(spec.batching().largestBatch() / samplesPerCall));
        int samples = (int) Math.max(1, Math.min(Integer.MAX_VALUE, calls * samplesPerCall));
        double speed = spec.modelInstances() * law.speedOfEach(spec.modelInstances());
        return calls * speed / law.time().meanNanos(samples) * Nanos.SECOND;
    }
}
