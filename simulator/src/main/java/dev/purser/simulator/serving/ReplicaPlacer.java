package dev.purser.simulator.serving;

/** Finds instances for replicas. The fleet implements it. */
public interface ReplicaPlacer {

    /** Puts {@code replica} on an instance, now or when there is room: see {@link Replica#placed}. */
    void place(Replica replica);

    /** {@code replica} is no longer wanted, or has finished draining: its room is free, or its wait over. */
    void release(Replica replica);
}
