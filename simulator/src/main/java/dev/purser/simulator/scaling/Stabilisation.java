package dev.purser.simulator.scaling;

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
 *
 * @param behaviour gives the windows
 */
record Stabilisation(HpaBehaviour behaviour) {

    /** {@code wanted} held back by what was recommended before; keeps its rule if nothing holds it. */
    Bound apply(ScalingView view, ScalingHistory history, Bound wanted) {
        long upCutoff = view.nowNanos() - behaviour.scaleUp().stabilisationNanos();
        long downCutoff = view.nowNanos() - behaviour.scaleDown().stabilisationNanos();
        int up = wanted.replicas();
        int down = wanted.replicas();
        for (ScalingHistory.Recommendation said : history.recommendations()) {
            up = said.atNanos() > upCutoff ? Math.min(up, said.replicas()) : up;
            down = said.atNanos() > downCutoff ? Math.max(down, said.replicas()) : down;
        }
        int stable = Math.min(Math.max(view.currentReplicas(), up), down);
        return stable == wanted.replicas() ? wanted : new Bound(stable, rule(stable > wanted.replicas()));
    }

    private String rule(boolean holdsUp) {
        return holdsUp
                ? "scale-down stabilisation " + Seconds.of(behaviour.scaleDown().stabilisationNanos())
                : "scale-up stabilisation " + Seconds.of(behaviour.scaleUp().stabilisationNanos());
    }
}
