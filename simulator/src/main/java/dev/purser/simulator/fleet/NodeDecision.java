package dev.purser.simulator.fleet;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the {@link ClusterAutoscaler} wants of a pool, and why.
 *
 * @param add instances to order
 * @param givenUp ids of booting instances that took too long: to be cancelled
 * @param removals ready instances to empty and give back
 * @param unneededSinceNanos by id, since when the unneeded ones are so; an instance that is not in it is needed
 * @param metric what was seen, such as {@code 3 replicas without room}; empty if nothing changes
 * @param rule the rule that bound, in a few words; empty if nothing changes
 */
public record NodeDecision(
        int add,
        List<Long> givenUp,
        List<Removal> removals,
        SortedMap<Long, Long> unneededSinceNanos,
        String metric,
        String rule) {
    public NodeDecision {
        givenUp = List.copyOf(givenUp);
        removals = List.copyOf(removals);
        unneededSinceNanos = Collections.unmodifiableSortedMap(new TreeMap<>(unneededSinceNanos));
    }

    /** An instance to give back, once each of its replicas has started where its move says, or wherever there is room. */
    public record Removal(long node, List<Move> moves) {
        public Removal {
            moves = List.copyOf(moves);
        }
    }

    /** A replica, and the id of a ready instance with room for it. */
    public record Move(long replica, long toNode) {}
}
