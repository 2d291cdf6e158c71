package dev.purser.simulator.surface;

import java.util.List;

/**
 * A steady state of a {@link Group}.
 *
 * @param replicas ready replicas of each slot
 * @param perSecond requests per second of each pipeline; a closed loop's is not read
 */
public record State(List<Integer> replicas, List<Double> perSecond) {
    public State {
        replicas = List.copyOf(replicas);
        perSecond = List.copyOf(perSecond);
    }
}
