package dev.purser.simulator.scaling;

import java.util.List;

/**
 * What an autoscaler said and what was done of it, oldest first. The scaling loop keeps it: it starts with
 * {@link #NONE} and calls {@link #after} once per decision.
 *
 * <p>Kubernetes seeds the list of recommendations with the size it finds at its first sync (horizontal.go,
 * {@code recordInitialRecommendation}), so that a fresh autoscaler does not shrink at once. Here {@link #seeded} does
 * so, on the view a policy decides on and again in {@link #after}: with the same moment and size, hence the same entry.
 *
 * @param recommendations earlier {@link Decision#recommendation()}s
 * @param changes earlier changes of the replica count
 */
public record ScalingHistory(List<Recommendation> recommendations, List<Change> changes) {
    /** Nothing happened yet. */
    public static final ScalingHistory NONE = new ScalingHistory(List.of(), List.of());

    public ScalingHistory {
        recommendations = Trail.of(recommendations);
        changes = Trail.of(changes);
    }

    /** This, or, if nothing was recommended yet, one recommendation of {@code replicas} at {@code atNanos}. */
    public ScalingHistory seeded(long atNanos, int replicas) {
        return recommendations.isEmpty()
                ? new ScalingHistory(List.of(new Recommendation(atNanos, replicas)), changes)
                : this;
    }

    /**
     * The history once {@code decision} is carried out.
     *
     * @param atNanos when it was taken
     * @param currentReplicas replicas before it
     * @param decision the decision
     * @param keepNanos entries this old or older are dropped, except for the last recommendation: it tells an
     *     autoscaler that has seen only errors for long from a fresh one
     */
    public ScalingHistory after(long atNanos, int currentReplicas, Decision decision, long keepNanos) {
        Trail<Recommendation> said = Trail.of(seeded(atNanos, currentReplicas).recommendations);
        Trail<Change> done = Trail.of(changes);
        if (decision.recommendation().isPresent()) {
            said = said.plus(
                    new Recommendation(atNanos, decision.recommendation().getAsInt()));
        }
        if (decision.desired() != currentReplicas) {
            done = done.plus(new Change(atNanos, decision.desired() - currentReplicas));
        }
        return new ScalingHistory(recentOrLast(said, atNanos - keepNanos), recent(done, atNanos - keepNanos));
    }

    private static Trail<Recommendation> recentOrLast(Trail<Recommendation> said, long cutoff) {
        int old = 0;
        while (old < said.size() - 1 && said.get(old).atNanos() <= cutoff) {
            old++;
        }
        return said.without(old);
    }

    private static Trail<Change> recent(Trail<Change> done, long cutoff) {
        int old = 0;
        while (old < done.size() && done.get(old).atNanos() <= cutoff) {
            old++;
        }
        return done.without(old);
    }

    /** A replica count recommended at a moment. */
    public record Recommendation(long atNanos, int replicas) {}

    /** A change of the replica count by {@code delta} at a moment. */
    public record Change(long atNanos, int delta) {}
}
