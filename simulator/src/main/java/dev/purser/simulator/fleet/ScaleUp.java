package dev.purser.simulator.fleet;

import dev.purser.simulator.fleet.Packing.Bin;
import dev.purser.simulator.fleet.PoolView.ReplicaView;
import java.util.ArrayList;
import java.util.List;

/**
 * How many new instances the pending replicas of a pool need beside what it has.
 *
 * @param instances new instances needed, at most as many as allowed
 * @param capped whether one found no room only because no more instances are allowed
 */
record ScaleUp(int instances, boolean capped) {
    /** Nobody waits. */
    static final ScaleUp NONE = new ScaleUp(0, false);

    /**
     * First fit decreasing onto {@code present}, which are filled, then onto new instances.
     *
     * @param allowed how many new instances there can be
     */
    static ScaleUp of(List<ReplicaView> pending, List<Bin> present, Resources instance, int allowed) {
        List<Bin> bins = new ArrayList<>(present);
        boolean capped = false;
        for (ReplicaView replica : Packing.decreasing(pending, instance)) {
            boolean fits = Packing.firstFit(replica, bins).isPresent();
            boolean fitsNew = !fits && instance.holds(replica.request());
            if (fitsNew && bins.size() - present.size() < allowed) {
                bins.add(new Bin(-1, instance, List.of()));
                fits = Packing.firstFit(replica, bins).isPresent();
            }
            capped |= fitsNew && !fits;
        }
        return new ScaleUp(bins.size() - present.size(), capped);
    }
}
