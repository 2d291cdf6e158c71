package dev.purser.simulator.scaling;

import java.util.List;

/** The data of one autoscaler, checked, and the way to make it. One record per kind. */
public interface AutoscalerSpec {

    /** The policy these settings describe. */
    Autoscaler create();

    /** Replicas at the start. */
    int initialReplicas();

    /** Time between two decisions, in nanoseconds; {@code Nanos.NEVER} where there is nothing to decide. */
    long syncNanos();

    /** The metrics it looks at, in the order its views carry them. */
    List<MetricSpec> metrics();

    /**
     * How long a replica must have been ready for its metrics and its view to be those of any older one in the same
     * place, in nanoseconds.
     */
    default long settlingNanos() {
        return metrics().stream()
                .mapToLong(metric -> metric.windowNanos() + metric.lagNanos() + 2 * metric.resolutionNanos())
                .max()
                .orElse(0);
    }

    /** How far back in {@link ScalingHistory} its decisions look, in nanoseconds; older entries can be dropped. */
    long historyNanos();

    /** How many replicas there are and why, in a few words for reports, such as {@code 2 to 12, by HPA on cpu}. */
    String summary();

    /** The same, starting with {@code replicas}, or with the nearest number its limits allow. */
    AutoscalerSpec startingWith(int replicas);
}
