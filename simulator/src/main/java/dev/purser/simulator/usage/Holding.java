package dev.purser.simulator.usage;

/** Who held the time of an instance. */
public enum Holding {
    /** Replicas of a service. */
    SERVING,
    /** Nobody yet: from the start of the lease to its first replica, the boot among it. */
    BOOTING,
    /** Nobody: after the first replica, or in a lease that never had one. */
    UNOCCUPIED
}
