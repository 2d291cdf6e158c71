package dev.purser.simulator.scaling;

import java.util.List;

/**
 * How far the replica count may move at once: convertDesiredReplicasWithBehaviorRate in horizontal.go of Kubernetes
 * 1.33, the bounds of the spec included.
 *
 * <pre>
 * start = current - added in the period + deleted in the period
 * up:   Pods start + value, Percent ceil(start * (1 + value / 100)); never below the current size
 * down: Pods start - value, Percent trunc(start * (1 - value / 100)); never above the current size
 * </pre>
 *
 * A change exactly as old as the period no longer counts.
 */
final class RateLimits {
    private final int minReplicas;
    private final int maxReplicas;
    private final Direction up;
    private final Direction down;
    private final Bound minimum;
    private final Bound maximum;

    /** {@code behaviour} gives the policies. */
    RateLimits(HpaBehaviour behaviour, int minReplicas, int maxReplicas) {
        this.minReplicas = minReplicas;
        this.maxReplicas = maxReplicas;
        this.up = Direction.of(behaviour.scaleUp(), "scale-up");
        this.down = Direction.of(behaviour.scaleDown(), "scale-down");
        this.minimum = new Bound(minReplicas, "minimum " + minReplicas);
        this.maximum = new Bound(maxReplicas, "maximum " + maxReplicas);
    }

    /** {@code wanted} as near as policies and bounds allow; keeps its rule if none binds. */
    Bound apply(ScalingView view, Bound wanted) {
        int current = view.currentReplicas();
        if (wanted.replicas() > current) {
            Bound highest = highest(view);
            return wanted.replicas() > highest.replicas() ? highest : wanted;
        }
        if (wanted.replicas() < current) {
            Bound lowest = lowest(view);
            return wanted.replicas() < lowest.replicas() ? lowest : wanted;
        }
        return wanted;
    }

    /** No policy matters to a service as large as it may be: many stay there for hours. */
    private Bound highest(ScalingView view) {
        if (view.currentReplicas() >= maxReplicas) {
            return maximum;
        }
        Bound rate = rate(view, up, true);
        int limit = Math.max(rate.replicas(), view.currentReplicas());
        return maxReplicas > limit ? new Bound(limit, rate.rule()) : maximum;
    }

    private Bound lowest(ScalingView view) {
        if (view.currentReplicas() <= minReplicas) {
            return minimum;
        }
        Bound rate = rate(view, down, false);
        int limit = Math.min(rate.replicas(), view.currentReplicas());
        return minReplicas < limit ? new Bound(limit, rate.rule()) : minimum;
    }

    private static Bound rate(ScalingView view, Direction direction, boolean up) {
        if (direction.select == ScalingRules.SelectPolicy.DISABLED) {
            return new Bound(view.currentReplicas(), direction.disabled);
        }
        boolean larger = (direction.select == ScalingRules.SelectPolicy.MAX) == up;
        Bound best = null;
        for (Named named : direction.policies) {
            int start = startOfPeriod(view, named.policy.periodNanos());
            int limit = up ? named.policy.highest(start) : named.policy.lowest(start);
            if (best == null || (larger ? limit > best.replicas() : limit < best.replicas())) {
                best = new Bound(limit, named.rule);
            }
        }
        return best;
    }

    private static int startOfPeriod(ScalingView view, long periodNanos) {
        long cutoff = view.nowNanos() - periodNanos;
        int start = view.currentReplicas();
        List<ScalingHistory.Change> changes = view.history().changes();
        for (int i = 0; i < changes.size(); i++) {
            start -= changes.get(i).atNanos() > cutoff ? changes.get(i).delta() : 0;
        }
        return start;
    }

    /** The rules of one direction, with the words for each. */
    private record Direction(ScalingRules.SelectPolicy select, List<Named> policies, String disabled) {
        static Direction of(ScalingRules rules, String name) {
            List<Named> policies = rules.policies().stream()
                    .map(policy -> new Named(policy, name + " rate " + policy.describe()))
                    .toList();
            return new Direction(rules.selectPolicy(), policies, name + " disabled");
        }
    }

    private record Named(ScalingPolicy policy, String rule) {}
}
