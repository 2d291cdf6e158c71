package dev.purser.simulator.fleet;

import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One machine of a pool: ordered, booting, ready for replicas, gone. */
public final class Instance {
    private final long id;
    private final PoolSpec pool;
    private final long orderedNanos;
    private final String cause;
    private final ChangeCount changes;
    private final List<Placement> placements = new ArrayList<>();
    private PoolView.Phase phase = PoolView.Phase.BOOTING;
    private final Resources total;
    private Resources free;
    private PoolView.@Nullable NodeView view;
    private long unneededSinceNanos = Nanos.NEVER;

    /** A replica on an instance since a moment; the number is that of no other placement. */
    record Placement(Replica replica, long number, long sinceNanos) {}

    /** An instance that boots; it counts its changes among those of its pool, {@code changes}. */
    Instance(long id, PoolSpec pool, long orderedNanos, String cause, ChangeCount changes) {
        this.id = id;
        this.pool = pool;
        this.orderedNanos = orderedNanos;
        this.cause = cause;
        this.changes = changes;
        this.total = Resources.of(pool.type());
        this.free = total;
    }

    long id() {
        return id;
    }

    PoolSpec pool() {
        return pool;
    }

    long orderedNanos() {
        return orderedNanos;
    }

    String cause() {
        return cause;
    }

    PoolView.Phase phase() {
        return phase;
    }

    void enter(PoolView.Phase next) {
        phase = next;
        changed();
    }

    long unneededSinceNanos() {
        return unneededSinceNanos;
    }

    void markUnneeded(long sinceNanos) {
        if (sinceNanos != unneededSinceNanos) {
            unneededSinceNanos = sinceNanos;
            changed();
        }
    }

    List<Placement> placements() {
        return placements;
    }

    boolean hasRoomFor(ResourceRequest request) {
        return phase == PoolView.Phase.READY && free.holds(request);
    }

    void add(Replica replica, long number, long nowNanos) {
        placements.add(new Placement(replica, number, nowNanos));
        free = free.minus(replica.spec().request());
        changed();
    }

    /** Takes {@code replica} off and returns since when it was here. */
    long remove(Replica replica) {
        for (int i = 0; i < placements.size(); i++) {
            if (placements.get(i).replica() == replica) {
                free = free.plus(replica.spec().request());
                changed();
                return placements.remove(i).sinceNanos();
            }
        }
        throw new IllegalStateException("replica " + replica.id() + " is not on instance " + id);
    }

    /** How it looks to the cluster autoscaler, where each replica has the number of its placement. */
    PoolView.NodeView view() {
        if (view == null) {
            view = new PoolView.NodeView(id, phase, orderedNanos, unneededSinceNanos, total, free, replicas());
        }
        return view;
    }

    private List<PoolView.ReplicaView> replicas() {
        List<PoolView.ReplicaView> replicas = new ArrayList<>(placements.size());
        for (Placement placement : placements) {
            replicas.add(new PoolView.ReplicaView(
                    placement.number(), placement.replica().spec().request()));
        }
        return replicas;
    }

    private void changed() {
        changes.raise();
        view = null;
    }
}
