package dev.purser.simulator.scaling;

import java.util.List;

/**
 * Stabilisation windows: stabilizeRecommendationWithBehaviors in horizontal.go of Kubernetes 1.33.
 *
 * <pre>
 * up   = min(desired, recommendations newer than now - up window)
 * down = max(desired, recommendations newer than now - down window)
 * result = the current size, raised to up, then lowered to down
 * </pre>
 *
 * A recommendation exactly as old as the window no longer counts.
 */
final class Stabilisation {
    private final long upNanos;
    private final long downNanos;
    private final String upRule;
    private final String downRule;

    /** {@code behaviour} gives the windows. */
    Stabilisation(HpaBehaviour behaviour) {
        upNanos = behaviour.scaleUp().stabilisationNanos();
        downNanos = behaviour.scaleDown().stabilisationNanos();
        upRule = "scale-up stabilisation " + Seconds.of(upNanos);
        downRule = "scale-down stabilisation " + Seconds.of(downNanos);
    }

    /** {@code wanted} held back by what was recommended before; keeps its rule if nothing holds it. */
    Bound apply(ScalingView view, ScalingHistory history, Bound wanted) {
        return wanted.replicas() == view.currentReplicas() ? wanted : held(view, history, wanted);
    }

    private Bound held(ScalingView view, ScalingHistory history, Bound wanted) {
        int up = wanted.replicas();
        int down = wanted.replicas();
        List<ScalingHistory.Recommendation> recommendations = history.recommendations();
        for (int i = 0; i < recommendations.size(); i++) {
            ScalingHistory.Recommendation said = recommendations.get(i);
            up = said.atNanos() > view.nowNanos() - upNanos ? Math.min(up, said.replicas()) : up;
            down = said.atNanos() > view.nowNanos() - downNanos ? Math.max(down, said.replicas()) : down;
        }
        int stable = Math.min(Math.max(view.currentReplicas(), up), down);
        return stable == wanted.replicas() ? wanted : new Bound(stable, stable > wanted.replicas() ? downRule : upRule);
    }
}
