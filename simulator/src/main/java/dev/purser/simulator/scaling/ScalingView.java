package dev.purser.simulator.scaling;

import java.util.List;

/**
 * All an autoscaler knows when it decides.
 *
 * @param nowNanos simulated time
 * @param currentReplicas replicas asked for at present
 * @param pods the replicas that exist, those on their way out included; one entry may stand for several
 * @param metrics one per {@link AutoscalerSpec#metrics()}, in that order
 * @param history what was said and done before
 */
public record ScalingView(
        long nowNanos, int currentReplicas, List<PodView> pods, List<MetricView> metrics, ScalingHistory history) {
    public ScalingView {
        pods = List.copyOf(pods);
        metrics = List.copyOf(metrics);
    }

    /** Replicas that exist and are not on their way out: what Kubernetes reports as {@code status.replicas}. */
    public int statusReplicas() {
        int replicas = 0;
        for (PodView pod : pods) {
            boolean stays = pod.phase() == PodView.Phase.PENDING || pod.phase() == PodView.Phase.RUNNING;
            replicas += stays ? pod.count() : 0;
        }
        return replicas;
    }
}
