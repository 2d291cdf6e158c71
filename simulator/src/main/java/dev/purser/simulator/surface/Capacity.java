package dev.purser.simulator.surface;

import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.units.Nanos;

/**
 * Roughly how many requests of one pipeline per second a group can answer, if there are no others and all its batches are
 * full. It only says where on the grid of loads a state lies, and which loads are too low to ask for the
 * {@link Saturation}; nothing else rests on it.
 */
final class Capacity {
    private static final double SMALLEST_MISS_RATIO = 0.01;

    private final Group group;
    private final int[] firstSlot;
    /** Requests per second of one replica in each pool, by pipeline and service; empty for a service it does not pass. */
    private final double[][][] ofReplica;

    Capacity(Group group) {
        this.group = group;
        this.firstSlot = new int[group.services().size()];
        this.ofReplica = new double[group.pipelines().size()][group.services().size()][];
        for (int service = 0; service < firstSlot.length; service++) {
            firstSlot[service] = group.firstSlot(service);
            for (int pipeline = 0; pipeline < ofReplica.length; pipeline++) {
                ofReplica[pipeline][service] = ofReplica(pipeline, service);
            }
        }
    }

    /**
     * Requests of {@code pipeline} per second.
     *
     * @param replicas per slot
     */
    double perSecond(int[] replicas, int pipeline) {
        double least = Double.POSITIVE_INFINITY;
        for (int service = 0; service < firstSlot.length; service++) {
            double sum = 0;
            for (int i = 0; i < ofReplica[pipeline][service].length; i++) {
                sum += replicas[firstSlot[service] + i] * ofReplica[pipeline][service][i];
            }
            least = sum > 0 ? Math.min(least, sum) : least;
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private double[] ofReplica(int pipeline, int service) {
        ServiceSpec spec = group.services().get(service);
        PipelineSpec requests = group.pipelines().get(pipeline);
        int candidates =
                (int) Math.max(1, Math.round(Math.min(1e9, requests.candidates().mean())));
        double visits = 0;
        double samples = 0;
        for (StageSpec stage : requests.stages()) {
            boolean passes = group.serviceOf(stage) == service;
            visits += passes ? 1 : 0;
            samples += passes ? stage.samples(candidates) : 0;
        }
        if (visits == 0) {
            return new double[0];
        }
        double samplesPerCall = samples / visits;
        double callsPerRequest = visits * Math.max(SMALLEST_MISS_RATIO, 1 - spec.cacheHitRatio());
        return spec.pools().stream()
                .mapToDouble(pool -> callsPerSecond(spec, spec.lawByPool().get(pool), samplesPerCall) / callsPerRequest)
                .toArray();
    }

    private static double callsPerSecond(ServiceSpec spec, ServiceTimeLaw law, double samplesPerCall) {
        double calls = Math.max(1, Math.floor(spec.batching().largestBatch() / samplesPerCall));
        int samples = (int) Math.max(1, Math.min(Integer.MAX_VALUE, calls * samplesPerCall));
        double speed = spec.modelInstances() * law.speedOfEach(spec.modelInstances());
        double perDevice = speed / (1 - law.hostShare(samples));
        double computing = 1 - law.pauses().map(Pauses::stalledShare).orElse(0.0);
        return computing
                * calls
                * Math.min(perDevice, Math.max(speed, spec.modelInstances()))
                / law.time().meanNanos(samples)
                * Nanos.SECOND;
    }
}
