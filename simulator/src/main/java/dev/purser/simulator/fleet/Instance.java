package dev.purser.simulator.fleet;

import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;

/** One machine of a pool: ordered, booting, ready for replicas, gone. */
public final class Instance {
    private final long id;
    private final PoolSpec pool;
    private final long orderedNanos;
    private final String cause;
    private final List<Placement> placements = new ArrayList<>();
    private boolean ready;
    private long freeMilliCores;
    private long freeMemoryBytes;
    private int freeAccelerators;
    private long unneededSinceNanos = Nanos.NEVER;

    /** A replica on an instance since a moment. */
    record Placement(Replica replica, long sinceNanos) {}

    Instance(long id, PoolSpec pool, long orderedNanos, String cause) {
        this.id = id;
        this.pool = pool;
        this.orderedNanos = orderedNanos;
        this.cause = cause;
        this.freeMilliCores = pool.type().cores() * 1000L;
        this.freeMemoryBytes = pool.type().memoryBytes();
        this.freeAccelerators = pool.type().accelerators();
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

    boolean isReady() {
        return ready;
    }

    void becomeReady() {
        ready = true;
    }

    long unneededSinceNanos() {
        return unneededSinceNanos;
    }

    void setUnneededSince(long nanos) {
        unneededSinceNanos = nanos;
    }

    long freeMilliCores() {
        return freeMilliCores;
    }

    long freeMemoryBytes() {
        return freeMemoryBytes;
    }

    int freeAccelerators() {
        return freeAccelerators;
    }

    List<Placement> placements() {
        return placements;
    }

    boolean hasRoomFor(ResourceRequest request) {
        return freeMilliCores >= request.milliCores()
                && freeMemoryBytes >= request.memoryBytes()
                && freeAccelerators >= request.accelerators();
    }

    void add(Replica replica, long nowNanos) {
        placements.add(new Placement(replica, nowNanos));
        take(replica.spec().request(), 1);
    }

    /** Takes {@code replica} off and returns since when it was here. */
    long remove(Replica replica) {
        for (int i = 0; i < placements.size(); i++) {
            if (placements.get(i).replica() == replica) {
                take(replica.spec().request(), -1);
                return placements.remove(i).sinceNanos();
            }
        }
        throw new IllegalStateException("replica " + replica.id() + " is not on instance " + id);
    }

    private void take(ResourceRequest request, int times) {
        freeMilliCores -= (long) times * request.milliCores();
        freeMemoryBytes -= times * request.memoryBytes();
        freeAccelerators -= times * request.accelerators();
    }
}
