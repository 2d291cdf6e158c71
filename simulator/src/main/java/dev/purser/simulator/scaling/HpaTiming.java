package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;

/**
 * What flags of the controller manager set for every autoscaler of a cluster.
 *
 * @param syncNanos time between two decisions ({@code --horizontal-pod-autoscaler-sync-period})
 * @param cpuInitialisationNanos time after a pod's start in which its processor use counts only while it is ready and
 *     from a whole window of readiness ({@code --horizontal-pod-autoscaler-cpu-initialization-period})
 * @param readinessDelayNanos a pod that turned unready within this time of its start was never ready
 *     ({@code --horizontal-pod-autoscaler-initial-readiness-delay})
 */
public record HpaTiming(long syncNanos, long cpuInitialisationNanos, long readinessDelayNanos) {
    /** 15 s, 5 min and 30 s, as in Kubernetes 1.33. */
    public static final HpaTiming DEFAULT = new HpaTiming(15 * Nanos.SECOND, 5 * Nanos.MINUTE, 30 * Nanos.SECOND);

    public HpaTiming {
        Check.positive(syncNanos, "HPA sync period");
        Check.atLeast(cpuInitialisationNanos, 0, "CPU initialisation period");
        Check.atLeast(readinessDelayNanos, 0, "initial readiness delay");
    }

    /**
     * Whether the processor use of a running pod is left out because the pod has only just started (groupPods in
     * replica_calculator.go).
     */
    boolean unready(PodView pod, MetricSample sample, long nowNanos) {
        if (pod.startNanos() + cpuInitialisationNanos > nowNanos) {
            return !pod.ready() || sample.timestampNanos() < pod.readyTransitionNanos() + sample.windowNanos();
        }
        return !pod.ready() && pod.startNanos() + readinessDelayNanos > pod.readyTransitionNanos();
    }
}
