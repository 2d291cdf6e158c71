package dev.purser.simulator.scaling;

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
 *
 * @param behaviour gives the policies
 * @param minReplicas fewest replicas
 * @param maxReplicas most replicas
 */
record RateLimits(HpaBehaviour behaviour, int minReplicas, int maxReplicas) {

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

    private Bound highest(ScalingView view) {
        Bound rate = rate(view, behaviour.scaleUp(), true);
        int limit = Math.max(rate.replicas(), view.currentReplicas());
        return maxReplicas > limit ? new Bound(limit, rate.rule()) : new Bound(maxReplicas, "maximum " + maxReplicas);
    }

    private Bound lowest(ScalingView view) {
        Bound rate = rate(view, behaviour.scaleDown(), false);
        int limit = Math.min(rate.replicas(), view.currentReplicas());
        return minReplicas < limit ? new Bound(limit, rate.rule()) : new Bound(minReplicas, "minimum " + minReplicas);
    }

    private static Bound rate(ScalingView view, ScalingRules rules, boolean up) {
        String direction = up ? "scale-up" : "scale-down";
        if (rules.selectPolicy() == ScalingRules.SelectPolicy.DISABLED) {
            return new Bound(view.currentReplicas(), direction + " disabled");
        }
        boolean larger = (rules.selectPolicy() == ScalingRules.SelectPolicy.MAX) == up;
        Bound best = null;
        for (ScalingPolicy policy : rules.policies()) {
            int start = startOfPeriod(view, policy.periodNanos());
            int limit = up ? policy.highest(start) : policy.lowest(start);
            if (best == null || (larger ? limit > best.replicas() : limit < best.replicas())) {
                best = new Bound(limit, direction + " rate " + policy.describe());
            }
        }
        return best;
    }

    private static int startOfPeriod(ScalingView view, long periodNanos) {
        long cutoff = view.nowNanos() - periodNanos;
        int start = view.currentReplicas();
        for (ScalingHistory.Change change : view.history().changes()) {
            start -= change.atNanos() > cutoff ? change.delta() : 0;
        }
        return start;
    }
}
