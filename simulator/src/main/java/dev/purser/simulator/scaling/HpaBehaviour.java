package dev.purser.simulator.scaling;

/**
 * {@code spec.behavior} of an {@code autoscaling/v2} manifest.
 *
 * @param scaleUp rules of growth
 * @param scaleDown rules of shrinking
 */
public record HpaBehaviour(ScalingRules scaleUp, ScalingRules scaleDown) {
    /** The documented defaults of Kubernetes 1.33. */
    public static final HpaBehaviour DEFAULT = new HpaBehaviour(ScalingRules.DEFAULT_UP, ScalingRules.DEFAULT_DOWN);

    /** Whether {@code ratio} of metric to target is so near to 1 that nothing should change; NaN never is. */
    boolean withinTolerance(double ratio) {
        return 1.0 - scaleDown.tolerance() <= ratio && ratio <= 1.0 + scaleUp.tolerance();
    }

    /** The longest time any of these rules looks back. */
    long historyNanos() {
        return Math.max(scaleUp.historyNanos(), scaleDown.historyNanos());
    }
}
