package dev.purser.simulator.scaling;

import java.util.ArrayList;
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
        recommendations = List.copyOf(recommendations);
        changes = List.copyOf(changes);
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
        List<Recommendation> said = new ArrayList<>(seeded(atNanos, currentReplicas).recommendations);
        decision.recommendation().ifPresent(replicas -> said.add(new Recommendation(atNanos, replicas)));
        List<Change> done = new ArrayList<>(changes);
        if (decision.desired() != currentReplicas) {
            done.add(new Change(atNanos, decision.desired() - currentReplicas));
        }
        done.removeIf(change -> change.atNanos() <= atNanos - keepNanos);
        Recommendation last = said.get(said.size() - 1);
        said.removeIf(entry -> entry != last && entry.atNanos() <= atNanos - keepNanos);
        return new ScalingHistory(said, done);
    }

    /** A replica count recommended at a moment. */
    public record Recommendation(long atNanos, int replicas) {}

    /** A change of the replica count by {@code delta} at a moment. */
    public record Change(long atNanos, int delta) {}
}
