package dev.purser.simulator.fleet;

import dev.purser.simulator.serving.Replica;

/** Numbers the replicas of one view of a pool, in which each occurs once. */
final class ReplicaNumbers {
    private long used;

    /** How {@code replica} looks, with the next number. */
    PoolView.ReplicaView next(Replica replica) {
        return new PoolView.ReplicaView(used++, replica.spec().request());
    }
}
