package dev.purser.simulator.fleet;

import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * All the {@link ClusterAutoscaler} knows of a pool when it decides.
 *
 * @param nowNanos simulated time
 * @param lastAddNanos when instances were last added; {@code Long.MIN_VALUE} if never
 * @param scaling the rules
 * @param fewest instances kept even when idle
 * @param most instances there can be
 * @param instance what a new, empty instance has
 * @param nodes the instances there are, with unique ids; of two with room, replicas go to the one listed first
 * @param pending replicas without room that this pool is to make room for
 */
public record PoolView(
        long nowNanos,
        long lastAddNanos,
        NodeScalingSpec scaling,
        int fewest,
        int most,
        Resources instance,
        List<NodeView> nodes,
        List<ReplicaView> pending) {
    public PoolView {
        Check.atLeast(fewest, 0, "fewest instances");
        Check.atLeast(most, fewest, "most instances");
        nodes = List.copyOf(nodes);
        pending = List.copyOf(pending);
    }

    /**
     * One instance.
     *
     * @param id unique number
     * @param phase where it is in its life
     * @param orderedNanos when it was ordered
     * @param unneededSinceNanos the mark of the last decision; {@code Nanos.NEVER} if it was needed
     * @param total what it has
     * @param free what of it no replica holds
     * @param replicas the replicas that hold the rest
     */
    public record NodeView(
            long id,
            Phase phase,
            long orderedNanos,
            long unneededSinceNanos,
            Resources total,
            Resources free,
            List<ReplicaView> replicas) {
        public NodeView {
            replicas = List.copyOf(replicas);
        }

        boolean isReady() {
            return phase == Phase.READY;
        }
    }

    /** Where an instance is in its life. */
    public enum Phase {
        /** Ordered, and no replica can start on it yet. */
        BOOTING,
        /** Takes replicas. */
        READY,
        /** To be removed once its replicas are gone; takes no more. */
        DRAINING
    }

    /**
     * One replica.
     *
     * @param id number of the caller's choice, unique within the view; moves name it
     * @param request what it takes
     */
    public record ReplicaView(long id, ResourceRequest request) {}
}
