package dev.purser.simulator.scaling;

import java.util.Optional;

/**
 * Pods by what their metric can be used for (groupPods in replica_calculator.go). Failed and deleted pods are in none.
 *
 * @param counted running pods with a usable sample
 * @param unready pending pods and, for processor use, pods that have only just started; with usage 0
 * @param missing running pods without a sample; with usage 0
 * @param missingFallbackMilli what the missing pods are taken to use where the service seems to shrink
 */
record PodGroups(PodUsage counted, PodUsage unready, PodUsage missing, long missingFallbackMilli) {

    /** The groups of {@code view.pods()} for a metric and a target. */
    static PodGroups of(ScalingView view, MetricView metric, PodTarget target, HpaTiming timing) {
        Sorter sorter = new Sorter(view.nowNanos(), target, timing);
        for (int i = 0; i < view.pods().size(); i++) {
            sorter.add(view.pods().get(i), metric.perPod().get(i));
        }
        return new PodGroups(
                sorter.counted.sum(), sorter.unready.sum(), sorter.missing.sum(), sorter.missingFallbackMilli);
    }

    private static final class Sorter {
        private final long nowNanos;
        private final PodTarget target;
        private final HpaTiming timing;
        private final Group counted = new Group();
        private final Group unready = new Group();
        private final Group missing = new Group();
        private long missingFallbackMilli;

        Sorter(long nowNanos, PodTarget target, HpaTiming timing) {
            this.nowNanos = nowNanos;
            this.target = target;
            this.timing = timing;
        }

        void add(PodView pod, Optional<MetricSample> sample) {
            switch (pod.phase()) {
                case PENDING -> unready.add(pod, 0);
                case RUNNING -> addRunning(pod, sample);
                case FAILED, DELETED -> {}
            }
        }

        private void addRunning(PodView pod, Optional<MetricSample> sample) {
            if (sample.isEmpty()) {
                missing.add(pod, 0);
                missingFallbackMilli += target.fallbackMilli(pod) * pod.count();
            } else if (target.knowsReadiness() && timing.unready(pod, sample.get(), nowNanos)) {
                unready.add(pod, 0);
            } else {
                counted.add(pod, sample.get().milli());
            }
        }
    }

    private static final class Group {
        private long usageMilli;
        private long requestMilli;
        private int pods;

        /** All the replicas {@code pod} stands for, at {@code milli} each. */
        void add(PodView pod, long milli) {
            usageMilli += milli * pod.count();
            requestMilli += (long) pod.requestMilliCores() * pod.count();
            pods += pod.count();
        }

        PodUsage sum() {
            return new PodUsage(usageMilli, requestMilli, pods);
        }
    }
}
