package dev.purser.simulator.serving;

/** Chooses the replica that takes an attempt. One object per service. */
@FunctionalInterface
public interface LoadBalancer {

    /** The index in {@code replicas} (which is not empty) of the one that takes the next attempt. */
    int pick(ReadyReplicas replicas);
}
