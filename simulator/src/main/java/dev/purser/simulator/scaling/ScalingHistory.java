package dev.purser.simulator.scaling;

import java.util.List;

/**
 * What an autoscaler said and what was done of it, oldest first. The scaling loop keeps it.
 *
 * @param recommendations earlier {@link Decision#recommendation()}s
 * @param changes earlier changes of the replica count
 */
public record ScalingHistory(List<Recommendation> recommendations, List<Change> changes) {
    /** Nothing happened yet. */
    public static final ScalingHistory NONE = new ScalingHistory(List.of(), List.of());

    /** A replica count recommended at a moment. */
    public record Recommendation(long atNanos, int replicas) {}

    /** A change of the replica count by {@code delta} at a moment. */
    public record Change(long atNanos, int delta) {}
}
