package dev.purser.simulator.fleet;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;

/**
 * The rules of the Kubernetes cluster autoscaler for one pool.
 *
 * @param scanNanos time between two looks at the pool
 * @param unneededNanos how long an instance must be unneeded before it is removed
 * @param utilisationThreshold share of an instance's cores, memory or cards (the larger) below which it is unneeded
 * @param delayAfterAddNanos how long after an addition nothing is removed
 * @param provisionTimeoutNanos how long an instance may take to boot before it is given up
 */
public record NodeScalingSpec(
        long scanNanos,
        long unneededNanos,
        double utilisationThreshold,
        long delayAfterAddNanos,
        long provisionTimeoutNanos) {
    /** The defaults of the Kubernetes cluster autoscaler. */
    public static final NodeScalingSpec DEFAULT =
            new NodeScalingSpec(10 * Nanos.SECOND, 10 * Nanos.MINUTE, 0.5, 10 * Nanos.MINUTE, 15 * Nanos.MINUTE);

    public NodeScalingSpec {
        Check.positive(scanNanos, "scan interval");
        Check.atLeast(unneededNanos, 0, "unneeded time");
        Check.fraction(utilisationThreshold, "utilisation threshold");
        Check.atLeast(delayAfterAddNanos, 0, "delay after add");
        Check.positive(provisionTimeoutNanos, "provision timeout");
    }
}
