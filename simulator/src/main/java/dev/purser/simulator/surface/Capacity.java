package dev.purser.simulator.surface;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.List;

/**
 * Roughly how many requests per second a group can answer with all its batches full. It only says where on the grid of
 * loads a state lies; nothing else rests on it.
 */
final class Capacity {
    private final Group group;

    Capacity(Group group) {
        this.group = group;
    }

    /**
     * Requests per second, all pipelines together.
     *
     * @param replicas per slot
     * @param mix share of each pipeline among the requests
     */
    double perSecond(List<Integer> replicas, double[] mix) {
        double least = Double.POSITIVE_INFINITY;
        for (int service = 0; service < group.services().size(); service++) {
            double samples = 0;
            double visits = 0;
            for (int pipeline = 0; pipeline < mix.length; pipeline++) {
                for (StageSpec stage : group.pipelines().get(pipeline).stages()) {
                    if (group.serviceOf(stage) == service) {
                        visits += mix[pipeline];
                        samples += mix[pipeline] * meanSamples(group.pipelines().get(pipeline), stage);
                    }
                }
            }
            double capacity = capacity(service, replicas, samples / visits) / visits;
            least = visits > 0 && capacity > 0 ? Math.min(least, capacity) : least;
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private double capacity(int service, List<Integer> replicas, double samplesPerCall) {
        ServiceSpec spec = group.services().get(service);
        double sum = 0;
        for (int i = 0; i < spec.pools().size(); i++) {
            ServiceTimeLaw law = spec.lawByPool().get(spec.pools().get(i));
            sum += replicas.get(group.firstSlot(service) + i) * ofReplica(spec, law, samplesPerCall);
        }
        return sum / Math.max(0.01, 1 - spec.cacheHitRatio());
    }

    private static double ofReplica(ServiceSpec spec, ServiceTimeLaw law, double samplesPerCall) {
        int largest = spec.batching().largestBatch();
        double calls = Math.max(1, Math.floor(largest / samplesPerCall));
        int samples = (int) Math.max(1, Math.min(Integer.MAX_VALUE, calls * samplesPerCall));
        double speed = spec.modelInstances() * law.speedOfEach(spec.modelInstances());
        return calls * speed / law.time().meanNanos(samples) * 1e9;
    }

    private static double meanSamples(PipelineSpec pipeline, StageSpec stage) {
        return stage.samples((int) Math.max(1, Math.round(pipeline.candidates().mean())));
    }
}
