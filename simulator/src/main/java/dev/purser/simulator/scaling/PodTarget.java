package dev.purser.simulator.scaling;

/** What the metric of the single pods is held against. All divisions of integers cut off, as in Kubernetes. */
sealed interface PodTarget {

    /** The metric of {@code usage}, in the unit of the target. */
    long value(PodUsage usage);

    /** The target: percent, or thousandths of the metric's unit. */
    long target();

    /** Whether a pod that has only just started is left out: processor use alone. */
    boolean knowsReadiness();

    /** What a pod without a sample is taken to use where the service seems to shrink, in thousandths. */
    long fallbackMilli(PodView pod);

    /** Whether pods without a sample count as idle when the others make {@code ratio}. */
    boolean missingCountAsIdle(double ratio);

    /** The value of {@code usage} against the target, as decisions print it. */
    MetricText text(MetricKind kind, PodUsage usage);

    /** Metric over target. */
    default double ratio(PodUsage usage) {
        return (double) value(usage) / target();
    }

    /**
     * Use in percent of what was asked for: {@code (int) (100 * sum(usage) / sum(request))}.
     *
     * @param target percent; may pass 100
     */
    record Utilisation(long target) implements PodTarget {
        @Override
        public long value(PodUsage usage) {
            return usage.usageMilli() * 100 / usage.requestMilli();
        }

        @Override
        public boolean knowsReadiness() {
            return true;
        }

        @Override
        public long fallbackMilli(PodView pod) {
            return pod.requestMilliCores() * Math.max(100, target) / 100;
        }

        @Override
        public boolean missingCountAsIdle(double ratio) {
            return ratio > 1;
        }

        @Override
        public MetricText text(MetricKind kind, PodUsage usage) {
            return new MetricText.Percent(kind, value(usage), target);
        }
    }

    /**
     * Mean per pod: {@code sum(usage) / pods}.
     *
     * @param target thousandths of the metric's unit
     * @param knowsReadiness true for processor use as a {@code Resource} metric, false for a {@code Pods} metric
     */
    record Average(long target, boolean knowsReadiness) implements PodTarget {
        @Override
        public long value(PodUsage usage) {
            return usage.usageMilli() / usage.pods();
        }

        @Override
        public long fallbackMilli(PodView pod) {
            return target;
        }

        @Override
        public boolean missingCountAsIdle(double ratio) {
            return ratio >= 1;
        }

        @Override
        public MetricText text(MetricKind kind, PodUsage usage) {
            return new MetricText.PerReplica(kind, value(usage), target);
        }
    }
}
