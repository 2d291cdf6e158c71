package dev.purser.simulator.scaling;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/**
 * How fast a replica count may move in one direction: {@code behavior.scaleUp} or {@code behavior.scaleDown} of
 * {@code autoscaling/v2} (Kubernetes 1.33).
 *
 * @param stabilisationNanos how long the least (up) or greatest (down) recommendation counts; at most one hour
 * @param selectPolicy which policy binds where there are several
 * @param policies most change per period, at least one
 * @param tolerance how far the ratio of metric to target may lie from 1 on this side without any change, a fraction;
 *     one controller-wide number unless the alpha gate {@code HPAConfigurableTolerance} of 1.33 is on
 */
public record ScalingRules(
        long stabilisationNanos, SelectPolicy selectPolicy, List<ScalingPolicy> policies, double tolerance) {
    /** Tolerance of a controller started without {@code --horizontal-pod-autoscaler-tolerance}. */
    public static final double DEFAULT_TOLERANCE = 0.1;

    /** At once, by the larger of 100 % and 4 pods in 15 s. */
    public static final ScalingRules DEFAULT_UP = new ScalingRules(
            0,
            SelectPolicy.MAX,
            List.of(
                    new ScalingPolicy(ScalingPolicy.Type.PODS, 4, 15 * Nanos.SECOND),
                    new ScalingPolicy(ScalingPolicy.Type.PERCENT, 100, 15 * Nanos.SECOND)),
            DEFAULT_TOLERANCE);

    /** To the greatest recommendation of five minutes, by any amount. */
    public static final ScalingRules DEFAULT_DOWN = new ScalingRules(
            5 * Nanos.MINUTE,
            SelectPolicy.MAX,
            List.of(new ScalingPolicy(ScalingPolicy.Type.PERCENT, 100, 15 * Nanos.SECOND)),
            DEFAULT_TOLERANCE);

    public ScalingRules {
        Check.atLeast(stabilisationNanos, 0, "stabilisation window");
        Check.that(
                stabilisationNanos <= Nanos.HOUR,
                "stabilisation window (s)",
                Nanos.toSeconds(stabilisationNanos),
                "must be at most 3600");
        policies = List.copyOf(Check.notEmpty(policies, "scaling policies"));
        Check.atLeast(tolerance, 0, "tolerance");
    }

    /** The longest time any of these rules looks back. */
    long historyNanos() {
        return policies.stream().mapToLong(ScalingPolicy::periodNanos).reduce(stabilisationNanos, Math::max);
    }

    /** Which of several policies binds. */
    public enum SelectPolicy {
        /** The one that allows the most change. */
        MAX,
        /** The one that allows the least change. */
        MIN,
        /** None: no change in this direction. */
        DISABLED
    }
}
